#include "report/timeline_lanes.hpp"

#include <algorithm>

#include "report/timeline_words.hpp"
#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_bar = 13, k_bar_pitch = 16, k_label_pitch = 10;
constexpr double k_label = 7.8, k_name = 8.5;
constexpr double k_square = 5;
constexpr double k_empty_pitch = 15;  // of a lane in which nothing stands
constexpr double k_cross = 2.2, k_cross_pitch = 9;
constexpr std::size_t k_most_rows = 6;

// A label beneath the bars: of a square, or of a bar that is too short for it.
struct Label {
  double at;
  std::string words;
};

class Lane {
 public:
  Lane(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline, double y)
      : canvas_(canvas), axis_(axis), timeline_(timeline), y_(y) {}

  double draw(const TimelineLane& lane) {
    canvas_.words(0, y_ + 10, fitted(lane.name, k_name, axis_.left() - 6), k_name, Align::left,
                  true);
    if (lane.bars.empty() && lane.marks.empty()) {
      draw_empty(lane);
      return y_ + k_empty_pitch;
    }
    // Across squares crosses would say that nothing came at all.
    if (!lane.bars.empty()) draw_gaps(lane, axis_.left());
    for (const TimelineGap& gap : lane.gaps)
      labels_.push_back({axis_.left(), gap_words(gap, timeline_.months_only)});
    const std::size_t bar_rows = draw_bars(lane);
    const double under = y_ + static_cast<double>(bar_rows) * k_bar_pitch;
    const double squares = draw_marks(lane, under);
    const std::size_t rows = draw_labels(squares);
    const double end = squares + static_cast<double>(rows) * k_label_pitch;
    return std::max(end, y_ + k_bar_pitch) + 5;
  }

 private:
  std::size_t draw_bars(const TimelineLane& lane) {
    std::vector<TimelineBar> bars = lane.bars;
    std::stable_sort(bars.begin(), bars.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    if (!bars.empty() && lane.gaps.empty()) draw_base(axis_.left());
    std::vector<Day> ends;  // by row; what overlaps stands beneath
    for (const TimelineBar& bar : bars) {
      if (bar.from > timeline_.to || (!bar.to_open && bar.to < timeline_.from)) continue;
      std::size_t row = 0;
      while (row < ends.size() && ends[row] > bar.from) ++row;
      if (row == ends.size()) ends.push_back(bar.from);
      ends[row] = bar.to_open ? timeline_.to : bar.to;
      draw_bar(bar, y_ + static_cast<double>(row) * k_bar_pitch);
    }
    return ends.size();
  }

  // Where no bar stands on it nothing is on record.
  void draw_base(double left) {
    const double y = y_ + k_bar / 2;
    canvas_.line(left, y, axis_.x(timeline_.to), y, 0.3, true);
  }

  // In words first: crosses where a list did not come, a dashed line where it holds nothing.
  void draw_empty(const TimelineLane& lane) {
    std::string said = empty_words(lane, timeline_.months_only);
    const double room = axis_.x(timeline_.to) - axis_.left() - 6;
    said = fitted(said, k_label, room);
    canvas_.words(axis_.left(), y_ + k_bar - 3.5, said, k_label, Align::left, false);
    const double after = axis_.left() + word_width(said, k_label) + 8;
    draw_gaps(lane, after);
    if (lane.gaps.empty()) draw_base(std::min(after, axis_.x(timeline_.to)));
  }

  // Crosses, for neither a bar nor what is over a limit looks like them.
  void draw_gaps(const TimelineLane& lane, double left) {
    if (lane.gaps.empty()) return;
    double right = left;
    for (const TimelineGap& gap : lane.gaps)
      right = std::max(right, axis_.x(std::min(gap.until.value_or(timeline_.to), timeline_.to)));
    const double y = y_ + k_bar / 2;
    for (double x = left + k_cross; x + k_cross <= right; x += k_cross_pitch) {
      canvas_.path({{x - k_cross, y - k_cross}, {x + k_cross, y + k_cross}}, 0.7);
      canvas_.path({{x - k_cross, y + k_cross}, {x + k_cross, y - k_cross}}, 0.7);
    }
    // After the part that did not come the list holds what it holds.
    if (right < axis_.x(timeline_.to)) draw_base(std::max(right, left));
  }

  void draw_bar(const TimelineBar& bar, double top) {
    const double left = axis_.x(bar.from);
    const double right = axis_.x(bar.to_open ? timeline_.to : std::min(bar.to, timeline_.to));
    const double width = std::max(right - left, 2.0);
    canvas_.rectangle(left, top, width, k_bar, Fill::light);
    const bool earlier = bar.from_unknown || bar.from < timeline_.from;
    if (earlier) draw_open_end(left, top, 1);
    if (bar.to_open) draw_open_end(left + width, top, -1);
    const double inset = earlier ? 8 : 3;
    const double room = width - inset - (bar.to_open ? 8 : 3);
    const std::string inside = fitted(bar.label, k_label, room);
    const bool enough = inside.size() == bar.label.size() || room > 60;
    if (enough && !inside.empty()) {
      canvas_.words(left + inset, top + k_bar - 3.5, inside, k_label, Align::left, false);
    } else if (!bar.label.empty()) {
      labels_.push_back({left, bar.label});
    }
  }

  // Two strokes that point out of the bar: it goes on beyond what is known.
  void draw_open_end(double x, double top, int inwards) {
    const double middle = top + k_bar / 2;
    const double tip = x + inwards, back = x + inwards * 5;
    canvas_.path({{back, top + 2}, {tip, middle}, {back, top + k_bar - 2}}, 1.2);
  }

  // Says where the labels begin.
  double draw_marks(const TimelineLane& lane, double y) {
    bool any = false;
    for (const TimelineMark& mark : lane.marks) {
      if (mark.day > timeline_.to || mark.day < timeline_.from) continue;
      const double x = axis_.x(mark.day);
      canvas_.rectangle(x - k_square / 2, y + 2, k_square, k_square, Fill::black);
      labels_.push_back({x - k_square / 2, mark.label});
      any = true;
    }
    return any ? y + k_square + 4 : y;
  }

  std::size_t draw_labels(double y) {
    for (Label& label : labels_) {
      label.words = fitted(label.words, k_label, axis_.right() - axis_.left());
      label.at = axis_.clear_of_as_at(label.at, word_width(label.words, k_label));
    }
    std::stable_sort(labels_.begin(), labels_.end(),
                     [](const Label& a, const Label& b) { return a.at < b.at; });
    LabelRows rows;
    for (const Label& label : labels_) {
      const double right = label.at + word_width(label.words, k_label);
      const std::size_t row = rows.take(label.at, right, k_most_rows);
      if (row == k_most_rows) continue;  // the description still says it
      canvas_.words(label.at, y + 7.5 + static_cast<double>(row) * k_label_pitch, label.words,
                    k_label, Align::left, false);
    }
    return rows.rows();
  }

  Canvas& canvas_;
  const TimeAxis& axis_;
  const Timeline& timeline_;
  double y_;
  std::vector<Label> labels_;
};

}  // namespace

double draw_lane(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline,
                 const TimelineLane& lane, double y) {
  return Lane(canvas, axis, timeline, y).draw(lane);
}

}  // namespace tidemark::report
