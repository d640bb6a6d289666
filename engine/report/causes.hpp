// Why a finding cannot be decided for a cause of the child's own: a blank or unclear cell, with
// somebody who can put it right. (A table that did not come is counted in audit/undecided.hpp.)
#pragma once

#include <string>
#include <vector>

#include "report/pack.hpp"

namespace tidemark::report {

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
