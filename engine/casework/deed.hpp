// Deed: what a person wants to record of an exception, and whether they may (of exemptions:
// casework/exemption_check.hpp). Source: domain/process.md, section 3. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/day.hpp"
#include "casework/life.hpp"

namespace tidemark {

// Who may exempt and for how long: the council's scheme of delegation, read from
// rules/delegation.lua.
struct Delegation {
  std::vector<std::string> may_exempt = {"panel chair", "agency decision maker", "head of service"};
  int longest_months = 3;        // calendar months after the decision
  int renewals_to_escalate = 3;  // so many renewals in a row escalate
  std::string escalates_to = "head of service";
  std::optional<int> escalate_days_over;  // escalated by itself beyond so many days over
  // Codes that are recorded as reasons and are never a ground for an exemption.
  std::vector<std::string> never_grounds = {"capacity", "staffing"};
};

// What of the rule and the child the answer depends on.
struct DeedCircumstances {
  bool rule_is_critical = false;
  bool rule_is_gone = false;         // the latest run did not have it
  std::vector<std::string> workers;  // allocated to the child, and their line managers, where known
};

struct Deed {
  EventKind kind = EventKind::explained;  // one of those that people do
  Day on = 0;
  std::string recorded_at;
  std::string by, role, code, why, to, meeting, evidence;
  std::optional<Day> until;
  std::int64_t about = 0;
};

// The events that the deed writes (an exemption that is the third renewal also escalates), without
// numbers; or ErrorKind::usage with one sentence that says why it may not be, and what can be done.
[[nodiscard]] Result<std::vector<Event>> events_of(const Deed& deed, const ExceptionLife& life,
                                                   const Delegation& delegation,
                                                   const DeedCircumstances& circumstances);

}  // namespace tidemark
