#include "report/chart_axis.hpp"

#include <algorithm>
#include <cmath>

#include "report/word_width.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr int k_fewest_steps = 3;

// The largest of 1, 2, 5, 10, 20 ... that leaves a few steps up to `most`.
double round_step(double most) {
  double step = 1, next = 1;
  for (int i = 0; next * k_fewest_steps <= most; ++i) {
    step = next;
    next *= i % 3 == 1 ? 2.5 : 2;
  }
  return step;
}

}  // namespace

CountAxis::CountAxis(const ChartArea& area, double most)
    : area_(area), step_(round_step(most)), top_(std::max(1.0, std::ceil(most / step_)) * step_) {}

double CountAxis::y(double count) const {
  return area_.bottom - count / top_ * (area_.bottom - area_.top);
}

void CountAxis::draw(Canvas& canvas) const {
  for (double count = 0; count <= top_ + step_ / 2; count += step_) {
    const double at = y(count);
    canvas.path({{area_.left, at}, {area_.right, at}}, count > 0 ? 0.4 : 0.8,
                count > 0 ? Dash::dotted : Dash::solid);
    canvas.words(area_.left - 5, at + 3, count_words(count), 8, Align::right, false);
  }
}

void draw_names(Canvas& canvas, const ChartArea& area, const std::vector<std::string>& names,
                const std::vector<double>& at) {
  double end = -1e9;
  for (std::size_t i = 0; i < names.size() && i < at.size(); ++i) {
    const double width = word_width(names[i], 8);
    canvas.line(at[i], area.bottom, at[i], area.bottom + 3, 0.8, false);
    if (at[i] - width / 2 < end + 6) continue;
    canvas.words(at[i], area.bottom + 12, names[i], 8, Align::middle, false);
    end = at[i] + width / 2;
  }
}

std::string count_words(double count) {
  const long long tenths = std::llround(std::max(count, 0.0) * 10);
  std::string out = number(static_cast<std::uint64_t>(tenths / 10));
  if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
  return out;
}

}  // namespace tidemark::report
