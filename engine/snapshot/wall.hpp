// The wall for what is no date itself: a cell that another date of its row dates (the reason an
// episode ceased belongs to its end) is on record only once that day has come. Pure functions.
#pragma once

#include "snapshot/cell.hpp"
#include "snapshot/model.hpp"

namespace tidemark {

// What a cell says as at a day, where `dated` is the cell of the date that it belongs to. Where
// that day has not come, or may not have, the cell is what it would have been in a file of the
// as-at day: blank, so unknown. A value without its date ("ceased" on a row that has no end) is no
// secret of later days and stays as it stands.
[[nodiscard]] Cell on_record_by(Day as_at, Cell cell, Cell dated, const SidePools& pools);

}  // namespace tidemark
