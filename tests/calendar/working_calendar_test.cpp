#include "calendar/working_calendar.hpp"

#include <cstdlib>

#include "spelt.hpp"

using namespace tidemark;

TEST_CASE("working days are added as the golden vectors of the rule catalogue say") {
  struct Vector {
    const char* start;
    int n;
    const char* expected;
  };
  const Vector vectors[] = {
      {"2021-07-01", 20, "2021-07-29"}, {"2021-08-06", 20, "2021-09-06"},
      {"2021-12-10", 20, "2022-01-12"}, {"2022-05-16", 20, "2022-06-15"},
      {"2021-07-03", 5, "2021-07-09"},  {"2021-03-31", 10, "2021-04-16"},
      {"2022-09-12", 10, "2022-09-27"}, {"2021-12-24", 10, "2022-01-12"},
  };
  for (const Vector& v : vectors) {
    INFO(v.start << " + " << v.n << " working days");
    const auto due = england_and_wales().add_working_days(d(v.start), v.n);
    REQUIRE(due.has_value());
    CHECK(iso(*due) == v.expected);
  }
}

TEST_CASE("working days may be counted backwards") {
  const auto day = england_and_wales().add_working_days(d("2021-09-06"), -20);
  REQUIRE(day.has_value());
  CHECK(iso(*day) == "2021-08-06");
}

TEST_CASE("weekends and bank holidays are days off") {
  CHECK_FALSE(england_and_wales().is_working_day(d("2021-07-03")));
  CHECK_FALSE(england_and_wales().is_working_day(d("2021-07-04")));
  CHECK_FALSE(england_and_wales().is_working_day(d("2022-09-19")));
  CHECK(england_and_wales().is_working_day(d("2022-09-20")));
}

TEST_CASE("nothing is said about days that the calendar does not know") {
  const WorkingCalendar& calendar = england_and_wales();
  CHECK_FALSE(calendar.add_working_days(d("2027-12-20"), 20).has_value());
  CHECK(calendar.add_working_days(d("2027-12-29"), 2) == d("2027-12-31"));
  CHECK_FALSE(calendar.add_working_days(d("2027-12-29"), 3).has_value());
  CHECK_FALSE(calendar.add_working_days(d("2013-01-01"), -1).has_value());
  CHECK_FALSE(WorkingCalendar().add_working_days(d("2021-07-01"), 1).has_value());
}

TEST_CASE("working days are those that one counts day by day, also at the edges of what is known") {
  const WorkingCalendar calendar("x", d("2021-03-29"), d("2021-05-09"),
                                 {d("2021-04-02"), d("2021-04-05"), d("2021-05-03")});
  const auto counted = [&](Day start, int n) -> std::optional<Day> {
    Day day = start;
    for (int left = std::abs(n); left > 0;) {
      day += n < 0 ? -1 : 1;
      if (day < calendar.known_from() || day > calendar.known_to()) return std::nullopt;
      if (calendar.is_working_day(day)) --left;
    }
    return day;
  };
  for (Day start = d("2021-03-20"); start <= d("2021-05-20"); ++start) {
    for (int n = -30; n <= 30; ++n) {
      INFO(iso(start) << " and " << n << " working days");
      CHECK(calendar.add_working_days(start, n) == counted(start, n));
    }
  }
}

TEST_CASE("the holidays may come in any order and twice") {
  const WorkingCalendar calendar("x", d("2021-01-01"), d("2021-12-31"),
                                 {d("2021-05-31"), d("2021-05-03"), d("2021-05-31")});
  CHECK(calendar.holidays() == std::vector<Day>{d("2021-05-03"), d("2021-05-31")});
  CHECK_FALSE(calendar.is_working_day(d("2021-05-03")));
}

namespace {

WorkingCalendar with_terms() {
  return england_and_wales().with_school(
      SchoolTerms({{d("2022-01-04"), d("2022-04-08")}, {d("2021-09-06"), d("2021-12-17")}},
                  {{d("2021-10-25"), d("2021-10-29")}}));
}

}  // namespace

TEST_CASE("school days pass over weekends, half-terms and holidays") {
  const WorkingCalendar calendar = with_terms();
  CHECK(calendar.add_school_days(d("2021-10-21"), 2) == d("2021-11-01"));
  CHECK(calendar.add_school_days(d("2021-12-16"), 2) == d("2022-01-04"));
  CHECK(calendar.add_school_days(d("2022-01-05"), -2) == d("2021-12-17"));
}

TEST_CASE("no school day is known outside the terms that the council supplied") {
  CHECK_FALSE(with_terms().add_school_days(d("2022-04-08"), 1).has_value());
  CHECK_FALSE(england_and_wales().add_school_days(d("2021-10-21"), 1).has_value());
}

TEST_CASE("a day belongs to the term that holds it, or to the last one begun") {
  const WorkingCalendar calendar = with_terms();
  const SchoolTerms& school = calendar.school();
  CHECK(school.start_of_term(Date::known(d("2021-11-01"))) == Date::known(d("2021-09-06")));
  CHECK(school.end_of_term(Date::known(d("2021-12-25"))) == Date::known(d("2021-12-17")));
  CHECK(school.start_of_term(Date::known(d("2021-09-05"))).is_unknown());
  CHECK(school.end_of_term(Date::known(d("2022-04-09"))).is_unknown());
  const Date across = school.start_of_term(Date::between(d("2021-12-01"), d("2022-02-01")));
  CHECK(across == Date::between(d("2021-09-06"), d("2022-01-04")));
}
