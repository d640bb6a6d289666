// A run's counts as the store keeps them. Pure function.
#pragma once

#include <vector>

#include "evaluate/judge.hpp"
#include "store/run_writer.hpp"

namespace tidemark {

// One for each rule, all its versions added up. `counts` as in Judgements.
[[nodiscard]] std::vector<RunTotal> totals_of(const Rulebook& rulebook,
                                              const std::vector<Counts>& counts);

}  // namespace tidemark
