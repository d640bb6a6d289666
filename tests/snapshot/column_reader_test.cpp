#include "snapshot/column_reader.hpp"

#include <catch2/catch.hpp>

#include "small_folder.hpp"

using namespace tidemark;
using small::Folder;

namespace {

// One list of court applications with these cells in one column; what came of them.
std::vector<std::string> read(const std::string& column, const std::vector<std::string>& cells,
                              std::vector<LoadNote>* notes = nullptr) {
  std::string text = "CHILD,APPLICATION_TYPE,NEXT_HEARING," + column + "\n";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    text += std::to_string(1000 + i) + ",care,," + cells[i] + "\n";
  }
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder().write("court.csv", text).load(sources);
  if (notes != nullptr) *notes = snapshot.notes;
  const auto at = static_cast<std::size_t>(sources.tables[small::k_court].column(column));
  std::vector<std::string> values;
  for (const Cell cell : snapshot.tables[small::k_court].columns[at]) {
    values.push_back(small::cell_text(snapshot, sources.tables[small::k_court].columns[at], cell));
  }
  return values;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("flags are yes, no or unknown, never no for a blank") {
  CHECK(
      read("AGREED", {"0", "1", "Y", "n", "Yes", "no", "TRUE", "false", "1.0", "", " ", "NULL"}) ==
      Values{"no", "yes", "yes", "no", "yes", "no", "yes", "no", "yes", "?", "?", "?"});
  std::vector<LoadNote> notes;
  CHECK(read("AGREED", {"perhaps"}, &notes) == Values{"?"});
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == "not yes or no");
  CHECK(notes[0].line == 2);
  CHECK(notes[0].column == "AGREED");
  CHECK(notes[0].text == "perhaps");
}

TEST_CASE("numbers are thousandths and a blank or a placeholder is unknown") {
  CHECK(read("HOURS", {"25", "0.5", "-3", "1.2345", "1.0005", "", "-1", "2147483.647", " 7 "}) ==
        Values{"25000", "500", "-3000", "1235", "1001", "?", "?", "2147483647", "7000"});
  std::vector<LoadNote> notes;
  CHECK(read("HOURS", {"many", "2147484", "1,5", "1e5", ".", "99999999999"}, &notes)[0] == "?");
  CHECK(notes.size() >= 5);
}

TEST_CASE("a set of codes is a bit for each, and blank is none") {
  CHECK(read("PLANS", {"ADOPTION", "SGO+HOME", " home + adoption ", "", "NULL"}) ==
        Values{"1", "6", "5", "0", "0"});
  std::vector<LoadNote> notes;
  CHECK(read("PLANS", {"SGO+NOPE"}, &notes) == Values{"?"});
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == "unknown code");
  CHECK(notes[0].text == "NOPE");
}

TEST_CASE("codes are known by value, spelling, case and spaces, and an unknown code is noted") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("header.csv",
                                       "CHILD,SEX,DOB,UPN\n1,1,01/01/2010,\n2,Female,01/01/2010,\n"
                                       "3, MALE ,01/01/2010,\n4,9,01/01/2010,\n5,,01/01/2010,\n")
                                .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_header) ==
        Values{"1 2010-01-01 1", "2 2010-01-01 2", "3 2010-01-01 1", "4 2010-01-01 ?",
               "5 2010-01-01 ?"});
  const auto notes = small::notes_of(snapshot, "unknown code");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].line == 5);
  CHECK(notes[0].text == "9");
}

TEST_CASE("placeholders mean blank, also as the same day written otherwise") {
  CHECK(read("CASE_ID", {"A1", "null", "a1", "-1"}) == Values{"A1", "?", "a1", "?"});
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("e.csv", std::string(small::k_episode_heading) +
                                                    "7,01/02/2010,S,C2,U6,01/01/1900,XXXXXXX\n"
                                                    "7,02/02/2010,S,C2,U6,1900-01-01,SC1\n"
                                                    "7,03/02/2010,S,C2,U6,,\n")
                                .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) == Values{"7 2010-02-01 S C2 U6 - ?",
                                                                       "7 2010-02-02 S C2 U6 - SC1",
                                                                       "7 2010-02-03 S C2 U6 - ?"});
}

TEST_CASE("what a blank date means is the column's to say") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("e.csv", std::string(small::k_episode_heading) +
                              "7,,S,C2,U6,,\n7,zz/zz/zzzz,S,C2,U6,zz/05/2020,x\n")
          .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        Values{"7 ? S C2 U6 2020-05-01..2020-05-31 x", "7 ? S C2 U6 - ?"});
}
