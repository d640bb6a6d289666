// TimeAxis: days as places across a picture, and the ticks that name them. Values only.
#pragma once

#include <string>

#include "report/canvas.hpp"
#include "report/timeline.hpp"

namespace tidemark::report {

class TimeAxis {
 public:
  // From the timeline's first day to its as-at day, or to a due date soon after it.
  explicit TimeAxis(const Timeline& timeline);

  [[nodiscard]] double x(Day day) const;
  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double right() const { return right_; }

  // Where words as wide as this begin that would best begin at `at`: inside the picture, and not
  // across the line of the as-at day.
  [[nodiscard]] double clear_of_as_at(double at, double width) const;

  // Ticks at y and names above it.
  void draw(Canvas& canvas, double y) const;

 private:
  void draw_years(Canvas& canvas, double y) const;
  void draw_quarters(Canvas& canvas, double y) const;

  Day from_, as_at_, to_;
  double left_, right_;
  bool years_only_;
};

// The day as the picture says it: "4 Mar 2022", or "Mar 2022".
[[nodiscard]] std::string day_words(Day day, bool months_only);

}  // namespace tidemark::report
