// Checking a rulebook: its own examples, and the edge cases that the engine finds by itself.
#pragma once

#include <string>
#include <vector>

#include "evaluate/judge.hpp"

namespace tidemark {

struct CheckResult {
  std::string rule;
  std::string name;      // the example's, or "the day before the limit" ...
  std::string expected;  // "breach, due 2021-09-30"
  std::string got;
  bool passed = false;
  bool automatic = false;  // an edge case the engine made
  std::string file;
  int line = 0;
  Judgement said;            // `said.rule`: which version of the rule
  bool lacks_table = false;  // undecided because of a table that was not supplied
};

// Runs every example of every rule.
[[nodiscard]] std::vector<CheckResult> run_examples(const Rulebook& rulebook);

// For each rule with a clock and a limit, from its breach example: the day before the due date,
// the day, the day after, a month end and a blank clock, with the verdict that the limit itself
// demands.
[[nodiscard]] std::vector<CheckResult> run_edge_cases(const Rulebook& rulebook);

}  // namespace tidemark
