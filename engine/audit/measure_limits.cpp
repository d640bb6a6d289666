#include "audit/measure_limits.hpp"

#include <cmath>

namespace tidemark {

namespace {

// What is left over in a reconciliation is too much on either side.
Figure size_of(const Figure& figure) {
  Figure size = figure;
  size.open_lo = size.open_hi = figure.open_lo || figure.open_hi;
  const auto turned = [](Fraction n) { return Fraction{n.over < 0 ? -n.over : n.over, n.under}; };
  if (figure.hi.over <= 0) std::swap(size.lo, size.hi);
  size.lo = turned(size.lo);
  size.hi = turned(size.hi);
  if (figure.lo.over < 0 && figure.hi.over > 0) {
    if (minus(size.hi, size.lo).over < 0) size.hi = size.lo;
    size.lo = {0, 1};
  }
  return size;
}

}  // namespace

bool is_whole(const Figure& figure) {
  return figure.lo.under == 1 && figure.hi.under == 1;
}

Rounding rounding_of(const Measure& measure, const Figure& figure) {
  constexpr Rounding k_places[] = {{3, false}, {1, false}, {1, false}, {2, false}};
  const bool counted = measure.kind != MeasureKind::averages && measure.as == DividedAs::none;
  if (counted && is_whole(figure)) return {0, false};
  if (measure.rounding) return *measure.rounding;
  if (measure.kind == MeasureKind::averages) return {measure.unit == "days" ? 0 : 1, false};
  return k_places[static_cast<std::size_t>(measure.as)];
}

std::string limit_of(const Measure& measure, const Figure& own) {
  if (!measure.at_most) return "";
  const Figure figure = measure.kind == MeasureKind::reconciles ? size_of(own) : own;
  const Fraction limit = Figure::of(std::llround(*measure.at_most * k_thousand), k_thousand).lo;
  const auto over = [&](const Fraction& n) { return minus(n, limit).over > 0; };
  if (!figure.cannot_decide && !figure.open_hi && !over(figure.hi))
    return "within " + unrounded(limit);
  if (!figure.cannot_decide && !figure.open_lo && over(figure.lo))
    return "over " + unrounded(limit);
  return "cannot be decided";
}

}  // namespace tidemark
