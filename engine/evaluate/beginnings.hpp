// Which rows could be the first, the nth or the last to begin, where the days on which they begin
// are only partly known. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "calendar/date.hpp"

namespace tidemark {

// A row of a set, in the order of rows: by the first day on which it could begin.
struct Beginning {
  std::uint32_t at = 0;
  Date on;
  bool sure = true;    // it is in the set for certain
  bool placed = true;  // its cell is a plain day, so its place among rows of that day is settled
};

// Placed rows of one day come in the order of rows; where a cell is open, so is its place.
[[nodiscard]] std::vector<std::uint32_t> could_be_nth(const std::vector<Beginning>& rows,
                                                      std::uint32_t n);
[[nodiscard]] std::vector<std::uint32_t> could_be_last(const std::vector<Beginning>& rows);

}  // namespace tidemark
