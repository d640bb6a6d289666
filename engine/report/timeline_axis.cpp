#include "report/timeline_axis.hpp"

#include <algorithm>

#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_names = 104;  // the width kept for the lanes' names
constexpr double k_after = 14;
constexpr double k_year_room = 34;  // that a year's name takes at the least
constexpr double k_quarter_room = 30;
constexpr Day k_furthest_due = 200;  // days after the as-at day

Day last_day(const Timeline& timeline) {
  Day last = timeline.to;
  for (const TimelineClock& clock : timeline.clocks) {
    if (clock.due && *clock.due - timeline.to <= k_furthest_due) last = std::max(last, *clock.due);
  }
  return std::max(last, timeline.from + 1);
}

Day first_of(int year, int month) {
  return day_of(year, month, 1);
}

}  // namespace

TimeAxis::TimeAxis(const Timeline& timeline)
    : from_(timeline.from),
      as_at_(timeline.to),
      to_(last_day(timeline)),
      left_(k_names),
      right_(std::max(timeline.width - k_after, k_names + 100)),
      years_only_(timeline.months_only) {}

double TimeAxis::x(Day day) const {
  const double part = (static_cast<double>(day) - from_) / (static_cast<double>(to_) - from_);
  return left_ + std::clamp(part, 0.0, 1.0) * (right_ - left_);
}

double TimeAxis::clear_of_as_at(double at, double width) const {
  constexpr double k_beyond = 8, k_clear = 3;
  at = std::max(std::min(at, right_ + k_beyond - width), left_);
  const double line = x(as_at_);
  if (at >= line + k_clear || at + width <= line - k_clear) return at;
  const double before = line - k_clear - width;
  if (at < line && before >= left_) return before;
  return at >= line && line + k_clear + width <= right_ + k_beyond ? line + k_clear : at;
}

void TimeAxis::draw(Canvas& canvas, double y) const {
  canvas.line(left_, y, right_, y, 0.8, false);
  const double quarter = (right_ - left_) * 91.3 / (to_ - from_);
  if (!years_only_ && quarter >= k_quarter_room) {
    draw_quarters(canvas, y);
  } else {
    draw_years(canvas, y);
  }
}

void TimeAxis::draw_years(Canvas& canvas, double y) const {
  const double year_width = (right_ - left_) * 365.25 / (to_ - from_);
  int step = 1;
  while (year_width * step < k_year_room) ++step;
  for (int year = civil_of(from_).year; year <= civil_of(to_).year; ++year) {
    const Day first = first_of(year, 1);
    const bool before = first < from_;
    // The year that the picture begins in is named at its left end where there is room.
    if (before && x(first_of(year + 1, 1)) - left_ < k_year_room) continue;
    const double at = before ? left_ : x(first);
    canvas.line(at, y - 4, at, y, 0.8, false);
    if (year % step == 0 && at + k_year_room * 0.7 < right_)
      canvas.words(at + 2, y - 3, std::to_string(year), 8, Align::left, false);
  }
}

void TimeAxis::draw_quarters(Canvas& canvas, double y) const {
  static constexpr const char* k_names_of[] = {"Jan", "Apr", "Jul", "Oct"};
  bool year_named = false;
  double end = 0;
  for (int year = civil_of(from_).year; year <= civil_of(to_).year; ++year) {
    for (int quarter = 0; quarter < 4; ++quarter) {
      const Day first = first_of(year, quarter * 3 + 1);
      if (first < from_ || first > to_) continue;
      const double at = x(first);
      canvas.line(at, y - 4, at, y, 0.8, false);
      std::string name = k_names_of[quarter];
      if (quarter == 0 || !year_named) name += " " + std::to_string(year);
      const double width = word_width(name, 7.5, quarter == 0);
      if (at + 2 < end + 3 || at + width > right_) continue;
      year_named = true;
      end = at + 2 + width;
      canvas.words(at + 2, y - 3, name, 7.5, Align::left, quarter == 0);
    }
  }
}

std::string day_words(Day day, bool months_only) {
  const std::string words = in_words(day);
  return months_only ? words.substr(words.find(' ') + 1) : words;
}

}  // namespace tidemark::report
