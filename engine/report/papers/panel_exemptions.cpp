// 4: exemptions that apply, are due for the three-monthly report, or have ended; and breaches for
// which the record itself states a reason.
#include <algorithm>

#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr int k_report_months = 3;  // Derby, December 2021, line 51: "every 3 months"

std::string end_words(const Exemption& exemption, const PaperInputs& inputs) {
  const std::string day = inputs.names.day(exemption.ended_on);
  switch (exemption.end) {
    case Exemption::End::expired:
      return "Expired " + day;
    case Exemption::End::lapsed:
      return "Lapsed " + day + ": " + inputs.names.sentence(exemption.why_ended);
    case Exemption::End::renewed:
      return "Renewed " + day;
    case Exemption::End::resolved:
      return "Ended " + day + " with the breach";
    case Exemption::End::none:
      break;
  }
  return exemption.until < inputs.held_on ? "Expired " + inputs.names.day(exemption.until) : "";
}

std::string state_words(const Exemption& exemption, const PaperInputs& inputs) {
  const Day report = add_months(exemption.decided, k_report_months);
  if (inputs.next_on && exemption.until < *inputs.next_on) return "Ends before the next panel";
  if (report <= inputs.held_on) return "Report due";
  if (inputs.next_on && report < *inputs.next_on) return "Report due before the next panel";
  return "In force";
}

// Is the reason still true? What is evaluated at every run is the rule's own stated exception.
std::string reason_today(const ExceptionLife& life, const CaseList& cases) {
  for (const CaseLine& line : cases.standing()) {
    if (line.life == nullptr || line.life->number != life.number) continue;
    if (line.finding->judgement.verdict == Verdict::explained) {
      return "The record states: " + reason_cell(line, cases.inputs());
    }
    return "The record states no reason; to be confirmed by the worker";
  }
  if (life.is_parked) return "Cannot be decided: " + life.parked_because;
  return life.is_open() ? "Not listed by this run" : "The breach is resolved";
}

bool ended_since(const Exemption& exemption, const PaperInputs& inputs) {
  const bool ended = exemption.end == Exemption::End::expired ||
                     exemption.end == Exemption::End::lapsed ||
                     (exemption.end == Exemption::End::none && exemption.until < inputs.held_on);
  const Day on = exemption.end == Exemption::End::none ? exemption.until : exemption.ended_on;
  return ended && (!inputs.before || on >= inputs.before->as_at);
}

}  // namespace

TableBlock exemption_table(const CaseList& cases, const std::string& id, bool is_in_force) {
  const PaperInputs& inputs = cases.inputs();
  TableBlock table;
  table.id = id;
  table.columns = {words("Reference", 1.1),
                   words("What is late", 2.4),
                   words("Ground", 2.2),
                   words("Decided by", 1.5),
                   a_date("Decided", 1),
                   a_date("Until", 1),
                   a_number("Renewals", 0.8),
                   words("State", 1.6),
                   words("Is the reason still true?", 2.2)};
  for (const ExceptionLife& life : inputs.lives) {
    for (const Exemption& exemption : life.exemptions) {
      const bool applies = exemption_on(life, inputs.held_on) == &exemption;
      if (is_in_force ? !applies : applies || !ended_since(exemption, inputs)) continue;
      const Rule* rule = cases.rule_of(life.rule);
      const std::string ground =
          exemption.code + (exemption.reason.empty() ? "" : ": " + exemption.reason);
      table.rows.push_back(
          {inputs.names.line(life.child, &life), rule == nullptr ? life.rule : rule->title,
           inputs.names.sentence(ground),
           exemption.role.empty() ? exemption.decided_by : exemption.role,
           inputs.names.day(exemption.decided), inputs.names.day(exemption.until),
           std::to_string(exemption.renewal),
           is_in_force ? state_words(exemption, inputs) : end_words(exemption, inputs),
           reason_today(life, cases)});
    }
  }
  table.caption =
      is_in_force ? "Exemptions that apply" : "Exemptions that have ended, the breach is back";
  if (!table.rows.empty()) table.caption += ": " + std::to_string(table.rows.size());
  table.when_empty = is_in_force ? "No exemption applies on this day."
                                 : "None has expired or lapsed since the paper before.";
  return table;
}

void write_exemptions(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "explained", "4. Exemptions and explained breaches");
  paper.blocks.emplace_back(exemption_table(cases, "exempt", true));
  paper.blocks.emplace_back(exemption_table(cases, "exempt-ended", false));
  std::vector<CaseLine> listed, stated;
  for (const CaseLine& line : cases.standing()) {
    const bool is_listed = names(inputs.shape.exemptions, line.rule->id);
    if (is_listed && !is_of_own_list(*line.finding)) listed.push_back(line);
    const bool is_explained = line.finding->judgement.verdict == Verdict::explained ||
                              (line.life != nullptr && !line.life->explanation.empty());
    if (is_explained && !cases.has_own_section(line)) stated.push_back(line);
  }
  if (!listed.empty()) {
    ChildTable own{"exemption-list", "On the council's own exemption list", "None.", 20};
    paper.blocks.emplace_back(child_table(own, listed, inputs, facts));
  }
  ChildTable what{"stated", "Breaches with a stated reason or an explanation", "None.", 20};
  paper.blocks.emplace_back(child_table(what, stated, inputs, facts));
}

}  // namespace tidemark::report
