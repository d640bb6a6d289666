// 9: measures, with every figure that reads otherwise than in the pack before marked.
#include <algorithm>
#include <map>

#include "report/measures_words.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/targets.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

using Figures = std::map<std::pair<std::string, std::string>, std::string>;  // id, period -> value

std::string period_of(const MeasureRun& run, const MeasureResult& result) {
  return days_of(run.rulebook->measures[static_cast<std::size_t>(result.measure)], result.period);
}

// The figure itself; its parts stand in the measures report.
const MeasureLine* figure_of(const MeasureResult& result) {
  const auto line = std::find_if(result.lines.begin(), result.lines.end(),
                                 [](const MeasureLine& l) { return l.part.empty(); });
  return line == result.lines.end() ? nullptr : &*line;
}

Figures figures_of(const MeasureRun* run) {
  Figures figures;
  if (run == nullptr) return figures;
  for (const MeasureResult& result : run->results) {
    const Measure& measure = run->rulebook->measures[static_cast<std::size_t>(result.measure)];
    const MeasureLine* line = figure_of(result);
    if (line != nullptr) figures[{measure.id, period_of(*run, result)}] = value_of(*line);
  }
  return figures;
}

// Only a figure that both records could give in full can have been restated.
std::string restated_cell(bool before, bool comparable, bool moved) {
  if (!before) return "no earlier figure";
  if (!comparable) return "not compared: the period was not over";
  return moved ? "RESTATED" : "as before";
}

std::vector<TableColumn> measure_columns() {
  return {words("Measure", 4.5),  words("Period", 1.8),
          a_number("Figure", 1),  words("Unit", 1),
          words("Limit", 1),      a_number("From the record of the pack before", 1.2),
          words("Restated?", 1.2)};
}

std::string period_cell(const MeasureRun& run, const MeasureResult& result) {
  std::string period = period_of(run, result);
  if (is_complete(run, result.period) || !run.made_on) return period;
  return period + ", up to " + in_words(*run.made_on);
}

TableBlock measures_table(const MeasureRun& run, const MeasureRun* run_before) {
  TableBlock table;
  table.id = "measures-table";
  table.columns = measure_columns();
  const Figures before = figures_of(run_before);
  std::size_t restated = 0, open = 0;
  for (const MeasureResult& result : run.results) {
    const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
    const MeasureLine* line = figure_of(result);
    if (line == nullptr) continue;
    const auto then = before.find({measure.id, period_of(run, result)});
    const bool is_there = then != before.end();
    const bool comparable =
        is_there && is_complete(run, result.period) && is_complete(*run_before, result.period);
    const bool moved = comparable && then->second != value_of(*line);
    restated += moved ? 1 : 0;
    // A page of "cannot be decided" tells a panel nothing that section 6 has not told it.
    if (line->figure.cannot_decide && !moved) {
      ++open;
      continue;
    }
    table.rows.push_back({measure.title, period_cell(run, result), value_of(*line),
                          unit_of(measure, *line), line->limit, is_there ? then->second : "",
                          restated_cell(is_there, comparable, moved)});
  }
  table.caption = counted(table.rows.size(), "figure", "figures") + ", " +
                  std::to_string(restated) + " restated";
  if (open > 0) {
    table.says_left_off = counted(open, "more measure", "more measures") +
                          " cannot be decided from this record; `tidemark measures` says why.";
  }
  table.when_empty = "No measure is there for the period.";
  return table;
}

}  // namespace

void write_measures(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "measures", "9. Measures, and what was restated");
  if (inputs.measures == nullptr) {
    say(paper, "No period was asked for, so no measure was worked out for this pack.");
  } else {
    paper.blocks.emplace_back(measures_table(*inputs.measures, inputs.measures_before));
    paper.blocks.emplace_back(targets_table(*inputs.measures, "targets-table"));
    const std::string assumed = forecasts_assume(*inputs.measures);
    if (!assumed.empty()) say(paper, assumed, Paragraph::Style::small);
    const std::string without = without_target_words(*inputs.measures);
    if (!without.empty()) say(paper, without, Paragraph::Style::small);
    say(paper, "Not for publication: small numbers are not withheld here.",
        Paragraph::Style::small);
  }
  if (!inputs.before || inputs.before->number == 0) {
    say(paper, "There is no earlier pack, so no figure can have been restated.");
    return;
  }
  std::uint64_t corrected = 0;
  for (const ExceptionLife* life : cases.resolved()) {
    corrected += life->resolution == Resolution::data_corrected ||
                         life->resolution == Resolution::rule_changed
                     ? 1
                     : 0;
  }
  say(paper, "Of the breaches in pack " + std::to_string(inputs.before->number) + ", " +
                 counted(corrected, "is", "are") +
                 " gone because the record was corrected or the rule changed, and not because "
                 "anything was done.");
}

}  // namespace tidemark::report
