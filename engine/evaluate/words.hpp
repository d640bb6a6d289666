// Values, cells and causes in words, for reports and explanations. Nothing here names a line of a
// file: findings.csv must not depend on the order of rows.
#pragma once

#include <string>
#include <vector>

#include "evaluate/evaluator.hpp"
#include "evaluate/judge.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark {

// The value of an expression for the child at hand: "30 Dec 2020", "placed with own parents", "2".
[[nodiscard]] std::string value_in_words(Evaluator& evaluator, ExprId id);

// A cell as findings spell it: ISO dates, code values, texts; "" for a blank or an absent fact.
[[nodiscard]] std::string cell_text(const ChildCase& child_case, const CellRef& cell);

// What names a row: the cells of its table's key, else its first field.
[[nodiscard]] std::string row_key_text(const ChildCase& child_case, int table, std::uint32_t row);

// The cells of a trace with where they were read, each once, at most k_most_evidence.
constexpr std::size_t k_most_evidence = 40;
[[nodiscard]] std::vector<Evidence> evidence_of(const Trace& trace, const ChildCase& child_case,
                                                const CaseView* view);

// Why the cells of a trace leave an answer open: "no court list was supplied", "the date of birth
// is not known"; at most three causes, "" when the cells leave nothing open.
[[nodiscard]] std::string cause_of(const Trace& trace, const Rulebook& rulebook,
                                   const ChildCase& child_case, const CaseView* view);

}  // namespace tidemark
