// Day: one calendar day in Europe/London as the number of days since 1970-01-01. Calendar
// arithmetic with clamping (domain/rules.md 0.4). Pure functions; no clock is read anywhere here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tidemark {

using Day = std::int32_t;

struct Civil {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

// Records outside these days are not dates that a child's record can hold.
constexpr int k_first_year = 1900;
constexpr int k_last_year = 2199;

[[nodiscard]] bool is_calendar_day(int year, int month, int day);
[[nodiscard]] int days_in_month(int year, int month);
[[nodiscard]] Day day_of(int year, int month, int day);  // must be a calendar day
[[nodiscard]] Civil civil_of(Day day);

// The corresponding date n months later (n may be negative), clamped to the last day of the month.
// Always from the original start: stepping month by month loses the day.
[[nodiscard]] Day add_months(Day start, int months);

// The day on which a person born on `born` reaches `years`: the anniversary; 1 March in a common
// year for a birth on 29 February (domain/rules.md 0.4, Age).
[[nodiscard]] Day birthday(Day born, int years);
[[nodiscard]] int completed_years(Day born, Day on);

[[nodiscard]] int weekday(Day day);  // 0 = Monday .. 6 = Sunday

[[nodiscard]] std::string iso(Day day);                             // "2021-09-30"
[[nodiscard]] std::string in_words(Day day);                        // "30 Sep 2021"
[[nodiscard]] std::optional<Day> parse_iso(std::string_view text);  // exactly yyyy-mm-dd

}  // namespace tidemark
