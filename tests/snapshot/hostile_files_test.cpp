#include <catch2/catch.hpp>
#include <filesystem>

#include "small_folder.hpp"

using namespace tidemark;
using Catch::Contains;
using small::Folder;
using small::k_episode_heading;
using small::notes_of;
using namespace std::string_view_literals;

namespace {

std::string episodes(std::string_view rows) {
  return std::string(k_episode_heading).append(rows);
}

}  // namespace

TEST_CASE("what is not there, empty or unreadable is refused with one sentence") {
  const Sources sources = small::sources();
  CHECK(load_snapshot("/no/such/folder", sources, {}).error().message ==
        "there is no file or folder /no/such/folder");
  CHECK_THAT(Folder().refusal(), Contains("is empty"));
  CHECK_THAT(Folder().write("a.docx", "PK").write("b.pdf", "x").refusal(),
             Contains("found a.docx and 1 more") && Contains("save the lists as one of these"));
  Folder broken;
  std::filesystem::create_symlink("/no/such/file", broken.path() + "/header.csv");
  CHECK_THAT(broken.refusal(), Contains("header.csv cannot be read: No such file"));
}

TEST_CASE("a broken workbook, XML, JSON or PDF named .csv is refused by what it is") {
  CHECK_THAT(Folder().write("h.csv", "PK\x03\x04\x14").refusal(),
             Contains("h.csv cannot be unpacked") && Contains("cut short"));
  CHECK_THAT(Folder().write("h.csv", "\xd0\xcf\x11\xe0\xa1").refusal(),
             Contains("old Excel workbook") && Contains("locked with a password"));
  CHECK_THAT(Folder().write("h.csv", "<?xml version=\"1.0\"?>").refusal(),
             Contains("h.csv cannot be read: line 1"));
  CHECK_THAT(Folder().write("h.csv", "{\"a\": 1}").refusal(), Contains("a JSON file"));
  CHECK_THAT(Folder().write("h.csv", "%PDF-1.4").refusal(), Contains("a PDF"));
  CHECK_THAT(Folder().write("sub/h.CSV", "%PDF-1.4").refusal(), Contains("sub/h.CSV"));
}

TEST_CASE("another dataset refuses the whole snapshot by its name") {
  CHECK_THAT(Folder()
                 .write("header.csv", small::k_two_children)
                 .write("z.csv", "LAchildID,CINreferralDate,X\n1,01/01/2020,\n")
                 .refusal(),
             Contains("z.csv is a children in need census") && Contains("an SSDA903 return"));
}

TEST_CASE("a snapshot without a known list or without a child is refused") {
  CHECK_THAT(Folder().write("a.csv", "A,B\n1,2\n").refusal(),
             Contains("a.csv") && Contains("none of its columns") && Contains("an SSDA903 return"));
  CHECK_THAT(Folder().write("a.csv", "101,01/01/2010,S,C2,U6,,\n").refusal(),
             Contains("no heading row was found"));
  CHECK_THAT(Folder().write("header.csv", "CHILD,SEX,DOB,UPN\n").refusal(),
             Contains("names no child") && Contains("header.csv"));
  CHECK_THAT(Folder().write("header.csv", "").refusal(), Contains("it is empty"));
}

TEST_CASE("a file nobody claims, other files and a text file are noted and the rest is read") {
  const Snapshot snapshot = Folder()
                                .write("header.csv", small::k_two_children)
                                .write("readme.txt", "<b>hello</b>")
                                .write("odd.csv", "CHILD,DECOM,RNE,LS\n1,2,3,4\n")
                                .write("other.docx", "PK")
                                .load();
  const auto unclaimed = notes_of(snapshot, "file nobody claimed");
  REQUIRE(unclaimed.size() == 2);
  CHECK(unclaimed[0].file == "odd.csv");
  CHECK_THAT(unclaimed[0].what_was_done, Contains("episodes") && Contains("PLACE, DEC"));
  CHECK(unclaimed[1].file == "readme.txt");
  REQUIRE(notes_of(snapshot, "file not read").size() == 1);
  CHECK(notes_of(snapshot, "file not read")[0].file == "other.docx");
  CHECK(snapshot.children.size() == 2);
}

TEST_CASE("dates that are none are noted where they stand and count as unknown") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("header.csv", small::k_two_children)
          .write("episodes.csv", episodes("101,01/02/2015,S,C2,U6,31/02/2020,\n"))
          .load(sources);
  const auto notes = notes_of(snapshot, "not a date");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].file == "episodes.csv");
  CHECK(notes[0].line == 2);
  CHECK(notes[0].column == "DEC");
  CHECK(notes[0].text == "31/02/2020");
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        std::vector<std::string>{"101 2015-02-01 S C2 U6 ? ?"});
}

TEST_CASE("an end before its start and a day before birth are impossible") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("episodes.csv", episodes("101,01/02/2015,S,C2,U6,31/01/2015,\n"
                                          "102,01/06/2012,S,C2,U6,,\n"
                                          "102,02/06/2012,S,C2,U6,02/06/2012,\n"))
          .write("header.csv", small::k_two_children)
          .load(sources);
  const auto ends = notes_of(snapshot, "end before start");
  REQUIRE(ends.size() == 1);
  CHECK(ends[0].line == 2);
  CHECK(ends[0].text == "31/01/2015");
  const auto births = notes_of(snapshot, "before birth");
  REQUIRE(births.size() == 1);
  CHECK(births[0].line == 3);
  CHECK(births[0].text == "01/06/2012");
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        std::vector<std::string>{"101 2015-02-01 S C2 U6 ? ?", "102 ? S C2 U6 - ?",
                                 "102 2012-06-02 S C2 U6 2012-06-02 ?"});
}

TEST_CASE("ragged, cut and NUL rows are kept with what could not be read unknown") {
  const Sources sources = small::sources();
  const std::string text =
      episodes("101,01/02/2015,S,C2\n101,01/03/2015,S,C2,U6,,A,B\n101,01/04/2015,S,C2,U6,,,,\n") +
      std::string("101,01/05/2015,S,C\0002,U6,,\n"sv) + "102,01/05/2015,S,C2,U6,01/06/20";
  const Snapshot snapshot =
      Folder().write("header.csv", small::k_two_children).write("episodes.csv", text).load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        std::vector<std::string>{"101 2015-02-01 S C2 ? ? ?", "101 2015-03-01 S C2 U6 - A",
                                 "101 2015-04-01 S C2 U6 - ?", "101 2015-05-01 S ? U6 - ?",
                                 "102 2015-05-01 S C2 U6 ? ?"});
  CHECK(notes_of(snapshot, "ragged row").size() == 2);
  CHECK(notes_of(snapshot, "NUL byte").size() == 1);
  REQUIRE(notes_of(snapshot, "ends in the middle of a row").size() == 1);
  CHECK(notes_of(snapshot, "ends in the middle of a row")[0].line == 6);
}

TEST_CASE("ten megabytes in one cell and an open quote harm nobody else") {
  const Sources sources = small::sources();
  const std::string big(10 * 1024 * 1024, 'x');
  const std::string text = episodes("101,01/02/2015,S,C2,U6,," + big +
                                    "\n102,01/02/2015,\"S,C2,U6,,\n"
                                    "102,01/03/2015,S,C2,U6,,\n");
  const Snapshot snapshot =
      Folder().write("header.csv", small::k_two_children).write("episodes.csv", text).load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        std::vector<std::string>{"101 2015-02-01 S C2 U6 - ?", "102 2015-02-01 S C2 U6 - ?",
                                 "102 2015-03-01 S C2 U6 - ?"});
  CHECK(notes_of(snapshot, "field too long").size() == 1);
  REQUIRE(notes_of(snapshot, "quote not closed").size() == 1);
  CHECK(notes_of(snapshot, "quote not closed")[0].line == 3);
}

TEST_CASE("rows without a usable child are not read, and said so") {
  const std::string text = episodes(",01/02/2015,S,C2,U6,,\n,,,,,,\n" + std::string(65, 'x') +
                                    ",01/02/2015,S,C2,U6,,\n 101 ,01/02/2015,S,C2,U6,,\n");
  const Snapshot snapshot =
      Folder().write("header.csv", small::k_two_children).write("episodes.csv", text).load();
  const auto notes = notes_of(snapshot, "child id not usable");
  REQUIRE(notes.size() == 2);
  CHECK(notes[0].line == 2);
  CHECK(notes[1].line == 4);
  CHECK(snapshot.tables[small::k_episodes].rows() == 1);
  CHECK(snapshot.tables[small::k_episodes].line[0] == 5);
  CHECK(snapshot.children.size() == 2);
}

TEST_CASE("a child in no list of children is an orphan, noted once a file, and kept") {
  const Snapshot snapshot = Folder()
                                .write("header.csv", small::k_two_children)
                                .write("episodes.csv", episodes("999,01/02/2015,S,C2,U6,,\n"
                                                                "101,01/02/2015,S,C2,U6,,\n"
                                                                "999,01/03/2015,S,C2,U6,,\n"))
                                .load();
  const auto notes = notes_of(snapshot, "orphan child");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].line == 2);
  CHECK(notes[0].text == "999");
  CHECK(snapshot.children.size() == 3);
  CHECK(snapshot.tables[small::k_episodes].rows() == 3);
  CHECK(snapshot.tables[small::k_header].first_row.back() == 2);
}

TEST_CASE("notes of one kind stop at ten thousand, with a count of the others") {
  std::string rows;
  for (int i = 0; i < 12345; ++i) rows += "101,01/02/2015,S,QQ,U6,,\n";
  const Snapshot snapshot =
      Folder().write("header.csv", small::k_two_children).write("e.csv", episodes(rows)).load();
  const auto notes = notes_of(snapshot, "unknown code");
  CHECK(notes.size() == 10001);
  CHECK_THAT(notes[0].what_was_done, Contains("2345 more"));
}

TEST_CASE("a list of the return that is about none of its children counts as not supplied") {
  const std::string of_a_stranger = "909,01/02/2015,S,C1,U6,,\n";
  const std::string of_a_child = "101,01/02/2015,S,C1,U6,,\n";
  Folder strangers;
  strangers.write("header.csv", small::k_two_children).write("e.csv", episodes(of_a_stranger));
  CHECK_FALSE(strangers.load().tables[small::k_episodes].supplied);
  Folder both;
  both.write("header.csv", small::k_two_children)
      .write("e.csv", episodes(of_a_stranger + of_a_child));
  CHECK(both.load().tables[small::k_episodes].supplied);
}

TEST_CASE("a list with a heading and no rows counts as not supplied, and said so") {
  const Snapshot snapshot =
      Folder().write("header.csv", small::k_two_children).write("e.csv", k_episode_heading).load();
  CHECK(snapshot.tables[small::k_header].supplied);
  CHECK_FALSE(snapshot.tables[small::k_episodes].supplied);
  CHECK(std::any_of(snapshot.notes.begin(), snapshot.notes.end(), [](const LoadNote& note) {
    return note.file == "e.csv" && note.what_was_done.find("no rows") != std::string::npos;
  }));
  CHECK(snapshot.tables[small::k_episodes].rows() == 0);
  CHECK(snapshot.tables[small::k_episodes].first_row.size() == 3);
  CHECK_FALSE(snapshot.tables[small::k_reviews].supplied);
  CHECK_FALSE(snapshot.tables[small::k_reviews].column_supplied[1]);
  CHECK(snapshot.tables[small::k_reviews].first_row.size() == 3);
}
