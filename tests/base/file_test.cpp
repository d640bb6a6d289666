#include "base/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <iterator>

using namespace tidemark;
namespace fs = std::filesystem;

namespace {

class EmptyFolder {
 public:
  EmptyFolder() : path_(fs::temp_directory_path() / ("tidemark-file-" + std::to_string(getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~EmptyFolder() { fs::remove_all(path_); }
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }
  [[nodiscard]] auto files() const {
    return std::distance(fs::directory_iterator(path_), fs::directory_iterator());
  }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("what is written is read back, byte for byte") {
  const EmptyFolder folder;
  const fs::path file = folder.path() / "a.csv";
  for (const std::string& content :
       {std::string(), std::string("a\0b\r\n", 5), std::string(3'000'000, 'x')}) {
    REQUIRE(write_file(file, content).ok());
    const auto read = read_file(file);
    REQUIRE(read.ok());
    CHECK(read.value() == content);
  }
  CHECK(folder.files() == 1);
}

TEST_CASE("what is written is for its owner and group alone") {
  const EmptyFolder folder;
  const mode_t before = ::umask(0);
  const bool written = write_file(folder.path() / "a.csv", "x").ok();
  ::umask(before);
  REQUIRE(written);
  CHECK(fs::status(folder.path() / "a.csv").permissions() == fs::perms(0640));
}

TEST_CASE("a file that does not say its size is read to its end") {
  const auto read = read_file("/proc/self/status");
  REQUIRE(read.ok());
  CHECK(read.value().find("Name:") == 0);
}

TEST_CASE("what cannot be read is named with the reason") {
  const EmptyFolder folder;
  const auto missing = read_file(folder.path() / "none.csv");
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message.find("none.csv\": No such file or directory") != std::string::npos);
  const auto directory = read_file(folder.path());
  REQUIRE_FALSE(directory.ok());
  CHECK(directory.error().message.find("Is a directory") != std::string::npos);
}

TEST_CASE("a write that fails leaves the old file and nothing else") {
  const EmptyFolder folder;
  const auto nowhere = write_file(folder.path() / "no" / "a.csv", "x");
  REQUIRE_FALSE(nowhere.ok());
  CHECK(nowhere.error().message.find("cannot write") == 0);

  fs::create_directories(folder.path() / "taken" / "inside");
  CHECK_FALSE(write_file(folder.path() / "taken", "x").ok());
  CHECK(folder.files() == 1);
}
