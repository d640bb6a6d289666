// Reading rules/delegation.lua: who may exempt, for how long, and what escalates by itself: the
// council's scheme of delegation. Optional; without it the numbers below hold.
//   return delegation { may_exempt = { "panel chair" }, longest_months = 3, ... }
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

struct DelegationRules {
  std::vector<std::string> may_exempt;
  std::optional<int> longest_months;        // never more than 3 (domain/process.md, section 3)
  std::optional<int> renewals_to_escalate;  // at least 1
  std::string escalates_to;
  std::optional<int> escalate_days_over;
  std::vector<std::string> never_grounds;
  // "social_worker.worker": fields that hold whoever works with the child now.
  std::vector<std::string> works_with_child;
  // Worker and line manager, as the file writes them; no table of a snapshot has line managers.
  std::vector<std::pair<std::string, std::string>> line_managers;
};

// Everything empty where there is no such file; ErrorKind::rules with file and line.
[[nodiscard]] Result<DelegationRules> read_delegation(const std::vector<RuleFile>& files);

}  // namespace tidemark
