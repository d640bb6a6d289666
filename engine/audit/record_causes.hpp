// Why an answer differs between two snapshots seen as at the same day: tables that came or went,
// and the rows of the child that entered, were corrected or are new. A pure function of both.
#pragma once

#include <vector>

#include "audit/movement.hpp"
#include "audit/row_changes.hpp"

namespace tidemark {

struct RecordStep {
  const Model* model = nullptr;
  FieldsRead fields;                                     // that the rule reads
  std::vector<std::string> missing_before, missing_now;  // by table of the model: why_missing()
  ChildRows rows_before, rows_now;
  bool child_before = true, child_now = true;
  std::vector<Evidence> evidence;  // of both answers: rows that they rest on come first
  Day earlier_as_at = 0, as_at = 0;
};

[[nodiscard]] std::vector<Cause> causes_of(const RecordStep& step);

// The same files seen on a later day: what happened between the two days in rows that either answer
// rests on. Nothing where the clock alone ran on.
[[nodiscard]] std::vector<Cause> causes_between_days(RecordStep step);

}  // namespace tidemark
