// RuleCases: the children or rows behind each count that a run makes of a rule. Found by judging
// again, since a run keeps no list of those on track. Pure function.
#pragma once

#include <vector>

#include "audit/case_set.hpp"
#include "evaluate/judge.hpp"

namespace tidemark {

// What the rule is about is late, not late or undecided; what is late has a stated reason or none.
struct RuleCases {
  CaseSet about, late, not_late, undecided, explained, unexplained;
};

// By rule of the rulebook; of a rule that does not run, nothing.
[[nodiscard]] std::vector<RuleCases> cases_by_rule(const Rulebook& rulebook,
                                                   const Snapshot& snapshot, Day as_at);

}  // namespace tidemark
