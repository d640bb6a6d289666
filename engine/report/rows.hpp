// What every child-by-child table shares: the cells of a finding, its evidence, and how a table
// that is too long for paper says so.
#pragma once

#include <string>

#include "report/html.hpp"
#include "report/pack.hpp"

namespace tidemark::report {

// The child, and which of its occasions where the rule has several for one child.
[[nodiscard]] Markup child_cell(const Pack& pack, const Finding& finding);
[[nodiscard]] Markup date_cell(const Date& date);  // "" where the date means nothing
// The sentence, with a mark where a stated reason could not be decided.
[[nodiscard]] Markup sentence_cell(const Finding& finding);
// The sentence, then the cells that it rests on.
[[nodiscard]] Markup record_cell(const Finding& finding);
// The cells, those of one line together; the first few in view, the rest to be opened.
[[nodiscard]] Markup evidence_block(const Finding& finding);
// "New", "Continuing", "Changed".
[[nodiscard]] Markup change_cell(const Pack& pack, std::size_t index);
// The rule's plain title, linked to its definition.
[[nodiscard]] Markup rule_cell(const Rule& rule);
[[nodiscard]] std::string rule_anchor(const Rule& rule);

// "100 of 2,314 are listed here, the most days over first; the other 2,214 are in findings.csv."
void say_what_is_left_off(std::string& page, std::size_t all, std::string_view order,
                          std::size_t shown = k_rows_shown);

// A date, interval or code of a cell as a sentence spells it.
[[nodiscard]] std::string readable(const std::string& value);

}  // namespace tidemark::report
