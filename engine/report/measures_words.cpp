#include "report/measures_words.hpp"

namespace tidemark::report {

std::string value_of(const MeasureLine& line) {
  const bool hides = line.withheld && !line.figure.cannot_decide;
  return hides ? k_withheld : written(line.figure, line.rounding);
}

std::string unit_of(const Measure& measure, const MeasureLine& line) {
  if (line.unit == "percent") return "per cent";
  if (line.numerator && measure.as == DividedAs::percent) return "per cent";
  if (line.numerator && measure.as == DividedAs::per_10000) return "per 10,000";
  return line.unit;
}

bool is_complete(const MeasureRun& run, const Period& period) {
  return !run.made_on || period.to <= *run.made_on;
}

std::string status_of(const MeasureLine& line) {
  if (line.figure.cannot_decide) return "cannot_decide";
  if (line.withheld) return "withheld";
  if (line.figure.open_hi) return "at_least";
  if (line.figure.open_lo) return "at_most";
  return line.figure.is_exact() ? "exact" : "interval";
}

std::string beside(const std::optional<Figure>& figure, bool is_withheld) {
  if (!figure || figure->cannot_decide) return "";
  if (is_withheld) return k_withheld;
  if (figure->is_exact()) return unrounded(figure->lo);
  const std::string lo = figure->open_lo ? "" : unrounded(figure->lo);
  return lo + ".." + (figure->open_hi ? "" : unrounded(figure->hi));
}

std::string words_of(const Rounding& rounding) {
  return std::string(rounding.truncated ? "truncated, " : "nearest, ") +
         std::to_string(rounding.places) + (rounding.places == 1 ? " place" : " places");
}

std::string known_at_of(const MeasureRun& run) {
  return run.made_on ? in_words(*run.made_on) : "not stated";
}

std::string days_of(const Measure& measure, const Period& period) {
  const bool simple = measure.kind == MeasureKind::counts || measure.kind == MeasureKind::averages;
  if (simple && measure.window == MeasureWindow::stock) return "as at " + in_words(period.to);
  const bool any_day = simple && measure.window == MeasureWindow::during;
  return (any_day ? "on any day of " : "") + tidemark::words_of(period);
}

}  // namespace tidemark::report
