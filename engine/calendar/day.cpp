#include "calendar/day.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace tidemark {
namespace {

constexpr std::array<int, 12> k_days_in_month{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

constexpr bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// Rounds down, also below zero, where C++ division rounds up.
constexpr int divide_down(int value, int by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

// The first days of all months that records can hold, and the day after the last: the quick way for
// months, which are added millions of times in a run.
class MonthTable {
 public:
  constexpr MonthTable() {
    Day day = -25567;  // 1 January 1900
    for (int month = 0; month < k_months; ++month) {
      starts_[static_cast<std::size_t>(month)] = day;
      const int year = k_first_year + month / 12;
      day += month % 12 == 1 && is_leap(year)
                 ? 29
                 : k_days_in_month[static_cast<std::size_t>(month % 12)];
    }
    starts_[k_months] = day;
  }

  [[nodiscard]] constexpr Day start(int month) const {
    return starts_[static_cast<std::size_t>(month)];
  }
  [[nodiscard]] constexpr bool holds_day(Day day) const {
    return day >= starts_.front() && day < starts_.back();
  }
  [[nodiscard]] static constexpr bool holds_month(int month) {
    return month >= 0 && month < k_months;
  }

  // The month of a day that the table holds, counted from January 1900. An even share of the 4,800
  // months in 146,097 days is at most one month off.
  [[nodiscard]] constexpr int month_of(Day day) const {
    const int guess = (day - starts_.front()) * 4800 / 146097;
    if (start(guess) > day) return guess - 1;
    return start(guess + 1) <= day ? guess + 1 : guess;
  }

 private:
  static constexpr int k_months = (k_last_year - k_first_year + 1) * 12;
  std::array<Day, k_months + 1> starts_{};
};

constexpr MonthTable k_month_table;

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  assert(month >= 1 && month <= 12);
  return month == 2 && is_leap(year) ? 29 : k_days_in_month[static_cast<std::size_t>(month - 1)];
}

bool is_calendar_day(int year, int month, int day) {
  return year >= k_first_year && year <= k_last_year && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

// Both ways as in Howard Hinnant's "chrono-compatible low-level date algorithms": years begin in
// March, so that a leap day is the last day of a year, and 400 years are always 146,097 days.
Day day_of(int year, int month, int day) {
  const int from_march = (month + 9) % 12;
  const int y = year - (month <= 2 ? 1 : 0);
  const int era = divide_down(y, 400);
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * from_march + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_of(Day day) {
  const int from_era = day + 719468;
  const int era = divide_down(from_era, 146097);
  const int day_of_era = from_era - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int from_march = (5 * day_of_year + 2) / 153;
  const int month = from_march < 10 ? from_march + 3 : from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month,
          day_of_year - (153 * from_march + 2) / 5 + 1};
}

Day add_months(Day start, int months) {
  if (k_month_table.holds_day(start)) {
    const int month = k_month_table.month_of(start);
    if (MonthTable::holds_month(month + months)) {
      const Day reached =
          k_month_table.start(month + months) + (start - k_month_table.start(month));
      return std::min(reached, k_month_table.start(month + months + 1) - 1);
    }
  }
  const Civil from = civil_of(start);
  const int target = from.year * 12 + (from.month - 1) + months;
  const int year = divide_down(target, 12);
  const int month = target - year * 12 + 1;
  return day_of(year, month, std::min(from.day, days_in_month(year, month)));
}

Day birthday(Day born, int years) {
  const Civil from = civil_of(born);
  const int year = from.year + years;
  const bool lacks_the_day = from.day > days_in_month(year, from.month);
  return lacks_the_day ? day_of(year, 3, 1) : day_of(year, from.month, from.day);
}

int completed_years(Day born, Day on) {
  const int years = civil_of(on).year - civil_of(born).year;
  return birthday(born, years) <= on ? years : years - 1;
}

int weekday(Day day) {
  constexpr int k_weekday_of_day_0 = 3;  // 1 January 1970 was a Thursday
  const int shifted = day % 7 + k_weekday_of_day_0;
  return (shifted + 7) % 7;
}

std::string iso(Day day) {
  const Civil c = civil_of(day);
  std::array<char, 32> text{};
  const int size =
      std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", c.year, c.month, c.day);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string in_words(Day day) {
  constexpr std::array<const char*, 12> k_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const Civil c = civil_of(day);
  return std::to_string(c.day) + ' ' + k_names[static_cast<std::size_t>(c.month - 1)] + ' ' +
         std::to_string(c.year);
}

std::optional<Day> parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return std::nullopt;
  if (!is_calendar_day(number(year), number(month), number(day))) return std::nullopt;
  return day_of(number(year), number(month), number(day));
}

}  // namespace tidemark
