#include "snapshot/same_rows.hpp"

#include <catch2/catch.hpp>

#include "small_folder.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::notes_of;

namespace {

using Rows = std::vector<std::string>;

std::string episodes(std::string_view rows) {
  return std::string(small::k_episode_heading).append(rows);
}
std::string header(std::string_view rows) {
  return std::string("CHILD,SEX,DOB,UPN\n").append(rows);
}

}  // namespace

TEST_CASE("a row that says the same twice is kept once and noted") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("e.csv", episodes("1,01/02/2015,S,C2,U6,,\n"
                                                         "2,01/02/2015,S,C2,U6,,\n"
                                                         "1,01/02/2015,S,C2,U6,,\n"))
                                .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        Rows{"1 2015-02-01 S C2 U6 - ?", "2 2015-02-01 S C2 U6 - ?"});
  const auto notes = notes_of(snapshot, "duplicate row");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].line == 4);
  CHECK_THAT(notes[0].what_was_done, Contains("line 2"));
}

TEST_CASE("a later collection year updates an earlier one, with one note for the two files") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("2017/e.csv", episodes("1,01/02/2015,S,C2,U6,,\n1,01/02/2013,S,C2,U6,01/02/2014,\n"
                                        "2,01/02/2015,S,C2,U6,,\n"))
          .write("2018/e.csv",
                 episodes("1,01/02/2015,S,C2,U6,01/05/2017,\n2,01/02/2015,S,C2,U6,,\n"))
          .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        Rows{"1 2013-02-01 S C2 U6 2014-02-01 ?", "1 2015-02-01 S C2 U6 2017-05-01 ?",
             "2 2015-02-01 S C2 U6 - ?"});
  const auto notes = notes_of(snapshot, "rows that came again");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].file == "2018/e.csv");
  CHECK_THAT(notes[0].what_was_done, Contains("2 rows of 2017/e.csv"));
  CHECK(notes_of(snapshot, "conflicting rows").empty());
  CHECK(notes_of(snapshot, "two files for one table").empty());
}

TEST_CASE("one key with two contents in one year: both rows are kept and noted") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("e.csv", episodes("1,01/02/2015,S,C2,U6,,\n"
                                                         "1,01/02/2015,S,E1,U6,,\n"))
                                .load(sources);
  CHECK(snapshot.tables[small::k_episodes].rows() == 2);
  const auto notes = notes_of(snapshot, "conflicting rows");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].line == 3);
  CHECK(notes[0].column == "LS");
}

TEST_CASE("a child given twice with other facts becomes one row that may be either") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("h.csv", header("1,1,01/05/2010,\n2,1,01/05/2010,\n"
                                                       "1,2,03/05/2010,\n3,1,,\n3,1,01/01/2011,\n"))
                                .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_header) ==
        Rows{"1 2010-05-01..2010-05-03 1|2", "2 2010-05-01 1", "3 2011-01-01 1"});
  CHECK(notes_of(snapshot, "conflicting rows").size() == 2);
}

TEST_CASE("two files of one table and year are both read and noted") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("2018/a.csv", episodes("1,01/02/2015,S,C2,U6,,\n"))
                                .write("2018/b.csv", episodes("2,01/02/2015,S,C2,U6,,\n"))
                                .load(sources);
  CHECK(snapshot.tables[small::k_episodes].rows() == 2);
  const auto notes = notes_of(snapshot, "two files for one table");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].file == "2018/b.csv");
  CHECK_THAT(notes[0].what_was_done, Contains("2018/a.csv"));
}

TEST_CASE("a blank key names no row: only the same content is the same") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("court.csv",
                                       "CHILD,APPLICATION_TYPE,NEXT_HEARING,CASE_ID\n"
                                       "1,care,,\n1,placement,,\n1,care,,\n"
                                       "1,care,,K1\n1,placement,,K1\n")
                                .load(sources);
  CHECK(snapshot.tables[small::k_court].rows() == 4);
  CHECK(notes_of(snapshot, "duplicate row").size() == 1);
  CHECK(notes_of(snapshot, "conflicting rows").size() == 1);
}

TEST_CASE("of rows that say the same in three years, only plain updates are counted") {
  const Sources sources = small::sources();
  Folder folder;
  for (const char* year : {"2016", "2017", "2018"}) {
    folder.write(std::string(year) + "/e.csv", episodes("1,01/02/2015,S,C2,U6,,\n1,,S,C2,U6,,\n"));
  }
  const Snapshot snapshot = folder.load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        Rows{"1 ? S C2 U6 - ?", "1 2015-02-01 S C2 U6 - ?"});
  CHECK(snapshot.tables[small::k_episodes].file == std::vector<std::uint16_t>{2, 2});
  CHECK(notes_of(snapshot, "duplicate row").empty());
  CHECK_FALSE(notes_of(snapshot, "rows that came again").empty());
}

TEST_CASE("many rows with one key are settled without comparing each with each") {
  std::string rows;
  for (int i = 0; i < 50000; ++i) rows += "1,01/02/2015,S,C2,U6,,N" + std::to_string(i) + "\n";
  const Snapshot snapshot = Folder().write("e.csv", episodes(rows)).load();
  CHECK(snapshot.tables[small::k_episodes].rows() == 50000);
  CHECK(notes_of(snapshot, "conflicting rows").size() == 10001);
}
