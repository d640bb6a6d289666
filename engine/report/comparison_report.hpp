// What `tidemark compare` prints: what the rules say otherwise, totals, and every exception that
// moved with its causes. Names children: internal. Pure functions of the comparison.
#pragma once

#include <string>

#include "audit/comparison.hpp"
#include "report/document.hpp"

namespace tidemark::report {

// "PO-9M: Months after the order: 9 months -> 8 months", each once, then rules whose text changed.
[[nodiscard]] std::vector<std::string> rule_changes_in_words(const Comparison& comparison);

[[nodiscard]] std::string comparison_text(const Comparison& comparison);
// rule,child,occasion,change,verdict_before,verdict_after,due_before,due_after,causes,what,
// open_exemption
[[nodiscard]] std::string comparison_csv(const Comparison& comparison);
// `made_at`: ISO moment.
[[nodiscard]] Document comparison_document(const Comparison& comparison,
                                           const std::string& made_at);

}  // namespace tidemark::report
