// InventedCase: the case tables of one child, written down cell by cell in a test. Owns its cells;
// child_case() is valid until the next change.
#pragma once

#include <vector>

#include "evaluate/invented_model.hpp"
#include "snapshot/child_case.hpp"

namespace tidemark::invented {

class InventedCase {
 public:
  InventedCase(const Model& model, Day as_at);

  Cell partly(Day lo, Day hi);  // a date cell known only to lie between these days
  Cell one_of(Cell a, Cell b);  // a code cell that is one of two
  Cell text(const char* text) { return pools_.texts.intern(text); }
  void add(int table, std::vector<Cell> row);
  void supply(int table, Supply supply);
  void covers_from(int table, Day day);
  void drop_column(int table, int field);

  [[nodiscard]] const ChildCase& child_case();
  [[nodiscard]] const SidePools& pools() const { return pools_; }
  [[nodiscard]] Day as_at() const { return case_.as_at; }
  [[nodiscard]] const std::vector<std::vector<Cell>>& rows(int table) const {
    return rows_[static_cast<std::size_t>(table)];
  }
  [[nodiscard]] Supply supplied(int table) const {
    return case_.tables[static_cast<std::size_t>(table)].supply;
  }

 private:
  [[nodiscard]] Day first_day(Cell cell) const;
  void fill(std::size_t table);

  const Model& model_;
  SidePools pools_;
  ChildCase case_;
  std::vector<std::vector<std::vector<Cell>>> rows_;     // table, row, field
  std::vector<std::vector<bool>> dropped_;               // table, field
  std::vector<std::vector<std::vector<Cell>>> columns_;  // table, field, row
  std::vector<std::vector<const Cell*>> pointers_;
};

}  // namespace tidemark::invented
