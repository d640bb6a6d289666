#include "report/picture_png.hpp"

#include <algorithm>
#include <cmath>

#include "report/cairo_canvas.hpp"

namespace tidemark::report {

namespace {

constexpr double k_scale = 200.0 / 72;
constexpr double k_largest = 8000;  // pixels a side

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

int pixels(double points) {
  return static_cast<int>(std::lround(std::clamp(points * k_scale, 1.0, k_largest)));
}

}  // namespace

Result<std::string> picture_png(const Picture& picture, PaperText& text) {
  const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(picture.width),
                                                        pixels(picture.height)));
  {
    const CairoContext paper(cairo_create(surface.get()));
    cairo_set_source_rgb(paper.get(), 1, 1, 1);
    cairo_paint(paper.get());
    cairo_scale(paper.get(), k_scale, k_scale);
    CairoCanvas canvas(paper.get(), text);
    if (picture.draw) picture.draw(canvas);
  }
  std::string png;
  const cairo_status_t status = cairo_surface_write_to_png_stream(surface.get(), append, &png);
  if (status == CAIRO_STATUS_SUCCESS) return png;
  return Error{ErrorKind::input, "the picture \"" + picture.id + "\" could not be drawn: " +
                                     std::string(cairo_status_to_string(status))};
}

}  // namespace tidemark::report
