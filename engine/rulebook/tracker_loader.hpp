// Running the files of rules/trackers/, each in its own sandbox: one that is broken is a
// RuleProblem of that file alone. After the rules, because a tracker names them.
#pragma once

#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

void load_trackers(Rulebook& book, Assembly& assembly, const std::vector<int>& files);
// Every expression of a tracker, by reference.
[[nodiscard]] std::vector<ExprId*> expressions_of(Tracker& tracker);

}  // namespace tidemark
