// The coverage of a rulebook as a table: which outcomes of each rule its examples, the edge cases
// and the probes have shown. Pure.
#pragma once

#include <string>

#include "evaluate/rule_coverage.hpp"

namespace tidemark::report {

struct CoverageSum {
  std::size_t seen = 0, all = 0;
  std::size_t rules_with_gaps = 0;  // live ones
};

[[nodiscard]] CoverageSum sum_of(const Rulebook& rulebook, const std::vector<CoverageCell>& cells);
// "coverage: 310 of 312 cells; 2 live rules have gaps"
[[nodiscard]] std::string sentence_of(const CoverageSum& sum);

// Aligned columns: yes, NO, "2 of 3", or "-" where a rule has no such outcome.
[[nodiscard]] std::string coverage_text(const Rulebook& rulebook,
                                        const std::vector<CoverageCell>& cells);
// One line for each live rule with an outcome that was not seen; "" when there is none.
[[nodiscard]] std::string gaps_text(const Rulebook& rulebook,
                                    const std::vector<CoverageCell>& cells);
// rule,in_force_from,maturity,outcome,reason,seen,seen_in
[[nodiscard]] std::string coverage_csv(const Rulebook& rulebook,
                                       const std::vector<CoverageCell>& cells);

}  // namespace tidemark::report
