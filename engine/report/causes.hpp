// Why findings cannot be decided: a table that did not come is one cause for many children and is
// said once; a blank or unclear cell is a child's own, with somebody who can put it right.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "report/pack.hpp"

namespace tidemark::report {

// "no court list was supplied", where the finding waits for a whole table or column; else "".
[[nodiscard]] std::string missing_table_of(const Finding& finding);

struct MissingTable {
  std::string words;
  std::map<std::size_t, std::uint64_t> undecided_by_rule;  // rule -> findings
};
// In order of words.
[[nodiscard]] std::vector<MissingTable> missing_tables(const Pack& pack);

// A field that keeps a finding from being decided.
struct FieldToPutRight {
  std::string field;  // "legal status: from"
  std::string state;  // "blank", "only known to be on or before 1 Apr 2021"
  std::string owner;  // "business support"; "" where the model names nobody
  std::string where;  // "episodes.csv:212 DECOM"
};
[[nodiscard]] std::vector<FieldToPutRight> fields_to_put_right(const Model& model,
                                                               const Finding& finding);

}  // namespace tidemark::report
