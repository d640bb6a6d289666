// CairoCanvas: a picture on a Cairo surface: paper or pixels. The caller places and scales it. Does
// not own the surface or the text setter. One thread an object.
#pragma once

#include "report/canvas.hpp"
#include "report/paper_text.hpp"

namespace tidemark::report {

class CairoCanvas : public Canvas {
 public:
  CairoCanvas(cairo_t* paper, PaperText& text) : paper_(paper), text_(text) {}

  using Canvas::path;
  void rectangle(double x, double y, double width, double height, Fill fill) override;
  void line(double x1, double y1, double x2, double y2, double thickness, bool dashed) override;
  void words(double x, double y, const std::string& text, double size, Align align,
             bool bold) override;
  void path(const std::vector<std::pair<double, double>>& points, double thickness,
            Dash dash) override;

 private:
  void hatch(double x, double y, double width, double height);

  cairo_t* paper_;
  PaperText& text_;
};

}  // namespace tidemark::report
