// 10: decisions: a line for each child and breach, to be filled in on paper or in the workbook,
// which `tidemark decisions` takes back.
#include <algorithm>
#include <set>

#include "base/digest.hpp"
#include "report/papers/decision_words.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_most_printed = 150;

bool ended_exemption(const ExceptionLife& life, Day held_on) {
  return !life.exemptions.empty() && exemption_on(life, held_on) == nullptr;
}

bool ends_soon(const CaseLine& line, const PaperInputs& inputs) {
  if (line.exemption == nullptr) return false;
  return inputs.next_on && line.exemption->until < *inputs.next_on;
}

bool has_late_action(const ExceptionLife& life, Day held_on) {
  return std::any_of(life.actions.begin(), life.actions.end(), [&](const LifeAction& action) {
    return !action.done && action.due && *action.due < held_on;
  });
}

// What the panel is asked; "" when it is not asked anything of this line.
std::string asked_of(const CaseLine& line, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  if (line.life != nullptr && line.life->state == LifeState::escalated)
    return "Answer the escalation";
  if (ends_soon(line, inputs)) return "Renew the exemption, or let it end";
  if (line.exemption != nullptr) return "";
  if (line.life != nullptr && ended_exemption(*line.life, inputs.held_on))
    return "The exemption has ended: renew, or set an action";
  if (line.life != nullptr && has_late_action(*line.life, inputs.held_on))
    return "The action is overdue: set a new one, or escalate";
  const bool open = line.finding->judgement.verdict == Verdict::breach;
  if (!open || !line.is_to_be_asked() || line.severity() > Severity::high ||
      cases.has_own_section(line))
    return "";
  return line.severity() == Severity::critical
             ? "Cannot be exempted: escalate, or set an action"
             : "Accept the reason, exempt until a date, set an action, or escalate";
}

// In the room a decision is written by hand: one column for what the workbook has in several.
TableColumn by_hand(const std::string& heading, double share) {
  TableColumn column = words(heading, share);
  column.only_printed = true;
  return column;
}

TableColumn to_choose() {
  TableColumn choice = words(DecisionHeadings::k_decision, 1.3);
  choice.kind = TableColumn::Kind::choice;
  choice.choices.assign(k_decisions.begin(), k_decisions.end());
  return choice;
}

TableColumn day_to_fill_in(const char* heading) {
  TableColumn column = to_fill_in(heading);
  column.kind = TableColumn::Kind::date;
  return column;
}

std::vector<TableColumn> decision_columns() {
  using H = DecisionHeadings;
  return {words(H::k_reference, 1),
          words(H::k_late, 2.6),
          a_number("Days over", 0.7),
          words("What is asked", 2.2),
          to_choose(),
          by_hand("Until", 0.9),
          by_hand("Reason", 1.8),
          by_hand("Maker, role and day", 1.5),
          by_hand("Action, owner and day due", 1.8),
          to_fill_in(H::k_maker),
          to_fill_in(H::k_role),
          day_to_fill_in(H::k_date),
          day_to_fill_in(H::k_until),
          day_to_fill_in(H::k_due),
          to_fill_in(H::k_code),
          to_fill_in(H::k_why),
          to_fill_in(H::k_meeting),
          to_fill_in(H::k_action),
          to_fill_in(H::k_owner),
          to_fill_in(H::k_evidence),
          to_fill_in(H::k_pack),
          to_fill_in(H::k_row)};
}

}  // namespace

std::string pack_mark(std::int64_t pack, const std::string& seal) {
  return std::to_string(pack) + " " + seal.substr(0, 16);
}

std::string row_mark(std::int64_t pack, const std::string& seal, const std::string& reference,
                     const std::string& late) {
  return sha256_hex(pack_mark(pack, seal) + "\n" + reference + "\n" + late).substr(0, 16);
}

void write_decisions(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "decide", "10. Decisions");
  say(paper,
      "Each decision needs the name and the role of whoever makes it, and the day. An exemption "
      "needs the day until which it runs, at most three months; it changes neither the verdict nor "
      "the days over. Staffing and capacity explain and are no ground for an exemption.");
  TableBlock table;
  table.id = "decisions";
  table.columns = decision_columns();
  table.by_hand = true;
  for (const CaseLine& line : cases.standing()) {
    const std::string asked = asked_of(line, cases);
    if (asked.empty()) continue;
    std::vector<std::string> cells{inputs.names.line(line.finding->child, line.life),
                                   line.rule->title, days_over_cell(line.finding->judgement),
                                   asked};
    cells.resize(table.columns.size());
    if (!inputs.draft) {
      const std::string& seal = inputs.run.record.seal;
      cells[cells.size() - 2] = pack_mark(inputs.number, seal);
      cells.back() = row_mark(inputs.number, seal, cells[0], cells[1]);
    }
    table.rows.push_back(std::move(cells));
  }
  const std::size_t all = table.rows.size();
  table.caption = counted(all, "decision is asked for", "decisions are asked for");
  table.when_empty = "No decision is asked for.";
  table.print_first(k_most_printed,
                    left_off(k_most_printed, all, "the most severe first, then by days over"));
  paper.blocks.emplace_back(std::move(table));
}

}  // namespace tidemark::report
