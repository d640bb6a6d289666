// Canvas: what a picture is drawn on, once for the page (SVG) and once for paper (Cairo). Units are
// points of a drawing that is scaled to the width it is given; y grows downwards. Everything must
// be readable in black and white: the part over a limit is hatched, and every mark has a word.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tidemark::report {

enum class Fill { none, white, light, dark, black, hatched };
enum class Align { left, middle, right };
// How lines differ without colour.
enum class Dash { solid, longer, shorter, dotted, dash_dot };

class Canvas {
 public:
  virtual ~Canvas() = default;
  virtual void rectangle(double x, double y, double width, double height, Fill fill) = 0;
  virtual void line(double x1, double y1, double x2, double y2, double thickness, bool dashed) = 0;
  // `y` is the baseline. UTF-8, one line.
  virtual void words(double x, double y, const std::string& text, double size, Align align,
                     bool bold) = 0;
  // Points in order; for trends.
  virtual void path(const std::vector<std::pair<double, double>>& points, double thickness,
                    Dash dash) = 0;
  void path(const std::vector<std::pair<double, double>>& points, double thickness) {
    path(points, thickness, Dash::solid);
  }
};

}  // namespace tidemark::report
