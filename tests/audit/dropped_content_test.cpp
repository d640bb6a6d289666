#include "audit/dropped_content.hpp"

#include <stdlib.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

namespace tidemark {
namespace {

namespace fs = std::filesystem;

class OwnFolder {
 public:
  OwnFolder() {
    std::string name = (fs::temp_directory_path() / "tidemark-content-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  void has(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
  }
  [[nodiscard]] std::string digest(const std::string& name, const std::string& listing = "1") {
    DroppedSnapshot snapshot;
    snapshot.name = name;
    snapshot.path = (path / name).string();
    snapshot.listing = listing;
    const auto found = contents.digest_of(snapshot, [] { return true; });
    INFO((found ? "" : found.error().message));
    REQUIRE(found.ok());
    return found.value();
  }
  fs::path path;
  DroppedContents contents;
};

TEST_CASE("a snapshot is known again under another name, and when other things lie beside it") {
  OwnFolder drop;
  drop.has("a/header.csv", "CHILD\n1\n");
  drop.has("a/more/episodes.csv", "CHILD\n");
  drop.has("b/header.csv", "CHILD\n1\n");
  drop.has("b/more/episodes.csv", "CHILD\n");
  drop.has("b/COMPLETE", "");
  CHECK(drop.digest("a") == drop.digest("b"));
  drop.has("c/header.csv", "CHILD\n2\n");
  drop.has("c/more/episodes.csv", "CHILD\n");
  CHECK(drop.digest("c") != drop.digest("a"));
  drop.has("d/header.csv", "CHILD\n1\n");
  drop.has("d/other/episodes.csv", "CHILD\n");
  CHECK(drop.digest("d") != drop.digest("a"));
  drop.has("one.csv", "CHILD\n1\n");
  drop.has("same.csv", "CHILD\n1\n");
  CHECK(drop.digest("one.csv") == drop.digest("same.csv"));
}

TEST_CASE("it is digested again only when its listing has changed") {
  OwnFolder drop;
  drop.has("one.csv", "CHILD\n1\n");
  const std::string before = drop.digest("one.csv", "first");
  drop.has("one.csv", "CHILD\n2\n");
  CHECK(drop.digest("one.csv", "first") == before);
  CHECK(drop.digest("one.csv", "second") != before);
}

TEST_CASE("what holds nothing that an audit reads has a digest too") {
  OwnFolder drop;
  drop.has("a/notes.doc", "x");
  CHECK(drop.digest("a").size() == 64);
}

TEST_CASE("digesting ends when it is told to") {
  const OwnFolder drop;
  drop.has("one.csv", "CHILD\n1\n");
  DroppedSnapshot snapshot;
  snapshot.path = (drop.path / "one.csv").string();
  DroppedContents contents;
  CHECK_FALSE(contents.digest_of(snapshot, [] { return false; }).ok());
}

}  // namespace
}  // namespace tidemark
