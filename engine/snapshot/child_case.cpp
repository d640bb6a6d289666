#include "snapshot/child_case.hpp"

#include <algorithm>

namespace tidemark {

Date ChildCase::date_at(int table, int field, std::uint32_t row) const {
  const CaseSlice& slice = tables[static_cast<std::size_t>(table)];
  const FieldKind kind =
      model->tables[static_cast<std::size_t>(table)].fields[static_cast<std::size_t>(field)].kind;
  const Cell* column = slice.columns[field];
  if (column == nullptr) return kind == FieldKind::date ? Date::unknown() : Date::undecided();
  const Cell cell = column[slice.first + row];
  if (is_plain(cell)) {
    return cell > as_at && kind != FieldKind::booking ? Date::absent() : Date::known(cell);
  }
  if (cell == k_cell_absent) return Date::absent();
  Date date =
      is_side(cell) ? pools->dates[static_cast<std::size_t>(cell - k_cell_side)] : Date::unknown();
  if (kind == FieldKind::booking) return date;
  if (date.lo > as_at) return Date::absent();
  if (date.hi > as_at) {
    // A milestone whose day is only partly known may still lie behind the wall.
    date.may_be_absent = date.may_be_absent || kind == FieldKind::milestone;
    date.hi = as_at;
  }
  return date;
}

}  // namespace tidemark
