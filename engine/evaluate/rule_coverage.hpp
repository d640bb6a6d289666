// Rule coverage: which of the outcomes that each rule can come to were seen, in its own examples,
// in the engine's edge cases, or in probes: examples with a cell blanked or a table taken away.
// Pure.
#pragma once

#include "evaluate/check.hpp"

namespace tidemark {

enum class Outcome : std::uint8_t {
  breach,
  no_breach,          // on_track or not_applicable
  due_soon,           // rules with amber
  explained,          // one cell for each stated exception
  met_late,           // rules with a limit and a stop
  population_open,    // cannot be decided: whether the rule applies
  clock_open,         // cannot be decided: when the clock started
  answer_open,        // cannot be decided: the limit, the stop, or what is counted
  table_not_supplied  // cannot be decided: for want of a table
};
[[nodiscard]] const char* name_of(Outcome outcome);  // "table_not_supplied"

struct CoverageCell {
  std::size_t rule = 0;  // index into Rulebook::rules
  Outcome outcome = Outcome::breach;
  int reason = -1;      // of Outcome::explained: index into Rule::explained_by
  std::string seen_in;  // "example \"amber from seven months\"": the first; "": not seen
  [[nodiscard]] bool is_seen() const { return !seen_in.empty(); }
};

// The outcomes that a rule can come to, none of them seen yet.
[[nodiscard]] std::vector<CoverageCell> outcomes_of(const Rulebook& rulebook, std::size_t rule);

// By rule, in the order of Outcome. A result that is not as expected shows nothing.
[[nodiscard]] std::vector<CoverageCell> rule_coverage(const Rulebook& rulebook,
                                                      const std::vector<CheckResult>& examples,
                                                      const std::vector<CheckResult>& edge_cases);

// Does what was said of a case show this outcome?
[[nodiscard]] bool shows(const Rule& rule, const CoverageCell& cell, const Judgement& said,
                         bool lacks_table);

}  // namespace tidemark
