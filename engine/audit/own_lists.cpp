#include "audit/own_lists.hpp"

#include <initializer_list>

namespace tidemark {

namespace {

constexpr const char* k_exemptions = "tidemark-exemptions.csv";
constexpr const char* k_actions = "tidemark-actions.csv";

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

}  // namespace

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
  return words.find(k_exemptions) != std::string::npos ||
         words.find(k_actions) != std::string::npos;
}

Status hold_own_lists(const std::vector<ExceptionLife>& lives, HeldFiles& files) {
  const std::string exemptions = exemption_list(lives), actions = action_list(lives);
  if (!exemptions.empty()) {
    if (Status held = files.add(k_exemptions, exemptions); !held) return held;
  }
  if (!actions.empty()) return files.add(k_actions, actions);
  return Done{};
}

}  // namespace tidemark
