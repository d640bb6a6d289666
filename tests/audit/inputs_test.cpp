#include "audit/inputs.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/digest.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

struct Export {
  Export() {
    std::string name = (fs::temp_directory_path() / "tidemark-inputs-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder = name;
    fs::create_directory(folder / "2021");
    std::ofstream(folder / "2021/orders.csv") << "CHILD,MADE\n";
    std::ofstream(folder / "letter.csv") << "Dear Sir\n";
    snapshot.files = {{"2021/orders.csv", 11, 1, 0, 0, {}, "2021/orders.csv"},
                      {"letter.csv", 9, -1, 0, 0, {}, "letter.csv"}};
  }
  ~Export() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
  Export(const Export&) = delete;
  Export& operator=(const Export&) = delete;
  [[nodiscard]] Result<std::vector<KeptFile>> kept(const FileStamps& before) const {
    return kept_snapshot(snapshot, found(), before, store);
  }
  [[nodiscard]] FoundFiles found() const { return find_files(folder.string()).value(); }
  fs::path folder;
  Snapshot snapshot;
  Store store = Store::open(":memory:").value();
};

TEST_CASE("only the files that a table claimed are kept") {
  const Export council;
  const auto files = council.kept(FileStamps::of(council.found())).value();
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "2021/orders.csv");
  CHECK(files[0].digest == sha256_hex("CHILD,MADE\n"));
  CHECK_FALSE(files[0].packed.empty());
}

TEST_CASE("a file that holds several tables is kept once, under its own name") {
  Export council;
  council.snapshot.files = {{"2021/orders.csv [List 8]", 11, 1, 0, 0, {}, "2021/orders.csv"},
                            {"2021/orders.csv [List 9]", 11, -1, 0, 0, {}, "2021/orders.csv"},
                            {"2021/orders.csv [List 10]", 11, 0, 0, 0, {}, "2021/orders.csv"}};
  const auto files = council.kept(FileStamps::of(council.found())).value();
  REQUIRE(files.size() == 1);
  CHECK(files[0].path == "2021/orders.csv");
  CHECK(files[0].digest == sha256_hex("CHILD,MADE\n"));
}

TEST_CASE("a file named by itself is kept under its own name") {
  Export council;
  const fs::path file = council.folder / "2021/orders.csv";
  council.snapshot.files = {{"orders.csv", 11, 1, 0, 0, {}, "orders.csv"}};
  const FoundFiles found = find_files(file.string()).value();
  const auto files =
      kept_snapshot(council.snapshot, found, FileStamps::of(found), council.store).value();
  REQUIRE(files.size() == 1);
  CHECK(files[0].digest == sha256_hex("CHILD,MADE\n"));
}

TEST_CASE("a file that changed while it was being read is refused by name") {
  const Export council;
  const FileStamps before = FileStamps::of(council.found());
  std::ofstream(council.folder / "letter.csv") << "and another thing\n";
  CHECK(council.kept(before).ok());  // nothing rests on it
  std::ofstream(council.folder / "2021/orders.csv", std::ios::app) << "101,2021-01-01\n";
  CHECK_THAT(council.kept(before).error().message,
             Catch::Contains("2021/orders.csv changed while it was being read"));
}

TEST_CASE("a calendar's digest is of its days") {
  const WorkingCalendar calendar("England", 0, 100, {1, 2});
  CHECK(digest_of(calendar) == digest_of(WorkingCalendar("England", 0, 100, {2, 1})));
  CHECK(digest_of(calendar) != digest_of(WorkingCalendar("England", 0, 100, {1, 3})));
  CHECK(digest_of(calendar) != digest_of(WorkingCalendar("England", 0, 101, {1, 2})));
  CHECK(digest_of(calendar) != digest_of(WorkingCalendar("Wales", 0, 100, {1, 2})));
}

}  // namespace
}  // namespace tidemark
