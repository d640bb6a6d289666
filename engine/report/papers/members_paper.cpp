// The paper for members: aggregate only. Counts of 1 to 5 are withheld, and with them whatever
// would give them back; the definitions stand beside the figures. No line is about one child.
#include <cstdlib>

#include "audit/suppression.hpp"
#include "report/measures_words.hpp"
#include "report/papers/blocks.hpp"
#include "report/papers/papers.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

// The columns of one rule, or of all of them: what the rule is about is the sum of the other three,
// and what is late holds what is explained.
enum Column : std::size_t { about, late, not_late, undecided, explained, unexplained, k_columns };

// No row of totals: one child stands under several rules, and a sum would count nobody.
struct Grid {
  std::vector<PrintedNumber> numbers;  // row * k_columns + column
  std::vector<Relation> relations;
  std::vector<const Rule*> rules;
  std::size_t open = 0;  // rules of which nothing at all can be decided; not among the rows
};

std::vector<std::int64_t> row_of(const Counts& counts) {
  std::vector<std::int64_t> row(k_columns);
  const auto n = [](std::uint64_t value) { return static_cast<std::int64_t>(value); };
  row[about] = n(counts.population + counts.population_undecided);
  row[undecided] = n(counts.cannot_decide + counts.population_undecided + counts.error);
  row[explained] = n(counts.explained);
  row[unexplained] = n(counts.breach);
  row[late] = row[explained] + row[unexplained];
  row[not_late] = row[about] - row[late] - row[undecided];
  return row;
}

void add_row(Grid& grid, const std::vector<std::int64_t>& row) {
  const std::size_t first = grid.numbers.size();
  for (std::size_t i = 0; i < k_columns; ++i) {
    grid.numbers.push_back({row[i], true, i != unexplained, false});
  }
  grid.relations.push_back(
      {{{first + about, 1}, {first + late, -1}, {first + not_late, -1}, {first + undecided, -1}}});
  grid.relations.push_back(
      {{{first + late, 1}, {first + explained, -1}, {first + unexplained, -1}}});
}

Grid grid_of(const AuditRun& run) {
  Grid grid;
  for (std::size_t i = 0; i < run.rulebook->rules.size(); ++i) {
    const Rule& rule = run.rulebook->rules[i];
    const std::vector<std::int64_t> row = row_of(run.judgements.counts[i]);
    if (rule.maturity != Maturity::live || row[about] == 0) continue;
    if (row[undecided] == row[about]) {
      ++grid.open;
      continue;
    }
    grid.rules.push_back(&rule);
    add_row(grid, row);
  }
  return grid;
}

// What the hidden parts of a sum come to together can be worked out, and a small sum says as much
// as a small count: the smallest part that is shown of such a sum, or no number.
std::size_t shown_beside_small_sum(const Grid& grid, const Relation& relation,
                                   const std::vector<bool>& hidden) {
  std::int64_t together = 0;
  std::size_t smallest = grid.numbers.size();
  for (const auto& [at, sign] : relation.terms) {
    const PrintedNumber& number = grid.numbers[at];
    if (hidden[at] || !number.is_printed) {
      together += sign * number.value;
    } else if (number.value != 0 &&
               (smallest == grid.numbers.size() || number.value < grid.numbers[smallest].value)) {
      smallest = at;
    }
  }
  const bool is_small = together != 0 && std::abs(together) < k_smallest_shown;
  return is_small ? smallest : grid.numbers.size();
}

std::vector<bool> hidden_in(Grid grid) {
  for (bool grew = true;;) {
    std::vector<bool> hidden = withheld(grid.numbers, grid.relations);
    grew = false;
    for (const Relation& relation : grid.relations) {
      const std::size_t more = shown_beside_small_sum(grid, relation, hidden);
      if (more < grid.numbers.size()) grid.numbers[more].must_hide = grew = true;
    }
    if (!grew) return hidden;
  }
}

// A figure within five of a withheld number of the other table could be it, or lead to it; and an
// interval whose ends lie within five says a small number by itself.
bool gives_away(const MeasureLine& line, const Grid& grid, const std::vector<bool>& hidden) {
  const Figure& figure = line.figure;
  if (line.withheld || figure.cannot_decide) return false;
  if (figure.lo.under != 1 || figure.hi.under != 1) return false;
  const auto is_near = [](std::int64_t a, std::int64_t b) {
    return std::abs(a - b) < k_smallest_shown;
  };
  const bool is_open = figure.open_lo || figure.open_hi;
  if (!is_open && !figure.is_exact() && is_near(figure.lo.over, figure.hi.over)) return true;
  for (std::size_t i = 0; i < grid.numbers.size(); ++i) {
    const std::int64_t number = grid.numbers[i].value;
    const bool is_secret = hidden[i] && number >= k_smallest_shown;
    const bool is_close = is_near(figure.lo.over, number) || is_near(figure.hi.over, number);
    if (is_secret && is_close) return true;
  }
  return false;
}

TableBlock counts_table(const Grid& grid, const std::vector<bool>& hidden) {
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
  for (std::size_t r = 0; r < grid.rules.size(); ++r) {
    std::vector<std::string> cells{grid.rules[r]->title};
    for (const std::size_t c : {about, late, not_late, undecided, explained}) {
      const std::size_t at = r * k_columns + c;
      cells.push_back(hidden[at] ? k_withheld : std::to_string(grid.numbers[at].value));
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

// A rule whose limit takes a paragraph to say is described in full by `tidemark describe`.
std::string limit_in_short(const PaperInputs& inputs, const Rule& rule) {
  constexpr std::size_t k_longest = 160;
  const std::string limit = limit_of(*inputs.run.rulebook, rule);
  return limit.size() <= k_longest ? limit : "depends on the case; see rule " + rule.id;
}

TableBlock definitions(const PaperInputs& inputs, const Grid& grid) {
  TableBlock table;
  table.id = "definitions-table";
  table.caption = "What each rule means";
  table.columns = {words("Rule", 3), words("Why it matters", 3.5), words("What it allows", 3),
                   words("Kind of limit", 1.3), words("Rule id", 1.2)};
  for (const Rule* rule : grid.rules) {
    table.rows.push_back({rule->title, rule->why, limit_in_short(inputs, *rule),
                          words_of(rule->standing), rule->id});
  }
  return table;
}

void write_figures(Document& paper, const PaperInputs& inputs, const Grid& grid,
                   const std::vector<bool>& hidden) {
  if (inputs.measures == nullptr || inputs.measures->is_internal) return;
  section(paper, "figures", "2. Published measures");
  TableBlock table;
  table.id = "figures-table";
  table.caption = "Measures; \"c\" is withheld";
  table.columns = {words("Measure", 4), words("Period", 2), a_number("Figure"), words("Unit", 1),
                   words("What stands beside it", 4)};
  for (const MeasureResult& result : inputs.measures->results) {
    const Measure& measure =
        inputs.measures->rulebook->measures[static_cast<std::size_t>(result.measure)];
    for (const MeasureLine& line : result.lines) {
      if (!line.part.empty()) continue;
      std::string notes;
      for (const std::string& note : result.notes) notes += (notes.empty() ? "" : " ") + note;
      const std::string figure = gives_away(line, grid, hidden) ? k_withheld : value_of(line);
      table.rows.push_back(
          {measure.title, days_of(measure, result.period), figure, unit_of(measure, line), notes});
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
  const Grid grid = grid_of(inputs.run);
  const std::vector<bool> hidden = hidden_in(grid);
  section(paper, "counts-section", "1. How many wait longer than they should");
  say(paper,
      "Counts of 1 to 5 are withheld (\"c\"), and other counts where they would give those "
      "back. One child may be counted under several rules. \"Cannot be decided\" means that "
      "the record does not say; it never means that all is well.");
  paper.blocks.emplace_back(counts_table(grid, hidden));
  if (grid.open > 0) {
    say(paper, "Of " + counted(grid.open, "more rule", "more rules") +
                   " nothing can be decided, because the record lacks what they ask for.");
  }
  write_figures(paper, inputs, grid, hidden);
  section(paper, "definitions", "Definitions");
  paper.blocks.emplace_back(definitions(inputs, grid));
  return paper;
}

}  // namespace tidemark::report
