// Periods as people write them.
#include "calendar/period.hpp"

#include <catch2/catch.hpp>

namespace tidemark {
namespace {

std::string days(const char* text) {
  const auto period = parse_period(text);
  return period ? iso(period->from) + " " + iso(period->to) : "none";
}

TEST_CASE("quarters, halves and years are financial") {
  CHECK(days("2021-Q1") == "2021-04-01 2021-06-30");
  CHECK(days("2021-Q2") == "2021-07-01 2021-09-30");
  CHECK(days("2021-Q4") == "2022-01-01 2022-03-31");
  CHECK(days("2021-H1") == "2021-04-01 2021-09-30");
  CHECK(days("2021-H2") == "2021-10-01 2022-03-31");
  CHECK(days("2021-22") == "2021-04-01 2022-03-31");
  CHECK(days("1999-00") == "1999-04-01 2000-03-31");
}

TEST_CASE("months, days, and from one day to another") {
  CHECK(days("2021-11") == "2021-11-01 2021-11-30");
  CHECK(days("2020-02") == "2020-02-01 2020-02-29");
  CHECK(days("2021-09-30") == "2021-09-30 2021-09-30");
  CHECK(days("2020-12-01..2021-11-30") == "2020-12-01 2021-11-30");
}

TEST_CASE("a year before a month, where both could be meant") {
  CHECK(days("2010-11") == "2010-04-01 2011-03-31");
  CHECK(days("2010-12") == "2010-12-01 2010-12-31");
}

TEST_CASE("what is no period") {
  for (const char* text :
       {"", "2021", "2021-", "2021-Q5", "2021-Q0", "2021-H3", "2021-13", "2021-00", "2021-q2",
        "21-Q2", "2021-Q22", "2021-09-31", "2021-10-01..2021-09-30", "2021-10-01..", "..",
        "2021-Q1..2021-Q2", "2021-1"}) {
    INFO(text);
    CHECK(days(text) == "none");
  }
}

TEST_CASE("whole months") {
  CHECK(whole_months(day_of(2021, 4, 1), day_of(2021, 9, 30)) == 6);
  CHECK(whole_months(day_of(2021, 4, 1), day_of(2022, 3, 31)) == 12);
  CHECK(whole_months(day_of(2021, 4, 2), day_of(2021, 9, 30)) == 0);
  CHECK(whole_months(day_of(2021, 4, 1), day_of(2021, 9, 29)) == 0);
  CHECK(iso(financial_year_of(day_of(2022, 3, 31)).from) == "2021-04-01");
  CHECK(financial_year_of(day_of(2021, 4, 1)).label == "2021-22");
}

}  // namespace
}  // namespace tidemark
