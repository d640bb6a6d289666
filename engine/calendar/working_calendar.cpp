#include "calendar/working_calendar.hpp"

#include <algorithm>
#include <utility>

namespace tidemark {
namespace {

constexpr int k_saturday = 5;

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

std::optional<Day> WorkingCalendar::add_working_days(Day start, int n) const {
  const int step = n < 0 ? -1 : 1;
  Day day = start;
  for (int left = n < 0 ? -n : n; left > 0;) {
    day += step;
    if (day < known_from_ || day > known_to_) return std::nullopt;
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
