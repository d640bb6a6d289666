// Running the files of rules/measures/, each in its own sandbox: one that is broken is a
// RuleProblem of that file alone, and of those that rest on it.
#pragma once

#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

void load_measures(Rulebook& book, Assembly& assembly, const std::vector<int>& files);

}  // namespace tidemark
