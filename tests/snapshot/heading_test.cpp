#include "snapshot/heading.hpp"

#include <catch2/catch.hpp>

#include "small_sources.hpp"

using namespace tidemark;

namespace {

Claim claim_of(std::string_view text) {
  static const Sources sources = small::sources();
  return claim(read_heading(text, sources).layout.headings, sources);
}

}  // namespace

TEST_CASE("a table is known by its columns, whatever their case, spaces and order") {
  CHECK(claim_of("CHILD,DECOM,RNE,LS,PLACE,DEC\n").table == small::k_episodes);
  CHECK(claim_of("dec; Place ;legal status;rne;De_Com;child\n").table == small::k_episodes);
  CHECK(claim_of("\"CHILD\"\t\"DATE PLACED\"\t\"Date_Placed_Ceased\"\r\n").table ==
        small::k_decisions);
  const Claim extra = claim_of("CHILD,LA,REVIEW,YEAR,REVIEW_CODE,\n");
  CHECK(extra.table == small::k_reviews);
  CHECK(extra.dropped == std::vector<std::string>{"LA", "YEAR"});
  CHECK(extra.position == std::vector<int>{0, 2, 4});
}

TEST_CASE("of several tables that fit, the one with most columns claims the file") {
  Sources sources = small::sources();
  sources.tables.push_back(small::life_story());
  sources.tables.back().name = "x_other";
  const std::vector<std::string> both{"CHILD", "COMPLETED"};
  CHECK(claim(both, sources).table == small::k_life_story);
  CHECK(claim(both, sources).also == "x_other");
  sources.tables.back().columns.push_back(small::column("BOOK", FieldKind::milestone));
  CHECK(claim({"CHILD", "COMPLETED", "BOOK"}, sources).table == 6);
  CHECK(claim({"CHILD", "COMPLETED", "BOOK"}, sources).also.empty());
}

TEST_CASE("a file that nobody claims is told the nearest list and what it lacks") {
  CHECK(claim_of("CHILD,DECOM,RNE,LS,DEC\n").why_not ==
        "the nearest list is episodes (SSDA903 return), but this column is not there: PLACE");
  CHECK(claim_of("A,B,C\n").why_not == "none of its columns is one of a known list");
  CHECK(claim_of("101,01/02/2015,S,C2,U6,\n").why_not.find("no heading row was found") == 0);
}

TEST_CASE("another dataset is called by its name") {
  CHECK(claim_of("LAchildID,CINreferralDate,CINclosureDate\n").refused ==
        "a children in need census");
}

TEST_CASE("a heading that stands there twice is said so") {
  const Claim twice = claim_of("CHILD,REVIEW,Review\n");
  CHECK(twice.table == small::k_reviews);
  CHECK(twice.twice == std::vector<std::string>{"Review"});
  CHECK(twice.position[1] == 1);
}
