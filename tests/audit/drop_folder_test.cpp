#include "audit/drop_folder.hpp"

#include <stdlib.h>
#include <sys/stat.h>

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

DroppedSnapshot dropped(const std::string& name, std::int64_t last_change, std::optional<Day> day,
                        bool complete) {
  DroppedSnapshot made;
  made.name = name;
  made.last_change = last_change;
  made.named_day = day;
  made.is_complete = complete;
  return made;
}

TEST_CASE("the latest is told by the day in its name, else by its last change") {
  const auto latest = [](std::vector<DroppedSnapshot> all) {
    const auto found = latest_complete(all, parse_iso("2026-12-31").value());
    return found ? found->name : "";
  };
  const Day day = parse_iso("2026-11-02").value();
  const std::int64_t noon = std::int64_t{day} * 86400 + 43200;
  CHECK(latest({}).empty());
  CHECK(latest({dropped("a", noon, std::nullopt, false)}).empty());
  CHECK(latest({dropped("a", noon, std::nullopt, true),
                dropped("b", noon - 1, std::nullopt, true)}) == "a");
  // An older extract that was copied later is still the older one.
  CHECK(latest({dropped("2026-11-02", noon, day, true),
                dropped("2026-10-01", noon + 9, day - 32, true)}) == "2026-11-02");
  CHECK(latest({dropped("a", noon, std::nullopt, true), dropped("b", noon, std::nullopt, true)}) ==
        "b");
  // A day that has not come is a slip of the pen.
  CHECK(latest({dropped("2026-11-02", noon, day, true),
                dropped("2099-01-01", noon, day + 30000, true)}) == "2026-11-02");
}

TEST_CASE("what can be no file of a snapshot is named, and nobody waits for it") {
  const OwnDrop drop;
  drop.has("pipe/header.csv", "CHILD\n");
  REQUIRE(mkfifo((drop.path / "pipe" / "episodes.csv").c_str(), 0600) == 0);
  drop.has("loop/header.csv", "CHILD\n");
  fs::create_symlink("episodes.csv", drop.path / "loop" / "episodes.csv");
  fs::create_directory_symlink("..", drop.path / "loop" / "round-and-round");
  drop.has("good/header.csv", "CHILD\n");
  drop.has("good/COMPLETE", "");
  DropFolder folder(drop.path, 0);
  CHECK(complete(folder, 1) == "good ");
  CHECK(complete(folder, 2) == "good ");
  const auto looked = folder.look(3).value();
  REQUIRE(looked.size() == 3);
  CHECK(looked[0].why_never.empty());
  CHECK_THAT(looked[1].why_never,
             Catch::Contains("\"episodes.csv\" cannot be read: Too many levels"));
  CHECK_THAT(looked[2].why_never, Catch::Contains("\"episodes.csv\" is neither a file nor"));
}

TEST_CASE("the day in a name is read wherever it stands") {
  const OwnDrop drop;
  drop.has("export 2026-11-02 evening/a.csv", "x");
  DropFolder folder(drop.path, 0);
  CHECK(folder.look(1).value().at(0).named_day == parse_iso("2026-11-02"));
}

}  // namespace
}  // namespace tidemark
