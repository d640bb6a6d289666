#include "report/timeline_clocks.hpp"

#include <algorithm>

#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_bar = 13, k_title = 8.5, k_label = 7.8;
constexpr double k_bold_wider = 1.08;

Day end_of(const TimelineClock& clock, const Timeline& timeline) {
  return clock.stopped ? std::min(*clock.stopped, timeline.to) : timeline.to;
}

// The rule's title, and after it the days in words where there is room.
void put_title(Canvas& canvas, const TimeAxis& axis, const TimelineClock& clock, bool months,
               double y) {
  const double room = axis.right() - axis.left();
  std::string days = "began " + day_words(clock.start, months);
  if (clock.due) days += ", due " + day_words(*clock.due, months);
  if (clock.stopped) days += ", ended " + day_words(*clock.stopped, months);
  const double taken = word_width(days, k_label) + 8;
  const std::string title = fitted(clock.label, k_title, (room - taken) / k_bold_wider);
  canvas.words(axis.left(), y, title, k_title, Align::left, true);
  canvas.words(axis.left() + word_width(title, k_title, true) + 8, y, days, k_label, Align::left,
               false);
}

// Beside the bar: after it, else before it, else on it.
void put_over(Canvas& canvas, const TimeAxis& axis, double left, double right, double y,
              const std::string& over) {
  constexpr double k_apart = 5, k_beyond = 8;
  const double width = word_width(over, k_label, true);
  if (right + k_apart + width <= axis.right() + k_beyond) {
    canvas.words(right + k_apart, y, over, k_label, Align::left, true);
  } else if (left - k_apart - width >= axis.left()) {
    canvas.words(left - k_apart, y, over, k_label, Align::right, true);
  } else {
    const double at = (left + right) / 2;
    canvas.rectangle(at - width / 2 - 3, y - 8, width + 6, 10.5, Fill::white);
    canvas.words(at, y, over, k_label, Align::middle, true);
  }
}

}  // namespace

std::string over_words(const TimelineClock& clock) {
  if (!clock.days_over || *clock.days_over <= 0) return "";
  const std::string n = std::to_string(*clock.days_over);
  return (clock.at_least ? "at least " : "") + n + (n == "1" ? " day over" : " days over");
}

double draw_clock(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline,
                  const TimelineClock& clock, double y) {
  put_title(canvas, axis, clock, timeline.months_only, y + 8);
  const double top = y + 12;
  const Day end = end_of(clock, timeline);
  const std::string over = over_words(clock);
  const double left = axis.x(clock.start);
  const double right = std::max(axis.x(end), left + 2);
  double limit = clock.due ? std::clamp(axis.x(*clock.due), left, right) : right;
  if (!over.empty()) limit = std::min(limit, right - 4);  // so that a day over can be seen
  canvas.rectangle(left, top, std::max(limit - left, 0.0), k_bar, Fill::white);
  if (!over.empty()) canvas.rectangle(limit, top, right - limit, k_bar, Fill::hatched);
  double shown_right = right;
  if (clock.due) {
    const double due = axis.x(*clock.due);
    canvas.line(due, top - 2, due, top + k_bar + 2, 1.6, false);
    shown_right = std::max(right, due);
  }
  if (!over.empty()) put_over(canvas, axis, left, shown_right, top + k_bar - 3.5, over);
  return top + k_bar + 6;
}

}  // namespace tidemark::report
