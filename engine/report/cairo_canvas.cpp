#include "report/cairo_canvas.hpp"

namespace tidemark::report {

namespace {

constexpr double k_frame = 0.8;
constexpr double k_hatch_gap = 4.2;

double grey_of(Fill fill) {
  switch (fill) {
    case Fill::light:
      return 0.894;
    case Fill::dark:
      return 0.467;
    case Fill::black:
      return 0;
    case Fill::white:
    case Fill::none:
    case Fill::hatched:
      break;
  }
  return 1;
}

std::vector<double> dashes_of(Dash dash) {
  switch (dash) {
    case Dash::longer:
      return {9, 4};
    case Dash::shorter:
      return {4, 3};
    case Dash::dotted:
      return {1.5, 3};
    case Dash::dash_dot:
      return {9, 3, 2, 3};
    case Dash::solid:
      break;
  }
  return {};
}

void stroke(cairo_t* paper, double thickness, Dash dash) {
  const std::vector<double> dashes = dashes_of(dash);
  cairo_set_source_rgb(paper, 0, 0, 0);
  cairo_set_line_width(paper, thickness);
  cairo_set_dash(paper, dashes.data(), static_cast<int>(dashes.size()), 0);
  cairo_stroke(paper);
}

}  // namespace

void CairoCanvas::hatch(double x, double y, double width, double height) {
  cairo_save(paper_);
  cairo_rectangle(paper_, x, y, width, height);
  cairo_clip(paper_);
  for (double at = x - height; at < x + width; at += k_hatch_gap) {
    cairo_move_to(paper_, at, y + height);
    cairo_line_to(paper_, at + height, y);
  }
  stroke(paper_, 1, Dash::solid);
  cairo_restore(paper_);
}

void CairoCanvas::rectangle(double x, double y, double width, double height, Fill fill) {
  if (fill != Fill::none) {
    const double grey = grey_of(fill);
    cairo_set_source_rgb(paper_, grey, grey, grey);
    cairo_rectangle(paper_, x, y, width, height);
    cairo_fill(paper_);
  }
  if (fill == Fill::hatched) hatch(x, y, width, height);
  cairo_rectangle(paper_, x, y, width, height);
  stroke(paper_, k_frame, Dash::solid);
}

void CairoCanvas::line(double x1, double y1, double x2, double y2, double thickness, bool dashed) {
  cairo_move_to(paper_, x1, y1);
  cairo_line_to(paper_, x2, y2);
  stroke(paper_, thickness, dashed ? Dash::shorter : Dash::solid);
}

void CairoCanvas::words(double x, double y, const std::string& text, double size, Align align,
                        bool bold) {
  cairo_set_source_rgb(paper_, 0, 0, 0);
  text_.draw_at_baseline(paper_, x, y, text, {size, bold, false, align});
}

void CairoCanvas::path(const std::vector<std::pair<double, double>>& points, double thickness,
                       Dash dash) {
  cairo_new_path(paper_);  // words leave a current point behind
  for (const auto& [x, y] : points) cairo_line_to(paper_, x, y);
  cairo_set_line_join(paper_, CAIRO_LINE_JOIN_ROUND);
  stroke(paper_, thickness, dash);
}

}  // namespace tidemark::report
