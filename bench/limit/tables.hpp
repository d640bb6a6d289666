// The five files as arrays grouped by child. Filled once by read_tables; rules then read them, and
// sort a child's episodes, each child in one thread only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "child_key.hpp"

namespace limit {

using TwoLetters = std::uint16_t;
constexpr TwoLetters code(const char* text) {
  return static_cast<TwoLetters>(static_cast<unsigned char>(text[0]) |
                                 static_cast<unsigned char>(text[1]) << 8);
}

struct Episode {
  std::int32_t from, to;  // to: k_no_day while open
  TwoLetters status, kind;
  char reason;
};

struct Decision {
  std::int32_t made, ceased;
};

// Row r of child c is rows[first[c] + r].
template <class Row>
struct ByChild {
  std::vector<std::uint32_t> first;
  std::unique_ptr<Row[]> rows;

  [[nodiscard]] Row* begin(std::uint32_t child) const { return rows.get() + first[child]; }
  [[nodiscard]] Row* end(std::uint32_t child) const { return rows.get() + first[child + 1]; }
};

struct Tables {
  ChildKeys children;
  std::vector<std::int32_t> born;
  ByChild<Episode> episodes;
  ByChild<std::int32_t> reviews;
  ByChild<Decision> decisions;
  ByChild<std::int32_t> life_story_done;
};

[[nodiscard]] Tables read_tables(const std::string& folder, int threads);

}  // namespace limit
