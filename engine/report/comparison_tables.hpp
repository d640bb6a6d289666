// The tables of a comparison, for the page and for the terminal. Pure functions.
#pragma once

#include <string>

#include "audit/comparison.hpp"
#include "report/document.hpp"

namespace tidemark::report {

// Totals of each rule whose totals differ, then of all rules together.
[[nodiscard]] TableBlock totals_by_rule(const Comparison& comparison);
// Exceptions by team, or by the owner of the rule where no team is recorded.
[[nodiscard]] TableBlock totals_by_group(const Comparison& comparison);
// The exceptions that moved in this way, at most `most` of them.
[[nodiscard]] TableBlock moved_table(const Comparison& comparison, Movement kind, std::size_t most);
// "No team is recorded in these files; exceptions are counted by the owner of their rule."
[[nodiscard]] std::string groups_sentence(const Comparison& comparison);

// "time_passed", "record_changed corrected"
[[nodiscard]] std::string causes_of(const Moved& moved);
[[nodiscard]] std::string what_of(const Moved& moved);

}  // namespace tidemark::report
