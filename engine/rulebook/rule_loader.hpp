// Running the rule files of a rulebook, each in its own sandbox: a broken file is a RuleProblem and
// its neighbours do not notice.
#pragma once

#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

void load_rules(Rulebook& book, Assembly& assembly, const std::vector<int>& files);
// Moves what the assembly holds into the book, without expressions that nothing in it rests on.
void keep_what_is_used(Rulebook& book, Assembly& assembly);
// Every expression of a rule, by reference: its own, its limits', its reasons' and its facts'.
[[nodiscard]] std::vector<ExprId*> expressions_of(Rule& rule);

}  // namespace tidemark
