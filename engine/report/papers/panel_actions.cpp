// 2: actions from last time, overdue first: those that Tidemark holds, and those of the council's
// own action list that a rule finds overdue. 8: what was resolved.
#include <algorithm>
#include <map>
#include <tuple>

#include "report/papers/free_text.hpp"
#include "report/papers/lists_supplied.hpp"
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
                free_text(inputs, action.action),
                action.owner.empty() ? "nobody named" : owner_words(inputs, action.owner),
                inputs.names.day(action.set_on),
                action.due ? inputs.names.day(*action.due) : "none",
                state};
  return line;
}

// Of no list nothing is known; an empty list says that nothing is open.
std::string words_when_no_action(const PaperInputs& inputs) {
  if (inputs.shape.actions.empty()) return "No action is on record here.";
  const std::string why = why_not_known(inputs, inputs.shape.actions);
  if (!why.empty()) return "Cannot be decided: " + why + ". Here none was recorded.";
  return "No action is overdue, and none of those that the list holds falls due soon.";
}

// That it was done is no news where the pack before could say so.
bool is_shown(const ExceptionLife& life, const LifeAction& action, const PaperInputs& inputs) {
  if (!action.done || !inputs.before) return true;
  return std::none_of(life.history.begin(), life.history.end(), [&](const Event& event) {
    return event.kind == EventKind::action_done && event.about == action.number &&
           inputs.before->knew(event);
  });
}

// The rule judged the list as on the record's day; the meeting is later.
ActionLine listed_line(const CaseLine& line, const PaperInputs& inputs) {
  const Finding& finding = *line.finding;
  const Date& due = finding.judgement.due;
  const bool is_late = stands(finding.judgement.verdict);
  const bool passes = !due.is_absent() && due.hi < inputs.held_on;
  ActionLine out;
  out.order = is_late || passes ? 0 : 1;
  out.due = due.is_absent() ? inputs.held_on : due.lo;
  std::string state = "Open";
  if (out.order == 0 && passes && due.lo == due.hi) {
    const auto days = static_cast<std::uint64_t>(inputs.held_on - due.hi);
    state = "Overdue by " + counted(days, "day", "days");
    if (!is_late) state += ", unless done since the record's day";
  } else if (out.order == 0) {
    state = "Overdue";
  }
  out.cells = {inputs.names.line(finding.child, line.life),
               line.rule->title,
               said_of(inputs, finding.says, finding),
               "see the action list",
               inputs.names.date(finding.judgement.clock),
               inputs.names.date(due),
               state};
  return out;
}

// Overdue, or open and due soon: what the rule about the council's own list finds.
std::vector<ActionLine> listed_actions(const CaseList& cases) {
  std::vector<ActionLine> lines;
  for (const CaseLine& line : cases.open_or_late(cases.inputs().shape.actions)) {
    if (!is_of_own_list(*line.finding)) lines.push_back(listed_line(line, cases.inputs()));
  }
  return lines;
}

// What the table cannot show: a list that did not come, rows that nobody can judge, and how many
// are done or due later.
void say_rest_of_list(Document& paper, const PaperInputs& inputs, bool is_table_empty) {
  const std::vector<std::string>& rules = inputs.shape.actions;
  const std::string why = why_not_known(inputs, rules);
  if (!why.empty()) {
    if (!is_table_empty) say(paper, "The council's own list cannot be judged: " + why + ".");
    return;
  }
  const std::uint64_t open = undecided_of(inputs, rules);
  if (open > 0) {
    say(paper, "Of " + counted(open, "more action", "more actions") +
                   " the record does not let anybody say whether it is late; see section 6.");
  }
}

}  // namespace

void write_actions(Document& paper, const CaseList& cases) {
  section(paper, "actions", "2. Actions from last time");
  std::vector<ActionLine> lines = listed_actions(cases);
  for (const ExceptionLife& life : cases.inputs().lives) {
    for (const LifeAction& action : life.actions) {
      if (is_shown(life, action, cases.inputs())) lines.push_back(line_of(life, action, cases));
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const ActionLine& a, const ActionLine& b) {
    return std::tie(a.order, a.due, a.cells[0]) < std::tie(b.order, b.due, b.cells[0]);
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
  table.when_empty = words_when_no_action(cases.inputs());
  for (ActionLine& line : lines) table.rows.push_back(std::move(line.cells));
  table.print_first(k_lines_shown, left_off(k_lines_shown, lines.size(), "overdue first"));
  paper.blocks.emplace_back(std::move(table));
  say_rest_of_list(paper, cases.inputs(), lines.empty());
}

namespace {

std::string how_it_ended(const ExceptionLife& life) {
  return capital(life.resolution ? words_of(*life.resolution) : "not said");
}

}  // namespace

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
    ++sums[{rule == nullptr ? life->rule : rule->title, how_it_ended(*life)}];
  }
  for (const auto& [key, n] : sums)
    table.rows.push_back({key.first, key.second, std::to_string(n)});
  table.print_first(k_most, left_off(k_most, sums.size(), "by rule"));
  paper.blocks.emplace_back(std::move(table));
  if (const std::string parked = parked_words(cases.inputs().lives); !parked.empty()) {
    say(paper, parked + " Section 6 has a line for each.");
  }
}

}  // namespace tidemark::report
