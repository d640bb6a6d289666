// CountAxis: counts as heights in a chart, with round steps; and names along the bottom, as many as
// fit. Values only.
#pragma once

#include <string>
#include <vector>

#include "report/canvas.hpp"

namespace tidemark::report {

struct ChartArea {
  double left, right, top, bottom;
};

class CountAxis {
 public:
  // From nothing to at least `most`.
  CountAxis(const ChartArea& area, double most);

  [[nodiscard]] double y(double count) const;
  // Thin lines across the area and their counts at its left.
  void draw(Canvas& canvas) const;

 private:
  ChartArea area_;
  double step_ = 1, top_ = 1;
};

// Names beneath the area, each under its place in `at`.
void draw_names(Canvas& canvas, const ChartArea& area, const std::vector<std::string>& names,
                const std::vector<double>& at);

// "1,204", "3.5".
[[nodiscard]] std::string count_words(double count);

}  // namespace tidemark::report
