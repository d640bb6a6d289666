// 2: actions from last time, overdue first: those that Tidemark holds, and those of the council's
// own action list that a rule finds overdue. 8: what was resolved.
#include <algorithm>
#include <map>
#include <tuple>

#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

struct ActionLine {
  int order = 0;  // overdue, open, done
  Day due = 0;
  std::vector<std::string> cells;
};

ActionLine line_of(const ExceptionLife& life, const LifeAction& action, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  const Rule* rule = cases.rule_of(life.rule);
  ActionLine line;
  line.due = action.due.value_or(action.set_on);
  std::string state = "Open";
  if (action.done) {
    line.order = 2;
    state = "Done " + inputs.names.day(*action.done);
  } else if (line.due < inputs.held_on) {
    const auto late = static_cast<std::uint64_t>(inputs.held_on - line.due);
    state = "Overdue by " + counted(late, "day", "days");
  } else {
    line.order = 1;
  }
  line.cells = {inputs.names.line(life.child, &life),
                rule == nullptr ? life.rule : rule->title,
                inputs.names.sentence(action.action),
                action.owner.empty() ? "nobody named" : action.owner,
                inputs.names.day(action.set_on),
                action.due ? inputs.names.day(*action.due) : "none",
                state};
  return line;
}

// Done before the panel that came before is no news.
bool is_shown(const LifeAction& action, const PaperInputs& inputs) {
  return !action.done || !inputs.before || *action.done > inputs.before->as_at;
}

std::vector<ActionLine> listed_actions(const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  std::vector<ActionLine> lines;
  for (const CaseLine& line : cases.standing()) {
    if (!names(inputs.shape.actions, line.rule->id) || is_of_own_list(*line.finding)) continue;
    const Finding& finding = *line.finding;
    const std::string over = days_over_cell(finding.judgement);
    lines.push_back(
        {0,
         finding.judgement.due.lo,
         {inputs.names.line(finding.child, line.life), line.rule->title,
          inputs.names.sentence(finding.says, finding, *inputs.run.rulebook), "see the action list",
          inputs.names.date(finding.judgement.clock), inputs.names.date(finding.judgement.due),
          over.empty() ? "Overdue" : "Overdue by " + over + " days"}});
  }
  return lines;
}

}  // namespace

void write_actions(Document& paper, const CaseList& cases) {
  section(paper, "actions", "2. Actions from last time");
  std::vector<ActionLine> lines = listed_actions(cases);
  for (const ExceptionLife& life : cases.inputs().lives) {
    for (const LifeAction& action : life.actions) {
      if (is_shown(action, cases.inputs())) lines.push_back(line_of(life, action, cases));
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const ActionLine& a, const ActionLine& b) {
    return std::tie(a.order, a.due) < std::tie(b.order, b.due);
  });
  TableBlock table;
  table.id = "actions-table";
  table.columns = {words("Reference", 1.2), words("About", 2.4), words("Action", 3.2),
                   words("Owner", 1.3),     a_date("Set", 0.9),  a_date("Due", 0.9),
                   words("State", 1.4)};
  const auto late = std::count_if(lines.begin(), lines.end(),
                                  [](const ActionLine& line) { return line.order == 0; });
  if (!lines.empty()) {
    table.caption = counted(lines.size(), "action", "actions") + ", " + std::to_string(late) +
                    " overdue, those first";
  }
  table.when_empty = "No action is on record, neither here nor on the council's action list.";
  const std::size_t shown = std::min(lines.size(), k_lines_shown);
  for (std::size_t i = 0; i < shown; ++i) table.rows.push_back(std::move(lines[i].cells));
  table.says_left_off = left_off(shown, lines.size(), "overdue first");
  paper.blocks.emplace_back(std::move(table));
}

void write_resolved(Document& paper, const CaseList& cases) {
  constexpr std::size_t k_most = 20;
  section(paper, "resolved", "8. Resolved since last time");
  const std::vector<const ExceptionLife*> resolved = cases.resolved();
  if (cases.inputs().lives.empty()) {
    say(paper, "The store holds no history of exceptions for this run.");
    return;
  }
  TableBlock table;
  table.id = "resolved-table";
  table.columns = {words("What was late", 4), words("How it ended", 2), a_number("Breaches", 1)};
  table.when_empty = "None since the panel before.";
  table.caption = counted(resolved.size(), "breach", "breaches") + " resolved";
  std::map<std::pair<std::string, std::string>, std::uint64_t> sums;
  for (const ExceptionLife* life : resolved) {
    const Rule* rule = cases.rule_of(life->rule);
    const std::string how = life->resolution ? words_of(*life->resolution) : "not said";
    ++sums[{rule == nullptr ? life->rule : rule->title, capital(how)}];
  }
  for (const auto& [key, n] : sums) {
    if (table.rows.size() < k_most) {
      table.rows.push_back({key.first, key.second, std::to_string(n)});
    }
  }
  table.says_left_off = left_off(table.rows.size(), sums.size(), "by rule");
  paper.blocks.emplace_back(std::move(table));
  std::uint64_t parked = 0;
  for (const ExceptionLife& life : cases.inputs().lives) {
    parked += life.is_open() && life.is_parked ? 1 : 0;
  }
  if (parked > 0) {
    say(paper,
        counted(parked, "breach is", "breaches are") +
            " parked: nobody could judge them this time, which is not the same as put right.");
  }
}

}  // namespace tidemark::report
