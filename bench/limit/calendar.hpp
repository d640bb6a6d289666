// Day numbers of the limit (1970-01-01 is 0), by table look-up. make_calendar() must be called
// before anything else; then any thread may read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "give_up.hpp"

namespace limit {

constexpr std::int32_t k_no_day = std::numeric_limits<std::int32_t>::max();
constexpr int k_first_year = 1900;
constexpr int k_end_year = 2200;
constexpr int k_months = (k_end_year - k_first_year) * 12;

struct DayOfMonth {
  std::int32_t month;  // since January of k_first_year
  std::int32_t day;
};

extern std::int32_t month_start[k_months + 1];  // the last day of the month before
extern const DayOfMonth* days_of_month;         // by day number after month_start[0]

void make_calendar();

inline DayOfMonth day_of_month(std::int32_t day) {
  return days_of_month[day - month_start[0] - 1];
}

inline std::int32_t add_months(std::int32_t day, int months) {
  const DayOfMonth from = day_of_month(day);
  const int month = from.month + months;
  return month_start[month] + std::min(from.day, month_start[month + 1] - month_start[month]);
}

// A number of `count` digits; what is not a digit makes it a wrong one, found by its range.
inline int number_of(const char* p, int count) {
  int number = 0;
  for (int i = 0; i < count; ++i) number = number * 10 + (p[i] - '0');
  return number;
}

// dd/mm/yyyy; empty: k_no_day. Anything else ends the program.
inline std::int32_t parse_date(std::string_view text) {
  if (text.empty()) return k_no_day;
  const char* p = text.data();
  if (text.size() != 10 || p[2] != '/' || p[5] != '/') give_up("not a date:", std::string(text));
  const int day = number_of(p, 2);
  const unsigned month = static_cast<unsigned>(number_of(p + 3, 2) - 1);
  const unsigned index = static_cast<unsigned>(number_of(p + 6, 4) - k_first_year) * 12 + month;
  const bool possible = month < 12 && index < k_months &&
                        static_cast<unsigned>(day - 1) <
                            static_cast<unsigned>(month_start[index + 1] - month_start[index]);
  if (!possible) give_up("not a date:", std::string(text));
  return month_start[index] + day;
}

struct IsoText {
  char text[10];
};
// yyyy-mm-dd of every day from `first` to `last`.
std::vector<IsoText> iso_texts(std::int32_t first, std::int32_t last);

inline void put_two_digits(char* to, int number) {
  to[0] = static_cast<char>('0' + number / 10);
  to[1] = static_cast<char>('0' + number % 10);
}

}  // namespace limit
