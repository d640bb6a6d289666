// 4: exemptions that apply, are due for the three-monthly report, or have ended; and breaches for
// which the record itself states a reason.
#include <algorithm>

#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr int k_report_months = 3;  // Derby, December 2021, line 51: "every 3 months"

struct Moved {
  std::string was, is;
};
// One "verdict explained -> breach" out of what casework/observe.cpp says has moved.
Moved moved(const std::string& why, const std::string& name) {
  const std::size_t at = why.starts_with(name) ? 0 : why.find(", " + name);
  const std::size_t from = at == 0 ? name.size() : at + 2 + name.size();
  if (at == std::string::npos) return {};
  const std::size_t arrow = why.find(" -> ", from);
  if (arrow == std::string::npos) return {};
  std::size_t end = why.size();
  for (const char* next : {", clock ", ", due ", ", reason "})
    end = std::min(end, why.find(next, arrow));
  return {why.substr(from, arrow - from), why.substr(arrow + 4, end - arrow - 4)};
}

// "verdict explained -> breach, reason X -> blank" is "no longer explained: X".
std::string why_ended(const Exemption& exemption, const PaperInputs& inputs) {
  const std::string& why = exemption.why_ended;
  if (why.find(" -> ") == std::string::npos) return free_text(inputs, why);
  const Moved verdict = moved(why, "verdict "), reason = moved(why, "reason ");
  std::string out;
  const auto say = [&out](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
  if (verdict.was == "explained" && verdict.is == "breach") {
    say("no longer explained" +
        (reason.was.empty() || reason.was == "blank" ? "" : ": " + reason.was));
  } else if (verdict.is == "explained") {
    say("now explained" + (reason.is.empty() || reason.is == "blank" ? "" : ": " + reason.is));
  } else if (!reason.is.empty()) {
    say(reason.is == "blank" ? "no longer stated: " + reason.was : "now stated: " + reason.is);
  }
  for (const auto& [name, words] :
       {std::pair{"clock ", "the clock's start"}, {"due ", "the due day"}}) {
    const Moved day = moved(why, name);
    if (!day.is.empty())
      say(std::string(words) + " is now " + (day.is == "blank" ? "not known" : day.is));
  }
  return free_text(inputs, out);
}

std::string end_words(const Exemption& exemption, const PaperInputs& inputs) {
  const std::string day = inputs.names.day(exemption.ended_on);
  switch (exemption.end) {
    case Exemption::End::expired:
      return "Expired " + day;
    case Exemption::End::lapsed: {
      const std::string why = why_ended(exemption, inputs);
      return "Lapsed " + day + (why.empty() ? "" : ": " + why);
    }
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
  if (life.is_parked) return "Cannot be decided: " + free_text(cases.inputs(), life.parked_because);
  return life.is_open() ? "Not listed by this run" : "The breach is resolved";
}

bool has_ended(const Exemption& exemption, Day held_on) {
  return exemption.end == Exemption::End::expired || exemption.end == Exemption::End::lapsed ||
         (exemption.end == Exemption::End::none && exemption.until < held_on);
}

bool ended_since(const Exemption& exemption, const PaperInputs& inputs) {
  const Day on = exemption.end == Exemption::End::none ? exemption.until : exemption.ended_on;
  return !inputs.before || on >= inputs.before->as_at;
}

bool is_shown(const ExceptionLife& life, const Exemption& exemption, ExemptionsShown shown,
              const PaperInputs& inputs) {
  const Exemption* applies = exemption_on(life, inputs.held_on);
  if (shown == ExemptionsShown::in_force) return applies == &exemption;
  if (applies != nullptr || !has_ended(exemption, inputs.held_on)) return false;
  if (shown == ExemptionsShown::breach_is_resolved)
    return !life.is_open() && ended_since(exemption, inputs);
  return life.is_open() &&
         (&exemption == &life.exemptions.back() || ended_since(exemption, inputs));
}

// "family_search" is for the workbook; a panel reads "Family search".
std::string ground_words(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return capital(code);
}

std::vector<std::string> cells_of(const ExceptionLife& life, const Exemption& exemption,
                                  ExemptionsShown shown, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  const Rule* rule = cases.rule_of(life.rule);
  const std::string ground = ground_words(free_text(inputs, exemption.code)) +
                             (exemption.reason.empty() ? "" : ": " + exemption.reason);
  return {inputs.names.line(life.child, &life),
          rule == nullptr ? life.rule : rule->title,
          free_text(inputs, ground),
          exemption.role.empty() ? owner_words(inputs, exemption.decided_by)
                                 : free_text(inputs, exemption.role),
          inputs.names.day(exemption.decided),
          inputs.names.day(exemption.until),
          std::to_string(exemption.renewal),
          shown == ExemptionsShown::in_force ? state_words(exemption, inputs)
                                             : end_words(exemption, inputs),
          reason_today(life, cases)};
}

struct ExemptionWords {
  const char *id, *caption, *when_empty;
};
ExemptionWords words_for(ExemptionsShown shown) {
  if (shown == ExemptionsShown::in_force)
    return {"exempt", "Exemptions that apply", "No exemption applies on this day."};
  if (shown == ExemptionsShown::breach_is_back) {
    return {"exempt-ended", "Exemptions that have ended, the breach is back",
            "No breach stands whose exemption has expired or lapsed."};
  }
  return {"exempt-resolved", "Exemptions that have ended, the breach is resolved",
          "None since the paper before."};
}

}  // namespace

TableBlock exemption_table(const CaseList& cases, ExemptionsShown shown) {
  TableBlock table;
  table.columns = {words("Reference", 1.1),
                   words("What is late", 2.4),
                   words("Ground", 2.2),
                   words("Decided by", 1.5),
                   a_date("Decided", 1),
                   a_date("Until", 1),
                   a_number("Renewals", 0.8),
                   words("State", 1.6),
                   words("Is the reason still true?", 2.2)};
  std::vector<std::pair<Day, std::vector<std::string>>> order;
  for (const ExceptionLife& life : cases.inputs().lives) {
    for (const Exemption& exemption : life.exemptions) {
      if (is_shown(life, exemption, shown, cases.inputs()))
        order.emplace_back(exemption.until, cells_of(life, exemption, shown, cases));
    }
  }
  std::sort(order.begin(), order.end());  // by its last day, ties by the drawn reference
  for (auto& line : order) table.rows.push_back(std::move(line.second));
  const ExemptionWords said = words_for(shown);
  table.id = said.id;
  table.caption = said.caption;
  table.when_empty = said.when_empty;
  if (!table.rows.empty()) table.caption += ": " + std::to_string(table.rows.size());
  return table;
}

void write_ended_exemptions(Document& paper, const CaseList& cases) {
  paper.blocks.emplace_back(exemption_table(cases, ExemptionsShown::breach_is_back));
  paper.blocks.emplace_back(exemption_table(cases, ExemptionsShown::breach_is_resolved));
}

void write_exemptions(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "explained", "4. Exemptions and explained breaches");
  paper.blocks.emplace_back(exemption_table(cases, ExemptionsShown::in_force));
  write_ended_exemptions(paper, cases);
  std::vector<CaseLine> listed, stated;
  for (const CaseLine& line : cases.standing()) {
    if (names(inputs.shape.exemptions, line.rule->id)) listed.push_back(line);
    const bool is_explained = line.finding->judgement.verdict == Verdict::explained ||
                              (line.life != nullptr && !line.life->explanation.empty());
    if (is_explained && !cases.has_own_section(line)) stated.push_back(line);
  }
  if (!listed.empty()) {
    ChildTable own{"exemption-list", "On an exemption list, past its end or not reported", "None.",
                   20};
    paper.blocks.emplace_back(child_table(own, listed, inputs, facts));
  }
  ChildTable what{"stated", "Breaches with a stated reason or an explanation", "None.", 20};
  paper.blocks.emplace_back(child_table(what, stated, inputs, facts));
}

}  // namespace tidemark::report
