#include "snapshot/held_files.hpp"

#include <catch2/catch.hpp>

#include "snapshot/open_file.hpp"

using namespace tidemark;

TEST_CASE("files that are held in memory are found by name and read like any other") {
  HeldFiles held;
  REQUIRE(held.add("2021/reviews.csv", "CHILD,REVIEW\n1,2021-01-04\n").ok());
  REQUIRE(held.add("2021/header.csv", "CHILD,SEX\n").ok());
  const FoundFiles found = held.found("the store, run 3");
  REQUIRE(found.files.size() == 2);
  CHECK(found.name == "the store, run 3");
  CHECK(found.files[0].shown == "2021/header.csv");
  const auto opened = OpenFile::open(found.files[1].path, found.files[1].shown);
  REQUIRE(opened.ok());
  CHECK(opened.value().size() == 26);
  CHECK(opened.value().read_from(0).value() == "CHILD,REVIEW\n1,2021-01-04\n");
}

TEST_CASE("files held in memory go with the last who holds them") {
  FoundFiles found;
  {
    HeldFiles held;
    REQUIRE(held.add("a.csv", "CHILD\n").ok());
    HeldFiles moved = std::move(held);
    found = moved.found("x");
    CHECK(OpenFile::open(found.files[0].path, "a.csv").ok());
  }
  CHECK_FALSE(OpenFile::open(found.files[0].path, "a.csv").ok());
}
