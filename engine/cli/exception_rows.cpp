#include "cli/exception_rows.hpp"

#include <iostream>

#include "base/text.hpp"
#include "report/plain_table.hpp"

namespace tidemark::cli {

TextRow exception_heading() {
  return {"number",       "rule",         "child",        "occasion", "state", "parked",
          "raised_on",    "reopened",     "verdict",      "clock",    "due",   "reason",
          "resolved",     "explanation",  "exempt_until", "renewals", "owner", "escalated_to",
          "open_actions", "record_wrong", "last_moved_on"};
}

TextRow exception_row(const ExceptionLife& life, Day day) {
  const Exemption* exemption = exemption_on(life, day);
  std::size_t open = 0;
  for (const LifeAction& action : life.actions) open += action.done ? 0 : 1;
  const bool resolved = life.state == LifeState::resolved;
  return {std::to_string(life.number),
          life.rule,
          life.child,
          life.occasion,
          name_of(life.state),
          life.is_parked ? name_of(life.parking) : "",
          iso(life.raised_on),
          std::to_string(life.reopenings),
          life.facts.verdict,
          life.facts.clock,
          life.facts.due,
          life.facts.reason,
          resolved && life.resolution ? name_of(*life.resolution) : "",
          life.explanation,
          exemption == nullptr ? "" : iso(exemption->until),
          exemption == nullptr ? "" : std::to_string(exemption->renewal),
          life.owner,
          life.escalated_to,
          std::to_string(open),
          life.record_wrong ? "yes" : "",
          iso(life.last_moved_on)};
}

TextRow event_heading() {
  return {"exception", "rule",  "child",   "occasion", "event_number", "day",
          "run",       "event", "code",    "by",       "role",         "why",
          "until",     "to",    "meeting", "evidence", "about"};
}

TextRow event_row(const ExceptionLife& life, const Event& event) {
  const auto number = [](std::int64_t n) { return n == 0 ? std::string() : std::to_string(n); };
  return {std::to_string(life.number),
          life.rule,
          life.child,
          life.occasion,
          std::to_string(event.number),
          iso(event.on),
          number(event.run),
          name_of(event.kind),
          event.code,
          event.by,
          event.role,
          event.why,
          event.until ? iso(*event.until) : "",
          event.to,
          event.meeting,
          event.evidence,
          number(event.about)};
}

void print_rows(const std::vector<TextRow>& rows, const std::string& format) {
  if (format == "text") {
    std::cout << report::plain_table(rows);
    return;
  }
  for (const TextRow& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::cout << (i == 0 ? "" : ",") << csv_cell(row[i]);
    }
    std::cout << "\n";
  }
}

}  // namespace tidemark::cli
