// RowChange: how the rows of one child differ between two snapshots. A pure function of the rows
// seen in each.
#pragma once

#include <string>
#include <vector>

#include "evaluate/seen_rows.hpp"

namespace tidemark {

// One cell of a row that says another thing; spelt as findings spell cells, "" for a blank.
struct CellChange {
  int field = -1;
  std::string then, now;
};

struct RowChange {
  enum class Kind { entered, withdrawn, corrected };
  Kind kind = Kind::corrected;
  int table = -1;
  std::string key_before, key_after;      // "" where there is no such row
  std::string fields;                     // "on 2021-07-05 -> 2021-06-28, kind U1 -> A5"
  std::string place_before, place_after;  // "episodes.csv:12"
  std::vector<CellChange> cells;          // of a corrected row; the same as `fields` says
  std::string day;  // on which the row lies or begins, as its cell spells it; "" where it has none
};

// Rows with one key are one row. Of those without a counterpart, one that vanished and one that
// came in the same table and have a cell in common are one row whose key was corrected, also where
// one of them lies after the day. What lies after it in both is no change.
[[nodiscard]] std::vector<RowChange> changes_of_rows(const Model& model, const ChildRows& before,
                                                     const ChildRows& after);

}  // namespace tidemark
