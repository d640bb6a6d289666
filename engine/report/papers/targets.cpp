#include "report/papers/targets.hpp"

#include <algorithm>
#include <set>

#include "report/measures_words.hpp"
#include "report/papers/blocks.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

const Measure& measure_of(const MeasureRun& run, const MeasureResult& result) {
  return run.rulebook->measures[static_cast<std::size_t>(result.measure)];
}

std::set<std::string> periods_of(const MeasureRun& run) {
  std::set<std::string> periods;
  for (const MeasureResult& result : run.results) periods.insert(tidemark::words_of(result.period));
  return periods;
}

std::string value_of_part(const MeasureResult& result, const std::string& part) {
  const auto line = std::find_if(result.lines.begin(), result.lines.end(),
                                 [&](const MeasureLine& l) { return l.part == part; });
  return line == result.lines.end() ? "" : value_of(*line);
}

// What remains of a target that was passed is less than nothing: it is reached.
std::string still_needed(const MeasureResult& result) {
  const std::string words = value_of_part(result, "still needed");
  return words == "0" || words.starts_with('-') ? "reached" : words;
}

// The event that counts is the measure's first assumption: without it the number says little.
std::string what_counts(const Measure& measure) {
  return measure.assumes.empty() ? measure.title
                                 : measure.title + ": " + with_stop(measure.assumes.front());
}

std::string target_words(const Measure& measure, const MeasureResult& result) {
  const std::string whole = value_of_part(result, "target");
  if (whole.empty()) return "no target set";
  return whole + (measure.target_is_for_year ? " in the year" : " in the period");
}

std::string expected_words(const MeasureResult& result) {
  const std::string forecast = value_of_part(result, "forecast");
  return forecast.empty() ? "none made" : forecast;
}

}  // namespace

TableBlock targets_table(const MeasureRun& run, const std::string& id) {
  const std::set<std::string> periods = periods_of(run);
  const bool says_period = periods.size() > 1;
  TableBlock table;
  table.id = id;
  table.caption = periods.size() == 1 ? "Targets, " + *periods.begin() : "Targets";
  table.when_empty = "No target is set: no measure of these rules states one.";
  table.columns = {words("What is counted", 5.4), a_number("Achieved", 1.25),
                   words("Target", 1.1),          a_number("Pro rata", 0.9),
                   a_number("Still needed", 1.1), a_number("Forecast", 1.2)};
  if (says_period) table.columns.insert(table.columns.begin() + 1, words("Period", 1.5));
  for (const MeasureResult& result : run.results) {
    const Measure& measure = measure_of(run, result);
    if (measure.kind != MeasureKind::forecast) continue;
    std::vector<std::string> row{what_counts(measure),          value_of_part(result, "achieved"),
                                 target_words(measure, result), value_of_part(result, "pro rata"),
                                 still_needed(result),          expected_words(result)};
    if (says_period) row.insert(row.begin() + 1, tidemark::words_of(result.period));
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::string forecasts_assume(const MeasureRun& run) {
  std::set<std::string> assumed;
  for (const MeasureResult& result : run.results) {
    const Measure& measure = measure_of(run, result);
    const bool expects = measure.kind == MeasureKind::forecast && !measure.expected.empty();
    if (expects && measure.assumes.size() > 1) assumed.insert(measure.assumes.back());
  }
  std::string out;
  for (const std::string& words : assumed) out += (out.empty() ? "" : "; ") + words;
  return out.empty() ? "" : with_stop("Forecasts assume that " + out);
}

std::string without_target_words(const MeasureRun& run) {
  std::set<int> without;
  for (const MeasureResult& result : run.results) {
    if (measure_of(run, result).kind != MeasureKind::forecast) without.insert(result.measure);
  }
  if (without.empty()) return {};
  return "For " + counted(without.size(), "measure", "measures") + " no target is set.";
}

}  // namespace tidemark::report
