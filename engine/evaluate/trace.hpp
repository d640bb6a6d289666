// Trace: the cells that an answer rests on, noted while it is computed. Logic keeps only the
// parts that decided: a "no" of all{} rests on the one condition that failed.
#pragma once

#include <cstddef>
#include <vector>

#include "rulebook/compute_runner.hpp"

namespace tidemark {

struct Trace {
  // field -1: the table as a whole, because rows may be missing; table -1: no cell, but the
  // cannot_tell with this number among the expressions (`row`), which says why by itself.
  std::vector<CellRef> cells;

  [[nodiscard]] std::size_t mark() const { return cells.size(); }
  void forget_since(std::size_t mark) { cells.resize(mark); }
  void tell(ExprId cannot_tell) { note(-1, -1, static_cast<std::uint32_t>(cannot_tell)); }
  void note(int table, int field, std::uint32_t row) {
    cells.push_back({static_cast<std::int16_t>(table), static_cast<std::int16_t>(field), row});
  }
};

}  // namespace tidemark
