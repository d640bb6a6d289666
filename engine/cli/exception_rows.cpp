#include "cli/exception_rows.hpp"

#include <algorithm>
#include <iostream>

#include "base/text.hpp"
#include "report/plain_table.hpp"

namespace tidemark::cli {

namespace {

std::string number_words(std::int64_t number) {
  return number == 0 ? std::string() : std::to_string(number);
}

std::string words_of(const std::optional<EarlierExplanation>& earlier) {
  if (!earlier) return "";
  return "explained before the correction: " + earlier->words + " (" + earlier->by + ", " +
         earlier->role + ", " + iso(earlier->on) + ", exception " +
         std::to_string(earlier->exception) + ")";
}

}  // namespace

TextRow exception_heading() {
  return {"number",        "rule",      "child",           "occasion",     "state",
          "parked",        "raised_on", "reopened",        "verdict",      "clock",
          "due",           "reason",    "resolved",        "explanation",  "exempt_until",
          "renewals",      "owner",     "escalated_to",    "open_actions", "record_wrong",
          "last_moved_on", "was",       "explained_before"};
}

TextRow exception_row(const ExceptionLife& life, Day day, const LifeNumbered& numbered) {
  // One decided since the latest run is in force, as the state says.
  const Exemption* exemption = exemption_on(life, std::max(day, life.last_moved_on));
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
          iso(life.last_moved_on),
          number_words(life.was),
          words_of(explained_before_correction(life, numbered))};
}

TextRow event_heading() {
  return {"exception", "rule",  "child",   "occasion", "event_number", "day",
          "run",       "event", "code",    "by",       "role",         "why",
          "until",     "to",    "meeting", "evidence", "about",        "explained_before"};
}

TextRow event_row(const ExceptionLife& life, const Event& event, const LifeNumbered& numbered) {
  return {std::to_string(life.number),
          life.rule,
          life.child,
          life.occasion,
          std::to_string(event.number),
          iso(event.on),
          number_words(event.run),
          name_of(event.kind),
          event.code,
          event.by,
          event.role,
          event.why,
          event.until ? iso(*event.until) : "",
          event.to,
          event.meeting,
          event.evidence,
          number_words(event.about),
          words_of(explained_before_correction(event, numbered))};
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
