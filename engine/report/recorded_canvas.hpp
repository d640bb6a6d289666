// RecordedCanvas: drawing kept as a list, so that a picture is worked out once, its height known,
// and drawn as often as formats ask for it. Values only; one thread an object.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "report/canvas.hpp"

namespace tidemark::report {

class RecordedCanvas : public Canvas {
 public:
  using Canvas::path;
  void rectangle(double x, double y, double width, double height, Fill fill) override;
  void line(double x1, double y1, double x2, double y2, double thickness, bool dashed) override;
  void words(double x, double y, const std::string& text, double size, Align align,
             bool bold) override;
  void path(const std::vector<std::pair<double, double>>& points, double thickness,
            Dash dash) override;

  // Everything drawn so far, for Picture::draw.
  [[nodiscard]] std::function<void(Canvas&)> drawing() const;

 private:
  std::vector<std::function<void(Canvas&)>> steps_;
};

}  // namespace tidemark::report
