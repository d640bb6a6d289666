// The chart of counts a week: trend.hpp's second half.
#include <algorithm>
#include <numeric>

#include "report/chart_axis.hpp"
#include "report/recorded_canvas.hpp"
#include "report/trend.hpp"
#include "report/word_width.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr Fill k_fills[] = {Fill::hatched, Fill::white, Fill::dark, Fill::light};
constexpr double k_height = 230;

std::uint64_t count_at(const StackedPart& part, std::size_t i) {
  return i < part.counts.size() ? part.counts[i] : 0;
}

std::uint64_t all_of(const StackedPart& part) {
  return std::accumulate(part.counts.begin(), part.counts.end(), std::uint64_t{0});
}

std::uint64_t all_at(const StackedBars& bars, std::size_t i) {
  std::uint64_t sum = 0;
  for (const StackedPart& part : bars.parts) sum += count_at(part, i);
  return sum;
}

// Four fills can be told apart: the fourth stands for all that come after the third.
std::vector<StackedPart> told_apart(const StackedBars& bars) {
  std::vector<StackedPart> parts = bars.parts;
  if (parts.size() <= std::size(k_fills)) return parts;
  StackedPart others{counted(parts.size() - 3, "other", "others"), {}};
  others.counts.resize(bars.labels.size());
  for (std::size_t p = 3; p < parts.size(); ++p) {
    for (std::size_t i = 0; i < others.counts.size(); ++i)
      others.counts[i] += count_at(parts[p], i);
  }
  parts.resize(3);
  parts.push_back(others);
  return parts;
}

void draw_legend(Canvas& canvas, const std::vector<StackedPart>& parts, double left) {
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const std::string words = parts[p].name + " " + number(all_of(parts[p]));
    canvas.rectangle(left, 3, 14, 9, k_fills[p]);
    canvas.words(left + 18, 10.5, words, 8, Align::left, false);
    left += 34 + word_width(words, 8);
  }
}

void draw_bars(Canvas& canvas, const StackedBars& bars) {
  const ChartArea area{38, bars.width - 6, 30, k_height - 18};
  std::uint64_t most = 0;
  for (std::size_t i = 0; i < bars.labels.size(); ++i) most = std::max(most, all_at(bars, i));
  const CountAxis counts(area, static_cast<double>(most));
  counts.draw(canvas);
  const std::vector<StackedPart> parts = told_apart(bars);
  const double pitch =
      (area.right - area.left) / static_cast<double>(std::max<std::size_t>(bars.labels.size(), 1));
  const double width = std::min(pitch * 0.7, 46.0);
  std::vector<double> at;
  for (std::size_t i = 0; i < bars.labels.size(); ++i) {
    at.push_back(area.left + (static_cast<double>(i) + 0.5) * pitch);
    std::uint64_t below = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      const std::uint64_t count = count_at(parts[p], i);
      if (count == 0) continue;
      const double bottom = counts.y(static_cast<double>(below));
      below += count;
      const double top = counts.y(static_cast<double>(below));
      canvas.rectangle(at.back() - width / 2, top, width, bottom - top, k_fills[p]);
    }
    const double top = counts.y(static_cast<double>(below));
    if (pitch > 14) canvas.words(at.back(), top - 3, number(below), 8, Align::middle, true);
  }
  draw_names(canvas, area, bars.labels, at);
  draw_legend(canvas, parts, area.left);
}

std::string bars_words(const StackedBars& bars) {
  std::string out = bars.measure + ".";
  for (std::size_t i = 0; i < bars.labels.size(); ++i) {
    out += " " + bars.labels[i] + ": " + number(all_at(bars, i));
    std::string parts;
    for (const StackedPart& part : bars.parts) {
      if (count_at(part, i) > 0)
        parts += (parts.empty() ? "" : ", ") + part.name + " " + number(count_at(part, i));
    }
    out += (parts.empty() ? "" : " (" + parts + ")") + ".";
  }
  return out;
}

}  // namespace

std::string bars_headline(const StackedBars& bars) {
  std::uint64_t all = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < bars.labels.size(); ++i) {
    all += all_at(bars, i);
    if (all_at(bars, i) > all_at(bars, most)) most = i;
  }
  if (all == 0) return bars.measure + ": none";
  return bars.measure + ": " + number(all) + " in all, most in the week of " + bars.labels[most] +
         " (" + number(all_at(bars, most)) + ")";
}

Picture bars_picture(const StackedBars& bars) {
  RecordedCanvas canvas;
  draw_bars(canvas, bars);
  return {bars.id, bars_headline(bars), bars_words(bars), bars.width, k_height, canvas.drawing()};
}

}  // namespace tidemark::report
