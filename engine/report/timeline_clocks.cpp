#include "report/timeline_clocks.hpp"

#include <algorithm>

#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_bar = 13, k_title = 8.5, k_label = 7.8;

Day end_of(const TimelineClock& clock, const Timeline& timeline) {
  return clock.stopped ? std::min(*clock.stopped, timeline.to) : timeline.to;
}

struct Label {
  double at;
  std::string words;
  bool bold;
};

// Words beneath the bar; says in how many rows.
std::size_t put_beneath(Canvas& canvas, const TimeAxis& axis, std::vector<Label> labels, double y) {
  constexpr std::size_t k_most = 3;
  for (Label& label : labels)
    label.at = axis.clear_of_as_at(label.at, word_width(label.words, k_label, label.bold));
  std::stable_sort(labels.begin(), labels.end(),
                   [](const Label& a, const Label& b) { return a.at < b.at; });
  LabelRows rows;
  for (const Label& label : labels) {
    const double right = label.at + word_width(label.words, k_label, label.bold);
    const std::size_t row = rows.take(label.at, right, k_most);
    canvas.words(label.at, y + static_cast<double>(row) * 10, label.words, k_label, Align::left,
                 label.bold);
  }
  return rows.rows();
}

}  // namespace

std::string over_words(const TimelineClock& clock) {
  if (!clock.days_over || *clock.days_over <= 0) return "";
  const std::string n = std::to_string(*clock.days_over);
  return (clock.at_least ? "at least " : "") + n + (n == "1" ? " day over" : " days over");
}

double draw_clock(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline,
                  const TimelineClock& clock, double y) {
  canvas.words(axis.left(), y + 8, fitted(clock.label, k_title, axis.right() - axis.left()),
               k_title, Align::left, true);
  const double top = y + 12;
  const Day end = end_of(clock, timeline);
  const std::string over = over_words(clock);
  const double left = axis.x(clock.start);
  const double right = std::max(axis.x(end), left + 2);
  double limit = clock.due ? std::clamp(axis.x(*clock.due), left, right) : right;
  if (!over.empty()) limit = std::min(limit, right - 4);  // so that a day over can be seen
  canvas.rectangle(left, top, std::max(limit - left, 0.0), k_bar, Fill::white);
  if (!over.empty()) canvas.rectangle(limit, top, right - limit, k_bar, Fill::hatched);
  const bool months = timeline.months_only;
  std::vector<Label> labels{{left, "began " + day_words(clock.start, months), false}};
  if (clock.due) {
    const double due = axis.x(*clock.due);
    canvas.line(due, top - 2, due, top + k_bar + 3, 1.6, false);
    labels.push_back({due, "due " + day_words(*clock.due, months), false});
  }
  if (!over.empty()) labels.push_back({limit, over, true});
  const double beneath = top + k_bar + 8.5;
  const std::size_t rows = put_beneath(canvas, axis, labels, beneath);
  return beneath + static_cast<double>(rows - 1) * 10 + 8;
}

}  // namespace tidemark::report
