// SvgCanvas: a picture as SVG elements, for the page and for files of their own. The caller writes
// the <svg> around them (picture_svg does). Values only; one thread a canvas.
#pragma once

#include <string>

#include "report/canvas.hpp"

namespace tidemark::report {

class SvgCanvas : public Canvas {
 public:
  // `hatch` is the id of the pattern that hatched rectangles are filled with.
  explicit SvgCanvas(std::string hatch) : hatch_(std::move(hatch)) {}

  using Canvas::path;
  void rectangle(double x, double y, double width, double height, Fill fill) override;
  void line(double x1, double y1, double x2, double y2, double thickness, bool dashed) override;
  void words(double x, double y, const std::string& text, double size, Align align,
             bool bold) override;
  void path(const std::vector<std::pair<double, double>>& points, double thickness,
            Dash dash) override;

  [[nodiscard]] const std::string& elements() const { return svg_; }

 private:
  std::string hatch_;
  std::string svg_;
};

}  // namespace tidemark::report
