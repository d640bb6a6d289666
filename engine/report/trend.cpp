#include "report/trend.hpp"

namespace tidemark::report {

std::string trend_headline(const Trend& trend) {
  return trend.measure;
}

Picture trend_picture(const Trend& trend) {
  return {trend.id, trend_headline(trend), "", trend.width, trend.height, [](Canvas&) {}};
}

std::string bars_headline(const StackedBars& bars) {
  return bars.measure;
}

Picture bars_picture(const StackedBars& bars) {
  return {bars.id, bars_headline(bars), "", bars.width, 200, [](Canvas&) {}};
}

}  // namespace tidemark::report
