#include <algorithm>

#include "report/measures_report.hpp"
#include "report/measures_words.hpp"

namespace tidemark::report {

namespace {

std::string heading(const MeasureRun& run) {
  std::string out =
      "Measures of " + run.snapshot_path + "\nAs known at: " + known_at_of(run) + "\n";
  out += "Snapshot " + run.snapshot_digest + "\n";
  if (run.is_internal) return out + "internal: not for publication\n";
  out += "c: from 1 to 5, or withheld because it would give such a figure back\n";
  if (run.left_out > 0) {
    out += "Left out, because they are never public: " + std::to_string(run.left_out) + "\n";
  }
  return out;
}

// What stands beside the value: "(526 of 33127; nearest, 1 place)".
std::string beside_value(const MeasureLine& line) {
  if (!line.numerator || line.figure.cannot_decide) return "";
  const std::string over = beside(line.numerator, line.numerator_withheld);
  const std::string under = beside(line.denominator, line.denominator_withheld);
  return " (" + over + " / " + under + "; " + words_of(line.rounding) + ")";
}

std::string value_words(const Measure& measure, const MeasureLine& line) {
  std::string text = value_of(line);
  if (line.figure.cannot_decide) return text + (line.why.empty() ? "" : ": " + line.why);
  const std::string unit = unit_of(measure, line);
  const bool is_share = unit != line.unit;
  if (is_share || !line.withheld) text += " " + unit;
  text += beside_value(line);
  if (line.withheld) return text;
  if (!line.limit.empty()) text += ", " + line.limit;
  return text + (line.why.empty() ? "" : "; " + line.why);
}

std::string result_text(const MeasureRun& run, const MeasureResult& result) {
  const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
  std::string out = "\n" + measure.id + "  " + measure.title + "\n";
  out += "  " + days_of(measure, result.period) + "\n";
  std::size_t widest = 0;
  for (const MeasureLine& line : result.lines) {
    if (!line.part.empty()) widest = std::max(widest, line.label.size());
  }
  for (const MeasureLine& line : result.lines) {
    const std::string value = value_words(measure, line);
    if (line.part.empty()) {
      out += "  " + value + "\n";
    } else {
      out += "    " + line.label + std::string(widest - line.label.size() + 2, ' ') + value + "\n";
    }
  }
  for (const std::string& note : result.notes) out += "  " + note + "\n";
  return out + "  source: " + measure.source + "\n";
}

}  // namespace

std::string measures_text(const MeasureRun& run) {
  std::string out = heading(run);
  std::string period;
  for (const MeasureResult& result : run.results) {
    if (result.period.label != period) {
      period = result.period.label;
      out += "\n== " + period +
             (words_of(result.period) == period ? ""
                                                : " (" + tidemark::words_of(result.period) + ")") +
             " ==\n";
    }
    out += result_text(run, result);
  }
  return out;
}

}  // namespace tidemark::report
