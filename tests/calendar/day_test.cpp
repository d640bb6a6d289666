#include "calendar/day.hpp"

#include "spelt.hpp"

using namespace tidemark;

TEST_CASE("months are added as the golden vectors of the rule catalogue say") {
  struct Vector {
    const char* start;
    int months;
    const char* expected;
  };
  const Vector vectors[] = {
      {"2021-05-31", 9, "2022-02-28"}, {"2023-05-31", 9, "2024-02-29"},
      {"2020-05-31", 9, "2021-02-28"}, {"2021-02-28", 9, "2021-11-28"},
      {"2021-11-30", 9, "2022-08-30"}, {"2021-08-31", 6, "2022-02-28"},
      {"2021-11-30", 3, "2022-02-28"}, {"2020-02-29", 12, "2021-02-28"},
      {"1978-09-30", 4, "1979-01-30"},  // Dodds v Walker
      {"2021-05-31", 6, "2021-11-30"},
  };
  for (const Vector& v : vectors) {
    INFO(v.start << " + " << v.months << " months");
    CHECK(iso(add_months(d(v.start), v.months)) == v.expected);
  }
}

TEST_CASE("months may be taken away, across years, with the same clamping") {
  CHECK(iso(add_months(d("2021-03-31"), -1)) == "2021-02-28");
  CHECK(iso(add_months(d("2021-01-15"), -13)) == "2019-12-15");
  CHECK(iso(add_months(d("2021-01-31"), -2)) == "2020-11-30");
}

TEST_CASE("adding months keeps the order of days and lands in the right month") {
  const Day first = d("1900-01-01");
  const Day last = d("2199-12-31");
  for (const int months : {-25, -1, 0, 1, 9, 12, 121}) {
    Day before = add_months(first, months);
    for (Day day = first + 1; day <= last; ++day) {
      const Day after = add_months(day, months);
      const Civil from = civil_of(day);
      const Civil to = civil_of(after);
      const bool right_month = to.year * 12 + to.month == from.year * 12 + from.month + months;
      const bool right_day =
          to.day == from.day || (to.day < from.day && to.day == days_in_month(to.year, to.month));
      if (after < before || !right_month || !right_day) {
        FAIL(iso(day) << " + " << months << " months gives " << iso(after));
      }
      before = after;
    }
  }
  SUCCEED();
}

TEST_CASE("months reach over the edges of the years that records can hold") {
  CHECK(add_months(day_of(1900, 1, 31), -2) == day_of(1899, 11, 30));
  CHECK(add_months(day_of(1899, 11, 30), 2) == day_of(1900, 1, 30));
  CHECK(add_months(day_of(2199, 12, 31), 2) == day_of(2200, 2, 28));
  CHECK(add_months(day_of(2199, 10, 31), 1) == day_of(2199, 11, 30));
  CHECK(add_months(day_of(2199, 11, 30), 1) == day_of(2199, 12, 30));
  CHECK(add_months(day_of(2200, 1, 1), -1) == day_of(2199, 12, 1));
}

TEST_CASE("every day from 1900 to 2199 is written and read back, one after the other") {
  Day expected = day_of(1900, 1, 1);
  CHECK(day_of(1970, 1, 1) == 0);
  for (int year = k_first_year; year <= k_last_year; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++expected) {
        REQUIRE(day_of(year, month, day) == expected);
        REQUIRE(parse_iso(iso(expected)) == expected);
        REQUIRE(weekday(expected) == (weekday(expected - 1) + 1) % 7);
      }
    }
  }
  CHECK(weekday(d("2021-07-01")) == 3);
  CHECK(weekday(d("1969-12-28")) == 6);
}

TEST_CASE("what is not a calendar day is not read as one") {
  for (const char* text : {"2021-02-29", "2100-02-29", "2021-13-01", "2021-00-10", "2021-04-31",
                           "1899-12-31", "2200-01-01", "2021-4-01", "2021-04-1", "2021/04/01",
                           " 2021-04-01", "2021-04-01 ", "20a1-04-01", "-021-04-01", ""}) {
    INFO(text);
    CHECK_FALSE(parse_iso(text).has_value());
  }
  CHECK(parse_iso("2000-02-29").has_value());
}

TEST_CASE("a person born on 29 February has a birthday on 1 March in a common year") {
  CHECK(iso(birthday(d("2016-02-29"), 5)) == "2021-03-01");
  CHECK(iso(birthday(d("2016-02-29"), 4)) == "2020-02-29");
  CHECK(completed_years(d("2016-02-29"), d("2021-02-28")) == 4);
  CHECK(completed_years(d("2016-02-29"), d("2021-03-01")) == 5);
}

TEST_CASE("an age is reached at the start of the anniversary") {
  CHECK(completed_years(d("2003-09-30"), d("2021-09-29")) == 17);
  CHECK(completed_years(d("2003-09-30"), d("2021-09-30")) == 18);
  CHECK(completed_years(d("2003-09-30"), d("2003-09-30")) == 0);
}

TEST_CASE("a day is said in words without a leading nought") {
  CHECK(in_words(d("2021-09-30")) == "30 Sep 2021");
  CHECK(in_words(d("2021-04-01")) == "1 Apr 2021");
}
