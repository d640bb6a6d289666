#include "snapshot/wall.hpp"

namespace tidemark {

Cell on_record_by(Day as_at, Cell cell, Cell dated, const SidePools& pools) {
  if (is_plain(dated)) return dated <= as_at ? cell : k_cell_unknown;
  if (dated == k_cell_absent) return cell;
  if (!is_side(dated)) return k_cell_unknown;
  const Date& day = pools.dates[static_cast<std::size_t>(dated - k_cell_side)];
  return day.hi <= as_at && !day.may_be_absent ? cell : k_cell_unknown;
}

}  // namespace tidemark
