// ChildCase: the case tables of one child, seen as at a day. What rules are evaluated over; made
// by CaseView from a snapshot or by GivenCase from a rule's own example. Belongs to one thread.
#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/cell.hpp"
#include "snapshot/model.hpp"

namespace tidemark {

enum class Supply : std::uint8_t {
  none,     // the table did not come: rows may exist that nobody saw
  partial,  // some rows are known from another table, others may exist
  full,
};

struct CaseSlice {
  const Cell* const* columns = nullptr;  // by field; a nullptr column was not supplied
  std::uint32_t first = 0;               // row r of this child is cell columns[f][first + r]
  std::uint32_t count = 0;               // rows that exist as at the day (later ones are gone);
                                         // a facts table always has one, blank if it did not come
  Supply supply = Supply::none;
  Day covers_from = k_earliest;  // rows before this day may be missing
  bool plain_dates = true;  // every row's first date is a plain day at or before the as-at day,
                            // and no row only may belong
  const std::uint8_t* maybe = nullptr;  // by row: it may or may not belong; nullptr: all belong
};

struct ChildCase {
  const Model* model = nullptr;
  const SidePools* pools = nullptr;  // side dates and either-or cells
  const TextPool* texts = nullptr;   // what text and id cells mean
  Day as_at = 0;
  std::uint32_t child = 0;
  std::vector<CaseSlice> tables;  // parallel to Model::tables

  // The cell as recorded; the wall for single cells (a milestone after the as-at day has not
  // happened) is date_at's business.
  [[nodiscard]] Cell cell(int table, int field, std::uint32_t row) const {
    const CaseSlice& s = tables[static_cast<std::size_t>(table)];
    const Cell* column = s.columns[field];
    return column == nullptr ? k_cell_unknown : column[s.first + row];
  }
  // The date in a date cell, behind the wall: later than as-at reads absent, save bookings.
  [[nodiscard]] Date date_at(int table, int field, std::uint32_t row) const {
    const CaseSlice& s = tables[static_cast<std::size_t>(table)];
    const Cell* column = s.columns[field];
    if (column == nullptr || !is_plain(column[s.first + row])) return open_date(table, field, row);
    const Cell day = column[s.first + row];
    if (day <= as_at) return Date::known(day);
    return is_booking(table, field) ? Date::known(day) : Date::absent();
  }

 private:
  [[nodiscard]] FieldKind kind(int table, int field) const {
    return model->tables[static_cast<std::size_t>(table)]
        .fields[static_cast<std::size_t>(field)]
        .kind;
  }
  [[nodiscard]] bool is_booking(int table, int field) const {
    return kind(table, field) == FieldKind::booking;
  }
  // The same for a cell that is not one plain day.
  [[nodiscard]] Date open_date(int table, int field, std::uint32_t row) const;
};

}  // namespace tidemark
