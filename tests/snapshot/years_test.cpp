#include <catch2/catch.hpp>

#include "small_folder.hpp"
#include "snapshot/collection_year.hpp"

using namespace tidemark;
using small::Folder;

TEST_CASE("a collection year ends on 31 March") {
  CHECK(collection_year_of(day_of(2018, 3, 31)) == 2018);
  CHECK(collection_year_of(day_of(2018, 4, 1)) == 2019);
  for (int year = k_first_year + 1; year <= k_last_year; ++year) {
    CHECK(collection_year_of(first_day_of_collection(year)) == year);
    CHECK(collection_year_of(last_day_of_collection(year)) == year);
  }
}

TEST_CASE("the year is the one that the file's name gives, else that of its folders") {
  CHECK(year_in_path("x/SSDA903_2020_episodes.csv") == 2020);
  CHECK(year_in_path("2019/episodes.csv") == 2019);
  CHECK(year_in_path("2019/2018-19 return/episodes.csv") == 2019);
  CHECK(year_in_path("return 2017-18/episodes.csv") == 2018);
  CHECK(year_in_path("return 2017_2018/episodes.csv") == 2018);
  CHECK(year_in_path("83000/episodes903.csv") == 0);
  CHECK(year_in_path("episodes.csv") == 0);
}

TEST_CASE("a column YEAR says the year before any name does") {
  const Snapshot snapshot =
      Folder().write("2015/h.csv", "CHILD,SEX,DOB,UPN,YEAR\n1,1,01/05/2010,,2018\n").load();
  CHECK(snapshot.files[0].collection_year == 2018);
}

TEST_CASE("where nothing says the year, most of the days of the folder do") {
  const Sources sources = small::sources();
  const Snapshot snapshot =
      Folder()
          .write("h.csv", small::k_two_children)
          .write("r.csv", "CHILD,REVIEW\n101,01/05/2017\n101,01/03/2018\n101,01/06/2013\n")
          .load(sources);
  CHECK(snapshot.files[0].collection_year == 2018);
  CHECK(snapshot.files[1].collection_year == 2018);
  CHECK(snapshot.last_day == day_of(2018, 3, 31));
}

TEST_CASE("a table covers its last run of years without a gap") {
  const Sources sources = small::sources();
  Folder folder;
  for (const char* year : {"2014", "2016", "2017"}) {
    folder.write(std::string(year) + "/r.csv", "CHILD,REVIEW\n101,01/05/2013\n");
  }
  const Snapshot snapshot = folder.write("2017/ls.csv", "CHILD,COMPLETED\n101,\n").load(sources);
  CHECK(snapshot.tables[small::k_reviews].covers_from == day_of(2015, 4, 1));
  CHECK(snapshot.tables[small::k_reviews].covers_to == day_of(2017, 3, 31));
  CHECK(snapshot.tables[small::k_life_story].covers_from == k_earliest);
  CHECK(snapshot.tables[small::k_life_story].covers_to == k_latest);
}

TEST_CASE("a folder that never says its year is noted") {
  const Snapshot snapshot = Folder().write("h.csv", small::k_two_children).load();
  CHECK(small::notes_of(snapshot, "no collection year").size() == 1);
  CHECK(snapshot.tables[small::k_header].covers_from == k_earliest);
}
