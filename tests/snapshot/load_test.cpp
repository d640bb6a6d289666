#include "snapshot/load.hpp"

#include <catch2/catch.hpp>

#include "small_folder.hpp"

using namespace tidemark;
using small::Folder;

TEST_CASE("a folder becomes tables grouped by child and in order of their days") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("sub/Episodes.CSV", std::string(small::k_episode_heading) +
                                         "102,01/02/2015,S,C2,U6,,SC2\n"
                                         "101,01/03/2015,P,C2,U6,,SC1\n"
                                         "101,01/02/2015,S,C2,U6,01/03/2015,SC1\n")
          .write("header.txt", small::k_two_children)
          .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_episodes) ==
        std::vector<std::string>{"101 2015-02-01 S C2 U6 2015-03-01 SC1",
                                 "101 2015-03-01 P C2 U6 - SC1", "102 2015-02-01 S C2 U6 - SC2"});
  REQUIRE(snapshot.files.size() == 2);
  CHECK(snapshot.files[0].path == "header.txt");
  CHECK(snapshot.files[1].path == "sub/Episodes.CSV");
  CHECK(snapshot.files[1].rows == 3);
  const RecordTable& episodes = snapshot.tables[small::k_episodes];
  CHECK(episodes.line == std::vector<std::uint32_t>{4, 3, 2});
  CHECK(episodes.file == std::vector<std::uint16_t>{1, 1, 1});
}

TEST_CASE("one file can be named by itself") {
  Folder folder;
  folder.write("header.csv", small::k_two_children);
  const Result<Snapshot> loaded =
      load_snapshot(folder.path() + "/header.csv", small::sources(), {});
  REQUIRE(loaded.ok());
  CHECK(loaded.value().children.size() == 2);
  CHECK(loaded.value().files[0].path == "header.csv");
}

TEST_CASE("progress is told in bytes and ends with all of them") {
  Folder folder;
  folder.write("header.csv", small::k_two_children);
  std::uint64_t last = 0;
  std::uint64_t all = 0;
  LoadOptions options;
  options.progress = [&](std::uint64_t done, std::uint64_t of) {
    CHECK(done >= last);
    last = done;
    all = of;
  };
  REQUIRE(load_snapshot(folder.path(), small::sources(), options).ok());
  CHECK(all == small::k_two_children.size());
  CHECK(last > 0);
  CHECK(last <= all);
}

TEST_CASE("columns that nobody wants are left at the door and named") {
  const Snapshot snapshot =
      Folder()
          .write("h.csv", "CHILD,SEX,DOB,UPN,NAME,ADDRESS\n1,1,01/05/2010,U,Ann,1 High St\n")
          .load();
  CHECK(snapshot.files[0].dropped == std::vector<std::string>{"UPN", "NAME", "ADDRESS"});
  const auto notes = small::notes_of(snapshot, "columns dropped");
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].text == "UPN, NAME, ADDRESS");
}

TEST_CASE("a column that only one of two files has is unknown in the rows of the other") {
  const Sources sources = small::sources();
  const Snapshot snapshot = Folder()
                                .write("2017/r.csv", "CHILD,REVIEW\n1,01/05/2016\n")
                                .write("2018/r.csv", "CHILD,REVIEW,REVIEW_CODE\n1,01/05/2017,PN1\n")
                                .load(sources);
  CHECK(small::rows_of(snapshot, sources, small::k_reviews) ==
        std::vector<std::string>{"1 2016-05-01 ?", "1 2017-05-01 PN1"});
}

TEST_CASE("notes are in order of file, line and column") {
  const Snapshot snapshot =
      Folder()
          .write("b.csv", std::string(small::k_episode_heading) + "1,x,S,QQ,U6,,\n1,y,S,C2,U6,z,\n")
          .write("a.csv", "CHILD,REVIEW\n1,nope\n")
          .load();
  for (std::size_t i = 1; i < snapshot.notes.size(); ++i) {
    const LoadNote& a = snapshot.notes[i - 1];
    const LoadNote& b = snapshot.notes[i];
    CHECK(std::tie(a.file, a.line, a.column) <= std::tie(b.file, b.line, b.column));
  }
  CHECK(small::notes_of(snapshot, "not a date").size() == 4);
}
