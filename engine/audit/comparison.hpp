// Comparison: two situations set side by side: totals by rule and by team, every exception that
// moved and why, what the rules say otherwise, and the open exemptions that are touched. Owns
// nothing of the situations. One thread calls; judging uses as many as it is given.
#pragma once

#include <string>
#include <vector>

#include "audit/rule_changes.hpp"
#include "audit/situations.hpp"
#include "casework/life.hpp"

namespace tidemark {

struct ComparedRule {
  std::string rule, title, severity, owner;
  Counts before, now;  // all versions added up; nothing where it does not run
};

// Exceptions that stand (breaches, with or without a stated reason) of a team's children, or of the
// rules of an owner.
struct ComparedGroup {
  std::string name;
  std::uint64_t before = 0, now = 0, appears = 0, disappears = 0;
};

struct ComparedException {
  Moved moved;
  std::string owner;           // of the rule
  std::string team;            // "" where the record has none
  std::string open_exemption;  // "until 2021-12-01, decided by ... on ..."; "" none
};

struct Comparison {
  std::string before, now;  // names of the situations
  Day before_day = 0, now_day = 0;
  std::vector<RuleChange> rule_changes;
  std::vector<ComparedRule> rules;  // by id
  bool teams_are_recorded = false;  // else `groups` are the owners of the rules
  std::vector<ComparedGroup> groups;
  std::vector<ComparedException> moved;  // by rule, child, occasion
  [[nodiscard]] std::size_t count(Movement kind) const;
};

// `lives`: of the store, for the exemptions; may be empty.
[[nodiscard]] Result<Comparison> compare(const HeldSituation& before, const HeldSituation& now,
                                         const std::vector<ExceptionLife>& lives, int threads);

}  // namespace tidemark
