#include "calendar/span.hpp"

#include "spelt.hpp"

using namespace tidemark;

namespace {

std::string shifted(const char* start, const Span& span, int sign = 1) {
  return text_of(shift(Date::known(d(start)), span, sign, england_and_wales()));
}

Span counting(Span span) {
  span.counting_the_day = true;
  return span;
}

}  // namespace

TEST_CASE("spans are added as the golden vectors of the rule catalogue say") {
  CHECK(shifted("2021-04-01", counting({26, Unit::weeks})) == "2021-09-29");
  CHECK(shifted("2021-04-01", {16, Unit::weeks}) == "2021-07-22");
  CHECK(shifted("2021-04-01", {24, Unit::weeks}) == "2021-09-16");
  CHECK(shifted("2021-05-31", {9, Unit::months}) == "2022-02-28");
  CHECK(shifted("2021-05-31", {6, Unit::months}) == "2021-11-30");
  CHECK(shifted("2020-02-29", {1, Unit::years}) == "2021-02-28");
  CHECK(shifted("2021-07-01", {20, Unit::working_days}) == "2021-07-29");
  CHECK(shifted("2021-04-01", {72, Unit::days}) == "2021-06-12");
}

TEST_CASE("counting the day makes the start day one") {
  CHECK(shifted("2021-04-01", counting({1, Unit::days})) == "2021-04-01");
  CHECK(shifted("2021-07-01", counting({1, Unit::working_days})) == "2021-07-01");
  CHECK(shifted("2021-07-03", counting({1, Unit::working_days})) == "2021-07-05");
  CHECK(shifted("2021-09-29", counting({26, Unit::weeks}), -1) == "2021-04-01");
  CHECK(shifted("2021-04-01", counting({9, Unit::months})) == "2021-12-31");
}

TEST_CASE("a span taken away leads back") {
  CHECK(shifted("2022-02-28", {9, Unit::months}, -1) == "2021-05-28");
  CHECK(shifted("2021-09-16", {24, Unit::weeks}, -1) == "2021-04-01");
  CHECK(shifted("2021-09-06", {20, Unit::working_days}, -1) == "2021-08-06");
}

TEST_CASE("an interval is shifted to exactly the interval of its days' shifts") {
  const Unit units[] = {Unit::days, Unit::weeks, Unit::months, Unit::years, Unit::working_days};
  for (const Unit unit : units) {
    for (const bool counting_the_day : {false, true}) {
      for (const int sign : {1, -1}) {
        const Span span{unit == Unit::years ? 1 : 3, unit, counting_the_day};
        for (Day lo = d("2021-12-20"); lo < d("2022-01-10"); ++lo) {
          Date expected = Date::absent();
          for (Day hi = lo; hi < lo + 15; ++hi) {
            expected = hull(expected, shift(Date::known(hi), span, sign, england_and_wales()));
            expected.may_be_absent = false;
            INFO(words_of(span) << " x " << sign << " from " << iso(lo) << ".." << iso(hi));
            REQUIRE(shift(Date::between(lo, hi), span, sign, england_and_wales()) == expected);
          }
        }
      }
    }
  }
}

TEST_CASE("a side that is open stays open, and so does the doubt whether there is a date") {
  const WorkingCalendar& calendar = england_and_wales();
  const Span span{9, Unit::months};
  const Date started{k_earliest, d("2021-04-01"), true};
  CHECK(shift(started, span, 1, calendar) == Date{k_earliest, d("2022-01-01"), true});
  CHECK(shift(Date::unknown(), span, 1, calendar).is_unknown());
  CHECK(shift(Date::undecided(), span, -1, calendar) == Date::undecided());
  CHECK(shift(Date::absent(), span, 1, calendar).is_absent());
}

TEST_CASE("a date that runs out of the calendar becomes open, and nothing overflows") {
  const WorkingCalendar& calendar = england_and_wales();
  for (const Unit unit : {Unit::days, Unit::weeks, Unit::months, Unit::years}) {
    const Span span{std::numeric_limits<int>::max(), unit};
    CHECK(shift(Date::known(0), span, 1, calendar) == Date::known(k_latest));
    CHECK(shift(Date::known(0), span, -1, calendar) == Date::known(k_earliest));
  }
  const Span working{std::numeric_limits<int>::max(), Unit::working_days};
  CHECK(shift(Date::known(d("2021-07-01")), working, 1, calendar).is_unknown());
}

TEST_CASE("working days beyond what the calendar knows leave that side open") {
  const WorkingCalendar& calendar = england_and_wales();
  const Span span{20, Unit::working_days};
  CHECK(shift(Date::known(d("2027-12-20")), span, 1, calendar).is_unknown());
  CHECK(shift(Date::between(d("2021-07-01"), d("2027-12-20")), span, 1, calendar) ==
        Date::between(d("2021-07-29"), k_latest));
  CHECK(shift(Date::between(d("2012-01-01"), d("2021-07-01")), span, 1, calendar) ==
        Date::between(k_earliest, d("2021-07-29")));
}

TEST_CASE("no school term dates are loaded, so school days say nothing") {
  const Span span{5, Unit::school_days};
  CHECK(shift(Date::known(d("2021-07-01")), span, 1, england_and_wales()).is_unknown());
}

TEST_CASE("a span is said in words") {
  CHECK(words_of(Span{9, Unit::months}) == "9 months");
  CHECK(words_of(Span{1, Unit::months}) == "1 month");
  CHECK(words_of(counting({26, Unit::weeks})) == "26 weeks counting the day");
  CHECK(words_of(Span{20, Unit::working_days}) == "20 working days");
  CHECK(words_of(Span{1, Unit::school_days}) == "1 school day");
}
