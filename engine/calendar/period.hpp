// Period: the days that a figure is about, both ends included, and how people write them. Financial
// years run from 1 April. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "calendar/day.hpp"

namespace tidemark {

struct Period {
  Day from = 0;
  Day to = 0;
  std::string label;  // as it was asked for: "2021-Q2"
};

// "2021-Q2" (1 Jul to 30 Sep 2021), "2021-22" (the financial year), "2021-H1" (Apr to Sep),
// "2021-11" (the calendar month), "2021-07-01..2021-09-30", "2021-09-30". The year of a quarter or
// half is the one in which the financial year begins. "2021-22" is a year and never a month.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);

// How many whole calendar months the days are; 0 when they are not whole months.
[[nodiscard]] int whole_months(Day from, Day to);
// The first and the last day of the financial year of a day.
[[nodiscard]] Period financial_year_of(Day day);
// The day before it begins.
[[nodiscard]] Period day_before(const Period& period);
// The same days so many years before.
[[nodiscard]] Period years_before(const Period& period, int years);
// "1 Jul 2021 to 30 Sep 2021", "30 Sep 2021".
[[nodiscard]] std::string words_of(const Period& period);

}  // namespace tidemark
