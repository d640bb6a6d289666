#include "snapshot/child_case.hpp"

#include <algorithm>

namespace tidemark {

Date ChildCase::open_date(int table, int field, std::uint32_t row) const {
  const CaseSlice& slice = tables[static_cast<std::size_t>(table)];
  const FieldKind kind_of_cell = kind(table, field);
  const Cell* column = slice.columns[field];
  if (column == nullptr) {
    return kind_of_cell == FieldKind::date ? Date::unknown() : Date::undecided();
  }
  const Cell cell = column[slice.first + row];
  if (cell == k_cell_absent) return Date::absent();
  Date date =
      is_side(cell) ? pools->dates[static_cast<std::size_t>(cell - k_cell_side)] : Date::unknown();
  if (kind_of_cell == FieldKind::booking) return date;
  if (date.lo > as_at) return Date::absent();
  if (date.hi > as_at) {
    // A milestone whose day is only partly known may still lie behind the wall.
    date.may_be_absent = date.may_be_absent || kind_of_cell == FieldKind::milestone;
    date.hi = as_at;
  }
  return date;
}

}  // namespace tidemark
