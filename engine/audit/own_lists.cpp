#include "audit/own_lists.hpp"

#include <initializer_list>

namespace tidemark {

namespace {

constexpr const char* k_some_rows = "BESIDE_THE_COUNCILS_OWN";

// Quoted always and never with an apostrophe before it: this is read back by the loader, by no
// spreadsheet.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

void add_row(std::string& list, std::initializer_list<std::string> cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) list += ',';
    first = false;
    list += quoted(cell);
  }
  list += '\n';
}

// A column more, blank on every row.
void mark_some(std::string& list) {
  std::string marked;
  bool in_quotes = false, is_heading = true;
  for (const char c : list) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes) {
      marked += is_heading ? std::string(",") + k_some_rows : ",";
      is_heading = false;
    }
    marked += c;
  }
  list = std::move(marked);
}

}  // namespace

bool tells_of_some(const std::string& list) {
  return list.substr(0, list.find('\n')).ends_with(k_some_rows);
}

std::string exemption_list(const std::vector<ExceptionLife>& lives) {
  std::string list;
  for (const ExceptionLife& life : lives) {
    if (!life.is_open()) continue;
    for (const Exemption& exemption : life.exemptions) {
      if (exemption.end == Exemption::End::lapsed || exemption.end == Exemption::End::resolved) {
        continue;
      }
      if (list.empty()) list = "CHILD,RULE,REASON,DECIDED,UNTIL,DECISION_MAKER,MEETING\n";
      add_row(list, {life.child, life.rule, exemption.reason, iso(exemption.decided),
                     iso(exemption.until), exemption.decided_by, exemption.meeting});
    }
  }
  return list;
}

std::string action_list(const std::vector<ExceptionLife>& lives) {
  std::string list;
  for (const ExceptionLife& life : lives) {
    for (const LifeAction& action : life.actions) {
      if (list.empty()) list = "CHILD,ACTION,OWNER,RAISED,DUE,DONE\n";
      add_row(list, {life.child, action.action, action.owner, iso(action.set_on),
                     action.due ? iso(*action.due) : "", action.done ? iso(*action.done) : ""});
    }
  }
  return list;
}

bool speaks_of_own_lists(const std::string& words) {
  return words.find(k_exemption_file) != std::string::npos ||
         words.find(k_action_file) != std::string::npos;
}

Status hold_own_lists(const std::vector<ExceptionLife>& lives, const CouncilLists& missed,
                      HeldFiles& files) {
  std::string exemptions = exemption_list(lives), actions = action_list(lives);
  if (missed.exemptions) mark_some(exemptions);
  if (missed.actions) mark_some(actions);
  if (!exemptions.empty()) {
    if (Status held = files.add(k_exemption_file, exemptions); !held) return held;
  }
  if (!actions.empty()) return files.add(k_action_file, actions);
  return Done{};
}

}  // namespace tidemark
