// A cell of a loaded table is one int32: a day, a code index, an interned text, thousandths of a
// number; or one of the marks below. What cannot be one plain value lies in a side list.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.hpp"

namespace tidemark {

using Cell = std::int32_t;

constexpr Cell k_cell_unknown = std::numeric_limits<Cell>::min();
constexpr Cell k_cell_absent = k_cell_unknown + 1;
constexpr Cell k_cell_outside = k_cell_unknown + 2;  // while reading: the row is none of the table
constexpr Cell k_cell_side = k_cell_unknown + 16;    // first index into a side list
constexpr Cell k_cell_plain = k_cell_unknown + (1 << 28);  // plain values lie at or above

[[nodiscard]] constexpr bool is_plain(Cell c) {
  return c >= k_cell_plain;
}
[[nodiscard]] constexpr bool is_side(Cell c) {
  return c >= k_cell_side && c < k_cell_plain;
}

// Interned text: equal ids exactly when the texts are equal. Ids follow the order of reading, so
// nothing that is printed may be sorted by them.
class TextPool {
 public:
  [[nodiscard]] Cell intern(std::string_view text);
  [[nodiscard]] Cell find(std::string_view text) const;  // k_cell_absent when never interned
  [[nodiscard]] const std::string& text(Cell id) const {
    return texts_[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t tag = 0;   // of the text's fingerprint: most texts need no second look
    std::uint32_t text = 0;  // id + 1, 0 where empty
  };
  void grow();
  std::deque<std::string> texts_;  // a deque, so that text() stays valid while others are added
  std::vector<Slot> slots_;        // open addressing
};

struct SidePools {
  std::vector<Date> dates;                    // partly known dates, dates of two sources
  std::vector<std::pair<Cell, Cell>> either;  // a code or text that is one of two
  TextPool texts;
};

}  // namespace tidemark
