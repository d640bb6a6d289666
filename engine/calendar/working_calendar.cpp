#include "calendar/working_calendar.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace tidemark {
namespace {

constexpr int k_saturday = 5;
constexpr int k_weekdays = 5;  // of a week

// Both ends included.
int weekday_holidays(const std::vector<Day>& holidays, Day first, Day last) {
  const auto begin = std::lower_bound(holidays.begin(), holidays.end(), first);
  const auto end = std::upper_bound(begin, holidays.end(), last);
  return static_cast<int>(
      std::count_if(begin, end, [](Day day) { return weekday(day) < k_saturday; }));
}

}  // namespace

WorkingCalendar::WorkingCalendar(std::string name, Day known_from, Day known_to,
                                 std::vector<Day> holidays)
    : name_(std::move(name)),
      known_from_(known_from),
      known_to_(known_to),
      holidays_(std::move(holidays)) {
  std::sort(holidays_.begin(), holidays_.end());
  holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

bool WorkingCalendar::is_working_day(Day day) const {
  return weekday(day) < k_saturday && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

// Whole weeks are passed over at once: each has five working days, less the holidays among them. At
// least one day is left to be counted by itself, so that the last one is a working day.
std::optional<Day> WorkingCalendar::add_working_days(Day start, int n) const {
  const auto is_known = [&](std::int64_t day) { return day >= known_from_ && day <= known_to_; };
  const int step = n < 0 ? -1 : 1;
  Day day = start;
  int left = n < 0 ? -n : n;
  while (left > k_weekdays) {
    const int weeks = (left - 1) / k_weekdays;
    const std::int64_t reached = day + std::int64_t{7} * weeks * step;
    if (!is_known(day + step) || !is_known(reached)) return std::nullopt;
    const auto next = static_cast<Day>(reached);
    left -= weeks * k_weekdays -
            weekday_holidays(holidays_, std::min(day + step, next), std::max(day + step, next));
    day = next;
  }
  while (left > 0) {
    day += step;
    if (!is_known(day)) return std::nullopt;
    if (is_working_day(day)) --left;
  }
  return day;
}

std::optional<Day> WorkingCalendar::add_school_days(Day start, int n) const {
  const int step = n < 0 ? -1 : 1;
  Day day = start;
  for (int left = n < 0 ? -n : n; left > 0;) {
    day += step;
    if (day < known_from_ || day > known_to_ || !school_.knows(day)) return std::nullopt;
    if (school_.is_open(day) && is_working_day(day)) --left;
  }
  return day;
}

WorkingCalendar WorkingCalendar::with_school(SchoolTerms terms) const {
  WorkingCalendar copy = *this;
  copy.school_ = std::move(terms);
  return copy;
}

}  // namespace tidemark
