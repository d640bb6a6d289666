// What has changed since the last run: which run that is, and the comparison with it.
#pragma once

#include <optional>
#include <vector>

#include "casework/compare_runs.hpp"
#include "evaluate/judge.hpp"
#include "store/store.hpp"

namespace tidemark {

// The latest of `runs` that looked at the day of `present` or an earlier one. A run over the very
// same files, rules and day is a repeat of it and is passed over, so that a report that is made
// twice says the same twice. Nothing when there is none.
[[nodiscard]] std::optional<RunRecord> run_before(const std::vector<RunRecord>& runs,
                                                  const RunRecord& present);

// `findings` in the order of findings.csv; without a run before, everything that stands is new.
[[nodiscard]] Result<RunComparison> compare_with(const Store& store,
                                                 const std::optional<RunRecord>& before,
                                                 const Rulebook& rulebook, const Snapshot& snapshot,
                                                 const std::vector<Finding>& findings);

}  // namespace tidemark
