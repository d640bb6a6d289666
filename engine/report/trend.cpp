#include "report/trend.hpp"

#include <algorithm>

#include "report/chart_axis.hpp"
#include "report/recorded_canvas.hpp"
#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr Dash k_dashes[] = {Dash::solid, Dash::longer, Dash::dotted, Dash::dash_dot,
                             Dash::shorter};
constexpr double k_mark_row = 10;
constexpr double k_without_marks = 10;  // above the area, for the highest count
constexpr double k_end_names = 150;     // the width kept at the right

struct Known {
  std::size_t first = 0, last = 0;
  bool any = false;
};

Known known_of(const TrendSeries& series) {
  Known known;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (!series.values[i]) continue;
    if (!known.any) known.first = i;
    known.last = i;
    known.any = true;
  }
  return known;
}

double count_at(const TrendSeries& series, std::size_t i) {
  return series.values[i].value_or(0);
}

std::string label_at(const Trend& trend, std::size_t i) {
  return i < trend.labels.size() ? trend.labels[i] : "";
}

// "in Mar 2022"; a label that is a day, "on 30 Sep 2021".
std::string when_at(const Trend& trend, std::size_t i) {
  const std::string label = label_at(trend, i);
  const bool is_day = !label.empty() && label[0] <= '9' && label.find(' ') <= 2;
  return (is_day ? "on " : "in ") + label;
}

// "41 in Mar 2022, up from 33 in Apr 2021"
std::string said(const Trend& trend, const TrendSeries& series) {
  const Known known = known_of(series);
  if (!known.any) return "not known";
  const double last = count_at(series, known.last), first = count_at(series, known.first);
  std::string out = count_words(last) + " " + when_at(trend, known.last);
  if (known.first == known.last) return out;
  const char* way = last > first ? ", up from " : last < first ? ", down from " : ", as ";
  out += way;
  if (last < first || last > first) out += count_words(first) + " ";
  return out + when_at(trend, known.first);
}

class TrendDrawing {
 public:
  TrendDrawing(const Trend& trend, Canvas& canvas)
      : trend_(trend),
        canvas_(canvas),
        area_{38, std::max(trend.width - k_end_names, 120.0),
              trend.marks.empty() ? k_without_marks : 34, trend.height - 20},
        counts_(area_, most(trend)) {}

  void draw() {
    counts_.draw(canvas_);
    std::vector<double> at;
    for (std::size_t i = 0; i < trend_.labels.size(); ++i) at.push_back(x(i));
    draw_names(canvas_, area_, trend_.labels, at);
    draw_marks();
    for (std::size_t s = 0; s < trend_.series.size(); ++s)
      draw_series(trend_.series[s], k_dashes[s % std::size(k_dashes)], s == 0 ? 2 : 1.4);
    draw_end_names();
  }

 private:
  static double most(const Trend& trend) {
    double out = 0;
    for (const TrendSeries& series : trend.series) {
      for (const auto& value : series.values) out = std::max(out, value.value_or(0));
    }
    return out;
  }

  [[nodiscard]] double x(std::size_t i) const {
    const std::size_t all = std::max<std::size_t>(trend_.labels.size(), 2) - 1;
    return area_.left + 10 +
           static_cast<double>(i) / static_cast<double>(all) * (area_.right - area_.left - 20);
  }

  // A gap where a value is not known; a square where both neighbours are missing.
  void draw_series(const TrendSeries& series, Dash dash, double thickness) {
    std::vector<std::pair<double, double>> points;
    const auto end_line = [&] {
      if (points.size() == 1)
        canvas_.rectangle(points[0].first - 2, points[0].second - 2, 4, 4, Fill::black);
      if (points.size() > 1) canvas_.path(points, thickness, dash);
      points.clear();
    };
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      if (series.values[i]) {
        points.emplace_back(x(i), counts_.y(count_at(series, i)));
      } else {
        end_line();
      }
    }
    end_line();
  }

  void draw_marks() {
    LabelRows rows;
    for (const TrendMark& mark : trend_.marks) {
      if (mark.index >= trend_.labels.size()) continue;
      const double at = x(mark.index);
      const std::string words = fitted(mark.label, 8, trend_.width - area_.left);
      const double width = word_width(words, 8);
      const double left = std::max(std::min(at + 3, trend_.width - width), 0.0);
      const std::size_t row = rows.take(left, left + width, 3);
      canvas_.line(at, row < 3 ? 2 + static_cast<double>(row) * k_mark_row : 30, at, area_.bottom,
                   0.8, true);
      if (row == 3) continue;  // the description still says it
      canvas_.words(left, 9 + static_cast<double>(row) * k_mark_row, words, 8, Align::left, false);
    }
  }

  // At the lines' ends, moved apart where they would touch, with a piece of the line before each.
  void draw_end_names() {
    struct EndName {
      double y;
      std::size_t series;
    };
    std::vector<EndName> names;
    for (std::size_t s = 0; s < trend_.series.size(); ++s) {
      const Known known = known_of(trend_.series[s]);
      if (known.any) names.push_back({counts_.y(count_at(trend_.series[s], known.last)), s});
    }
    std::stable_sort(names.begin(), names.end(), [](auto& a, auto& b) { return a.y < b.y; });
    constexpr double k_pitch = 11;
    double lowest = area_.bottom - k_pitch * static_cast<double>(names.size());
    double before = -1e9;
    for (const EndName& name : names) {
      lowest += k_pitch;
      const double y = std::max(std::min(name.y, lowest), before + k_pitch);
      before = y;
      const TrendSeries& series = trend_.series[name.series];
      canvas_.path({{area_.right + 6, y}, {area_.right + 30, y}}, name.series == 0 ? 2 : 1.4,
                   k_dashes[name.series % std::size(k_dashes)]);
      const std::string count = " " + count_words(count_at(series, known_of(series).last));
      const double room = k_end_names - 36 - word_width(count, 8, true);
      canvas_.words(area_.right + 34, y + 3, fitted(series.name, 8, room) + count, 8, Align::left,
                    name.series == 0);
    }
  }

  const Trend& trend_;
  Canvas& canvas_;
  ChartArea area_;
  CountAxis counts_;
};

std::string trend_words(const Trend& trend) {
  std::string out = trend.measure + ".";
  for (const TrendSeries& series : trend.series) {
    out += " " + (series.name.empty() ? trend.measure : series.name) + ": " + said(trend, series) +
           "; by date";
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      out += (i == 0 ? " " : ", ") + label_at(trend, i) + " " +
             (series.values[i] ? count_words(count_at(series, i)) : "not known");
    }
    out += ".";
  }
  for (const TrendMark& mark : trend.marks)
    out += " " + label_at(trend, mark.index) + ": " + mark.label + ".";
  return out;
}

}  // namespace

std::string trend_headline(const Trend& trend) {
  if (trend.series.empty()) return trend.measure;
  const TrendSeries& first = trend.series.front();
  const bool named = trend.series.size() > 1 && !first.name.empty() && first.name != trend.measure;
  return trend.measure + (named ? ", " + first.name : "") + ": " + said(trend, first);
}

Picture trend_picture(const Trend& trend) {
  RecordedCanvas canvas;
  TrendDrawing(trend, canvas).draw();
  return {trend.id,    trend_headline(trend), trend_words(trend),
          trend.width, trend.height,          canvas.drawing()};
}

}  // namespace tidemark::report
