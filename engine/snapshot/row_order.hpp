// RowOrder: compares rows of one table by what they say, never by pool ids or where they stood, so
// that any order of input rows gives the same table. arrange_rows groups a table by child and puts
// the rows of each child in order. Single thread.
#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/snapshot.hpp"

namespace tidemark {

[[nodiscard]] Date date_in(Cell cell, const SidePools& pools);

class RowOrder {
 public:
  RowOrder(const SourceTable& source, const RecordTable& table, const SidePools& pools);

  // Below zero, zero, above zero.
  [[nodiscard]] int compare_cells(std::size_t column, Cell a, Cell b) const;
  [[nodiscard]] int compare_in(const std::vector<std::size_t>& columns, std::size_t a,
                               std::size_t b) const;
  [[nodiscard]] bool is_before(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool says_the_same(std::size_t a, std::size_t b) const {
    return compare_in(columns_, a, b) == 0;
  }
  // The first day that the row could be of; every row of an undated table has the same.
  [[nodiscard]] Day first_day(std::size_t row) const {
    if (dates_ == nullptr) return 0;
    const Cell cell = (*dates_)[row];
    return is_plain(cell) ? cell : date_in(cell, pools_).lo;
  }
  [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }

 private:
  [[nodiscard]] int compare_text(Cell a, Cell b) const;
  const SourceTable& source_;
  const RecordTable& table_;
  const SidePools& pools_;
  std::vector<std::size_t> columns_;  // those that are there
  const std::vector<Cell>* dates_ = nullptr;
};

// `child` is by row and is grouped with the rest. Sets first_row.
void arrange_rows(const SourceTable& source, RecordTable& table, std::vector<std::uint32_t>& child,
                  std::size_t children, const SidePools& pools);

// Leaves out the rows that are marked.
void drop_rows(RecordTable& table, const std::vector<bool>& marked);

}  // namespace tidemark
