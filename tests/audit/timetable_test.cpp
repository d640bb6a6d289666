#include "audit/timetable.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace tidemark {
namespace {

Day day(const char* text) {
  return parse_iso(text).value();
}

LocalTime at(const char* text) {
  const auto time = parse_local_time(text);
  REQUIRE(time.has_value());
  return *time;
}

const WorkingCalendar& calendar() {
  static const WorkingCalendar made("invented", day("2024-01-01"), day("2027-12-31"),
                                    {day("2026-12-25"), day("2026-12-28"), day("2027-01-01"),
                                     day("2026-08-31"), day("2025-12-25"), day("2025-12-26"),
                                     day("2026-01-01"), day("2026-04-03"), day("2026-04-06")});
  return made;
}

Timetable read(const std::string& words) {
  WordsNotUnderstood why;
  auto table = Timetable::read(words, why);
  INFO(words << ": column " << why.column << ": " << why.message);
  REQUIRE(table.has_value());
  return *table;
}

Timetable with_panels(const std::string& words, const std::vector<const char*>& days) {
  Timetable table = read(words);
  PanelDates dates;
  for (const char* text : days) dates.listed.push_back(day(text));
  table.set_panel_dates(dates);
  return table;
}

std::string next(const Timetable& table, const char* after) {
  const auto found = table.next_after(at(after), calendar());
  return found.time ? iso(*found.time) : found.why_none;
}

TEST_CASE("each kind of timetable says its next time") {
  // 22 Nov 2026 is a Sunday.
  CHECK(next(read("every day 05:30"), "2026-11-22 05:29") == "2026-11-22 05:30");
  CHECK(next(read("every day 05:30"), "2026-11-22 05:30") == "2026-11-23 05:30");
  CHECK(next(read("every Monday 06:00"), "2026-11-22 10:00") == "2026-11-23 06:00");
  CHECK(next(read("every Monday 06:00"), "2026-11-23 06:00") == "2026-11-30 06:00");
  CHECK(next(read("Every monday and THURSDAY at 6:00"), "2026-11-23 06:00") == "2026-11-26 06:00");
  CHECK(next(read("every working day 07:15"), "2026-12-24 08:00") == "2026-12-29 07:15");
  CHECK(next(read("third working day of the month 06:00"), "2026-12-30 00:00") ==
        "2027-01-06 06:00");
  CHECK(next(read("last working day of the month 18:00"), "2026-08-01 00:00") ==
        "2026-08-28 18:00");
  CHECK(next(read("first Tuesday of the month 23:59"), "2026-11-22 00:00") == "2026-12-01 23:59");
  CHECK(next(read("the 5th Monday of the month 00:00"), "2026-12-01 00:00") == "2027-03-29 00:00");
  CHECK(next(read("last day of the month 06:00"), "2027-02-01 00:00") == "2027-02-28 06:00");
}

TEST_CASE("days before and after each panel date are counted over weekends and holidays") {
  const std::vector<const char*> panels = {"2026-12-01", "2027-01-05"};
  CHECK(next(with_panels("five working days before each panel date 06:00", panels),
             "2026-11-22 00:00") == "2026-11-24 06:00");
  CHECK(next(with_panels("5 working days before each panel date 06:00", panels),
             "2026-11-24 06:00") == "2026-12-24 06:00");
  CHECK(next(with_panels("2 days before each panel date 06:00", panels), "2026-11-22 00:00") ==
        "2026-11-29 06:00");
  CHECK(next(with_panels("on each panel date at 06:00", panels), "2026-12-01 06:00") ==
        "2027-01-05 06:00");
  CHECK(next(with_panels("one working day after each panel date 06:00", panels),
             "2027-01-05 00:00") == "2027-01-06 06:00");
  CHECK(next(with_panels("on each panel date at 06:00", panels), "2027-01-05 06:00") ==
        "no panel date is listed for the next two years");
}

TEST_CASE("panel dates may come from a pattern") {
  Timetable table = read("five working days before each panel date 06:00");
  WordsNotUnderstood why;
  PanelDates dates;
  dates.pattern = read_day_pattern("first Tuesday of the month", why);
  REQUIRE(dates.pattern);
  CHECK(table.asks_for_panel_dates());
  table.set_panel_dates(dates);
  CHECK(next(table, "2026-11-22 00:00") == "2026-11-24 06:00");
  CHECK(next(table, "2026-11-24 06:00") == "2026-12-24 06:00");  // before 5 Jan 2027
}

TEST_CASE("the next panel is the first on or after the day") {
  PanelDates dates;
  CHECK_FALSE(next_panel(dates, day("2026-12-01"), calendar()).has_value());
  dates.listed = {day("2027-01-05"), day("2026-12-01")};
  CHECK(next_panel(dates, day("2026-12-01"), calendar()) == day("2026-12-01"));
  CHECK(next_panel(dates, day("2026-12-02"), calendar()) == day("2027-01-05"));
  CHECK_FALSE(next_panel(dates, day("2027-01-06"), calendar()).has_value());
}

TEST_CASE("where the working days are not known, no time is made up") {
  CHECK(next(read("first working day of the month 06:00"), "2027-12-02 00:00") ==
        "the working days of the calendar are known only from 1 Jan 2024 to 31 Dec 2027");
  CHECK(next(read("every Monday 06:00"), "2031-01-01 00:00") == "2031-01-06 06:00");
}

// A day pattern said again, by counting in another way.
bool satisfies(const std::string& words, Day d) {
  const Civil civil = civil_of(d);
  const int length = days_in_month(civil.year, civil.month);
  const auto works = [](Day x) { return calendar().is_working_day(x); };
  if (words == "every day") return true;
  if (words == "every Monday") return weekday(d) == 0;
  if (words == "every working day") return works(d);
  if (words == "last day of the month") return civil.day == length;
  if (words == "second Friday of the month") {
    return weekday(d) == 4 && civil.day > 7 && civil.day <= 14;
  }
  if (words == "last working day of the month") {
    for (int n = civil.day + 1; n <= length; ++n) {
      if (works(d + n - civil.day)) return false;
    }
    return works(d);
  }
  // "third working day of the month"
  int before = 0;
  for (int n = 1; n < civil.day; ++n) before += works(d - n) ? 1 : 0;
  return works(d) && before == 2;
}

TEST_CASE("every due time satisfies its words, no other does, and next is after") {
  std::mt19937 dice(41);
  const std::vector<std::string> all = {"every day",
                                        "every Monday",
                                        "every working day",
                                        "last day of the month",
                                        "second Friday of the month",
                                        "last working day of the month",
                                        "third working day of the month"};
  for (const std::string& words : all) {
    const int minute = std::uniform_int_distribution<int>(0, 1439)(dice);
    const Timetable table = read(words + iso(LocalTime{0, minute}).substr(10));
    for (int round = 0; round < 30; ++round) {
      const LocalTime from{
          std::uniform_int_distribution<Day>(day("2024-01-02"), day("2027-09-01"))(dice),
          std::uniform_int_distribution<int>(0, 1439)(dice)};
      const LocalTime until{from.day + 70, std::uniform_int_distribution<int>(0, 1439)(dice)};
      std::vector<LocalTime> expected;
      for (Day d = from.day; d <= until.day; ++d) {
        const LocalTime time{d, minute};
        if (time > from && time <= until && satisfies(words, d)) expected.push_back(time);
      }
      INFO(words << " from " << iso(from));
      const auto due = table.due_between(from, until, calendar());
      CHECK(due == expected);
      const auto found = table.next_after(from, calendar());
      REQUIRE(found.time);
      CHECK(*found.time > from);
      if (!expected.empty()) CHECK(*found.time == expected.front());
      // However many were missed, one run stands for them.
      const auto latest = table.latest_due(from, until, calendar());
      CHECK(latest == (expected.empty() ? std::nullopt : std::optional(expected.back())));
      if (latest) CHECK_FALSE(table.latest_due(*latest, until, calendar()).has_value());
    }
  }
}

TEST_CASE("words that are not understood are named with their column") {
  struct Mistake {
    const char* words;
    int column;
    const char* says;
  };
  const std::vector<Mistake> mistakes = {
      {"", 1, "the text ends"},
      {"every", 6, "a day of the week should stand here"},
      {"every Moonday 06:00", 7, "not \"moonday\""},
      {"every Monday", 13, "a time from 00:00 to 23:59"},
      {"every Monday 24:00", 14, "not \"24:00\""},
      {"every Monday 06:00 sharp", 20, "should end here"},
      {"sixth Monday of the month 06:00", 1, "no month has so many"},
      {"third working week 06:00", 15, "\"day\" should stand here"},
      {"third Monday 06:00", 14, "\"of\" should stand here"},
      {"five working days before lunch 06:00", 26, "\"each panel date\""},
      {"0 days before each panel date 06:00", 1, "from 1 to 100"},
      {"five fortnights before each panel date 06:00", 6, "\"working days\""}};
  for (const Mistake& mistake : mistakes) {
    WordsNotUnderstood why;
    INFO(mistake.words);
    CHECK_FALSE(Timetable::read(mistake.words, why).has_value());
    CHECK(why.column == mistake.column);
    CHECK_THAT(why.message, Catch::Contains(mistake.says));
  }
}

TEST_CASE("a time is written and read alike") {
  CHECK(iso(at("2026-11-22 06:05")) == "2026-11-22 06:05");
  CHECK_FALSE(parse_local_time("2026-11-22T06:05").has_value());
  CHECK_FALSE(parse_local_time("2026-11-31 06:05").has_value());
  CHECK_FALSE(parse_local_time("2026-11-22 25:05").has_value());
}

}  // namespace
}  // namespace tidemark
