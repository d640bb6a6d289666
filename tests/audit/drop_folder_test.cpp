#include "audit/drop_folder.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>
#include <fstream>

namespace tidemark {
namespace {

namespace fs = std::filesystem;

class OwnDrop {
 public:
  OwnDrop() {
    std::string name = (fs::temp_directory_path() / "tidemark-drop-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~OwnDrop() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  OwnDrop(const OwnDrop&) = delete;
  OwnDrop& operator=(const OwnDrop&) = delete;
  void has(const std::string& name, const std::string& text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name) << text;
  }
  fs::path path;
};

std::string complete(DropFolder& folder, std::int64_t now) {
  std::string names;
  const auto looked = folder.look(now);
  REQUIRE(looked.ok());
  for (const auto& snapshot : looked.value()) {
    if (snapshot.is_complete) names += snapshot.name + " ";
  }
  return names;
}

TEST_CASE("a snapshot is complete when it has stood still for long enough, and not before") {
  const OwnDrop drop;
  drop.has("a/header.csv", "CHILD\n");
  DropFolder folder(drop.path, 60);
  CHECK(complete(folder, 1000).empty());
  CHECK(complete(folder, 1059).empty());
  drop.has("a/header.csv", "CHILD\n1\n");  // still being copied
  CHECK(complete(folder, 1060).empty());
  CHECK(complete(folder, 1119).empty());
  CHECK(complete(folder, 1120) == "a ");
  drop.has("a/episodes.csv", "CHILD\n");  // and again
  CHECK(complete(folder, 1121).empty());
  CHECK(complete(folder, 1181) == "a ");
}

TEST_CASE("a file COMPLETE ends the waiting") {
  const OwnDrop drop;
  drop.has("a/header.csv", "CHILD\n");
  drop.has("a/COMPLETE", "");
  DropFolder folder(drop.path, 60);
  CHECK(complete(folder, 5) == "a ");
}

TEST_CASE("one file is a snapshot too; hidden, partial and empty ones are not") {
  const OwnDrop drop;
  drop.has("list.csv", "CHILD\n");
  drop.has(".hidden/header.csv", "CHILD\n");
  drop.has("b.part/header.csv", "CHILD\n");
  fs::create_directories(drop.path / "empty");
  DropFolder folder(drop.path, 0);
  CHECK(complete(folder, 1).empty());  // nothing stands still at first sight
  CHECK(complete(folder, 1) == "list.csv ");
}

TEST_CASE("a drop folder that is not there is an error that names it") {
  DropFolder folder("/nowhere/drop", 1);
  const auto looked = folder.look(1);
  REQUIRE_FALSE(looked.ok());
  CHECK_THAT(looked.error().message, Catch::Contains("/nowhere/drop"));
}

TEST_CASE("the latest is told by the day in its name, else by its last change") {
  const auto latest = [](std::vector<DroppedSnapshot> all) {
    const auto found = latest_complete(all, parse_iso("2026-12-31").value());
    return found ? found->name : "";
  };
  const Day day = parse_iso("2026-11-02").value();
  const std::int64_t noon = std::int64_t{day} * 86400 + 43200;
  CHECK(latest({}).empty());
  CHECK(latest({{"a", "", noon, std::nullopt, false}}).empty());
  CHECK(latest({{"a", "", noon, std::nullopt, true}, {"b", "", noon - 1, std::nullopt, true}}) ==
        "a");
  // An older extract that was copied later is still the older one.
  CHECK(latest({{"2026-11-02", "", noon, day, true},
                {"2026-10-01", "", noon + 9, day - 32, true}}) == "2026-11-02");
  CHECK(latest({{"a", "", noon, std::nullopt, true}, {"b", "", noon, std::nullopt, true}}) == "b");
  // A day that has not come is a slip of the pen.
  CHECK(latest({{"2026-11-02", "", noon, day, true},
                {"2099-01-01", "", noon, day + 30000, true}}) == "2026-11-02");
}

TEST_CASE("the day in a name is read wherever it stands") {
  const OwnDrop drop;
  drop.has("export 2026-11-02 evening/a.csv", "x");
  DropFolder folder(drop.path, 0);
  CHECK(folder.look(1).value().at(0).named_day == parse_iso("2026-11-02"));
}

}  // namespace
}  // namespace tidemark
