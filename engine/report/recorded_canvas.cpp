#include "report/recorded_canvas.hpp"

namespace tidemark::report {

void RecordedCanvas::rectangle(double x, double y, double width, double height, Fill fill) {
  steps_.emplace_back([=](Canvas& on) { on.rectangle(x, y, width, height, fill); });
}

void RecordedCanvas::line(double x1, double y1, double x2, double y2, double thickness,
                          bool dashed) {
  steps_.emplace_back([=](Canvas& on) { on.line(x1, y1, x2, y2, thickness, dashed); });
}

void RecordedCanvas::words(double x, double y, const std::string& text, double size, Align align,
                           bool bold) {
  steps_.emplace_back([=](Canvas& on) { on.words(x, y, text, size, align, bold); });
}

void RecordedCanvas::path(const std::vector<std::pair<double, double>>& points, double thickness,
                          Dash dash) {
  steps_.emplace_back([=](Canvas& on) { on.path(points, thickness, dash); });
}

std::function<void(Canvas&)> RecordedCanvas::drawing() const {
  return [steps = steps_](Canvas& on) {
    for (const auto& step : steps) step(on);
  };
}

}  // namespace tidemark::report
