// The paper for members: aggregate only. Counts of 1 to 5 are withheld, and with them whatever
// would give them back; the definitions stand beside the figures. No line is about one child.
#include "report/measures_words.hpp"
#include "report/papers/blocks.hpp"
#include "report/papers/papers.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

std::string cell_of(const PublicCount& count) {
  return count.withheld ? k_withheld : std::to_string(count.value);
}

// No row of totals: one child stands under several rules, and a sum would count nobody.
TableBlock counts_table(const PaperInputs& inputs) {
  TableBlock table;
  table.id = "counts";
  table.caption = "Cases by rule; \"c\" is withheld";
  table.when_empty = "Nothing can be decided.";
  table.columns = {words("What should happen in time", 4.5),
                   a_number("Cases that the rule is about"),
                   a_number("Late"),
                   a_number("Not late"),
                   a_number("Cannot be decided"),
                   a_number("Late, with a stated reason")};
  for (const PublicRow& row : inputs.figures->rows) {
    table.rows.push_back({inputs.run.rulebook->rules[row.rule].title, cell_of(row.about),
                          cell_of(row.late), cell_of(row.not_late), cell_of(row.undecided),
                          cell_of(row.explained)});
  }
  return table;
}

// A rule whose limit takes a paragraph to say is described in full by `tidemark describe`.
std::string limit_in_short(const PaperInputs& inputs, const Rule& rule) {
  constexpr std::size_t k_longest = 160;
  const std::string limit = limit_of(*inputs.run.rulebook, rule);
  return limit.size() <= k_longest ? limit : "depends on the case; see rule " + rule.id;
}

TableBlock definitions(const PaperInputs& inputs) {
  TableBlock table;
  table.id = "definitions-table";
  table.caption = "What each rule means";
  table.columns = {words("Rule", 3), words("Why it matters", 3.5), words("What it allows", 3),
                   words("Kind of limit", 1.3), words("Rule id", 1.2)};
  for (const PublicRow& row : inputs.figures->rows) {
    const Rule& rule = inputs.run.rulebook->rules[row.rule];
    table.rows.push_back(
        {rule.title, rule.why, limit_in_short(inputs, rule), words_of(rule.standing), rule.id});
  }
  return table;
}

std::string figure_cell(const MeasureLine& line, bool withheld) {
  return withheld && !line.figure.cannot_decide ? k_withheld : value_of(line);
}

void write_figures(Document& paper, const PaperInputs& inputs) {
  if (inputs.measures == nullptr || inputs.measures->is_internal) return;
  section(paper, "figures", "2. Published measures");
  TableBlock table;
  table.id = "figures-table";
  table.caption = "Measures; \"c\" is withheld";
  table.columns = {words("Measure", 4), words("Period", 2), a_number("Figure"), words("Unit", 1),
                   words("What stands beside it", 4)};
  for (std::size_t i = 0; i < inputs.measures->results.size(); ++i) {
    const MeasureResult& result = inputs.measures->results[i];
    const Measure& measure =
        inputs.measures->rulebook->measures[static_cast<std::size_t>(result.measure)];
    for (std::size_t at = 0; at < result.lines.size(); ++at) {
      const MeasureLine& line = result.lines[at];
      if (!line.part.empty()) continue;
      std::string notes;
      for (const std::string& note : result.notes) notes += (notes.empty() ? "" : " ") + note;
      table.rows.push_back({measure.title, days_of(measure, result.period),
                            figure_cell(line, inputs.figures->lines[i][at]), unit_of(measure, line),
                            notes});
    }
  }
  table.when_empty = "No measure is public.";
  paper.blocks.emplace_back(std::move(table));
}

}  // namespace

Document members_paper(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Drift and delay: paper for members", "Board");
  paper.house.marking = "";
  paper.running_foot = "As at " + in_words(inputs.run.as_at) + ", run " +
                       std::to_string(inputs.run.record.number) + ". Small numbers are withheld";
  if (inputs.draft) paper.running_foot = "DRAFT, not issued. " + paper.running_foot;
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  if (inputs.figures == nullptr) {
    say(paper, "No counts were made for this paper.");
    return paper;
  }
  section(paper, "counts-section", "1. How many wait longer than they should");
  say(paper,
      "Counts of 1 to 5 are withheld (\"c\"), and other counts where they would give those "
      "back. One child may be counted under several rules. \"Cannot be decided\" means that "
      "the record does not say; it never means that all is well.");
  paper.blocks.emplace_back(counts_table(inputs));
  if (inputs.figures->nothing_decided > 0) {
    say(paper, "Of " + counted(inputs.figures->nothing_decided, "more rule", "more rules") +
                   " nothing can be decided, because the record lacks what they ask for.");
  }
  write_figures(paper, inputs);
  section(paper, "definitions", "Definitions");
  paper.blocks.emplace_back(definitions(inputs));
  return paper;
}

}  // namespace tidemark::report
