#include "calendar/working_calendar.hpp"

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

TEST_CASE("the holidays may come in any order and twice") {
  const WorkingCalendar calendar("x", d("2021-01-01"), d("2021-12-31"),
                                 {d("2021-05-31"), d("2021-05-03"), d("2021-05-31")});
  CHECK(calendar.holidays() == std::vector<Day>{d("2021-05-03"), d("2021-05-31")});
  CHECK_FALSE(calendar.is_working_day(d("2021-05-03")));
}
