// The findings of a run, one after another in the order of findings.csv, narrated a batch at a time
// so that millions of them need the memory of a few thousand.
#pragma once

#include <functional>
#include <vector>

#include "base/result.hpp"
#include "evaluate/judge.hpp"

namespace tidemark {

// Ends with the first failure of `take`. `listed` as judge() gives it.
[[nodiscard]] Status each_finding(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                                  const std::vector<Judgement>& listed, int threads,
                                  const std::function<Status(Finding&&)>& take);

// On the list or soon to be: those on track that fall due by a day, and everything due soon among
// `findings`; by due date.
[[nodiscard]] std::vector<Finding> coming_findings(const Rulebook& rulebook,
                                                   const Snapshot& snapshot, Day as_at,
                                                   const std::vector<Judgement>& coming,
                                                   const std::vector<Finding>& findings,
                                                   int threads);

}  // namespace tidemark
