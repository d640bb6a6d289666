#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "small_folder.hpp"
#include "snapshot/held_files.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::notes_of;
using small::rows_of;

namespace {

const std::string k_header =
    "CREATE TABLE ssd_person(CHILD, SEX, DOB, UPN);"
    "INSERT INTO ssd_person VALUES (101, 1, '2010-05-01 00:00:00.000', 'A1'), "
    "(102.0, 2, '2012-06-02', NULL);";
const std::string k_episodes =
    "CREATE TABLE \"odd \"\"name/\"(CHILD, DECOM, RNE, LS, PLACE, DEC, URN);"
    "INSERT INTO \"odd \"\"name/\"(rowid, CHILD, DECOM, RNE, LS, PLACE, DEC, URN) VALUES "
    "(7, 101, '2015-01-02', 'S', 'C2', 'U4', NULL, x'00ff'), "
    "(9, '102', '2016-01-02', 'S', 'C2', 'U4', '', CAST(x'4192' AS TEXT));";

void make(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  REQUIRE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(database);
}

std::string path_in(const Folder& folder) {
  return folder.path() + "/a%20 council?.sqlite";
}

}  // namespace

TEST_CASE("tables of an SQLite file are known by their columns and rows by their numbers") {
  const Folder folder;
  make(path_in(folder), k_header + k_episodes);
  const Snapshot snapshot = folder.load();
  CHECK(rows_of(snapshot, small::sources(), small::k_episodes) ==
        std::vector<std::string>{"101 2015-01-02 S C2 U4 - ?",
                                 "102 2016-01-02 S C2 U4 - A\xe2\x80\x99"});
  CHECK(snapshot.children.size() == 2);
  CHECK(snapshot.tables[small::k_episodes].line == std::vector<std::uint32_t>{7, 9});
  CHECK(snapshot.files[0].path == "a%20 council?.sqlite [odd \"name ]");
  CHECK(snapshot.files[1].path == "a%20 council?.sqlite [ssd_person]");
  CHECK(notes_of(snapshot, "error in a cell").size() == 1);
  CHECK(notes_of(snapshot, "text encoding").size() == 1);
}

TEST_CASE("only plain tables are read: no view, no virtual table, nothing computed") {
  const Folder folder;
  make(path_in(folder),
       k_header +
           "CREATE VIEW v AS SELECT CHILD, '2015-01-02' AS REVIEW, 'PN1' AS REVIEW_CODE FROM "
           "ssd_person;"
           "CREATE TABLE reviews(CHILD, REVIEW, REVIEW_CODE);"
           "CREATE TRIGGER t AFTER INSERT ON reviews BEGIN DELETE FROM ssd_person; END;"
           "CREATE TABLE keyed(CHILD TEXT PRIMARY KEY, COMPLETED, rowid, oid, _rowid_) WITHOUT "
           "ROWID;"
           "INSERT INTO keyed VALUES ('101', '2015-01-02', 1, 2, 3);");
  const Snapshot snapshot = folder.load();
  REQUIRE(snapshot.files.size() == 3);
  CHECK_FALSE(snapshot.tables[small::k_reviews].supplied);
  CHECK(rows_of(snapshot, small::sources(), small::k_life_story) ==
        std::vector<std::string>{"101 2015-01-02"});
  CHECK(snapshot.tables[small::k_life_story].line == std::vector<std::uint32_t>{1});
}

TEST_CASE(
    "a database whose writer has not finished is refused, one that was in that mode is read") {
  const Folder folder;
  make(path_in(folder), "PRAGMA journal_mode = WAL;" + k_header);
  CHECK(folder.load().children.size() == 2);
  std::ofstream(path_in(folder) + "-wal") << "pages";
  CHECK_THAT(folder.refusal(), Contains("is still being written") && Contains("-wal"));
}

TEST_CASE("a damaged database is refused with a sentence, or every row of it is read") {
  const Folder folder;
  std::string rows;
  for (int i = 0; i < 500; ++i)
    rows += "INSERT INTO ssd_person VALUES (" + std::to_string(1000 + i) + ",1,'2010-05-01','x');";
  make(path_in(folder), k_header + "BEGIN;" + rows + "COMMIT;");
  std::ifstream file(path_in(folder), std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), {}};
  REQUIRE(whole.size() > 8192);
  CHECK_THAT(Folder().write("a.db", whole.substr(0, whole.size() - 4096)).refusal(),
             Contains("a.db cannot be read as a database") && Contains("damaged or was cut short"));
  for (std::size_t at = 16; at < whole.size(); at += 61) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
    const Result<Snapshot> loaded = Folder().write("a.db", damaged).try_load();
    if (!loaded.ok()) CHECK_FALSE(loaded.error().message.empty());
  }
}

TEST_CASE("a database without a known table is no list") {
  const Folder folder;
  make(path_in(folder), "CREATE TABLE a(x);");
  CHECK_THAT(folder.refusal(), Contains("none of its columns"));
  make(path_in(folder), "DROP TABLE a;");
  CHECK_THAT(folder.refusal(), Contains("there is no list in it"));
}

TEST_CASE("a database that is held in memory is read as it was on the disk") {
  for (const std::string mode : {"DELETE", "WAL"}) {  // the second leaves its mark in the file
    const Folder folder;
    make(path_in(folder), "PRAGMA journal_mode = " + mode + ";" + k_header + k_episodes);
    const Snapshot on_disk = folder.load();
    HeldFiles held;
    REQUIRE(held.add("a%20 council?.sqlite", read_file(path_in(folder)).value()).ok());
    const Sources sources = small::sources();
    const auto in_memory = load_snapshot(held.found("run 1"), sources, {});
    INFO((in_memory ? "" : in_memory.error().message));
    REQUIRE(in_memory.ok());
    CHECK(rows_of(in_memory.value(), sources, small::k_episodes) ==
          rows_of(on_disk, sources, small::k_episodes));
    CHECK(rows_of(on_disk, sources, small::k_episodes).size() == 2);
    CHECK(in_memory.value().files[0].path == on_disk.files[0].path);
  }
}

TEST_CASE("a damaged database in memory is refused with its name") {
  HeldFiles held;
  REQUIRE(held.add("ssd.sqlite", std::string("SQLite format 3\0 and no more", 29)).ok());
  const auto refused = load_snapshot(held.found("run 1"), small::sources(), {});
  REQUIRE_FALSE(refused.ok());
  CHECK_THAT(refused.error().message, Contains("ssd.sqlite cannot be read as a database"));
}
