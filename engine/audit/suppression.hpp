// Suppression: which small numbers of a report must not be printed, and which others would give
// them back. A pure function over the printed numbers and the sums that are known to hold among
// them; it knows nothing of measures.
#pragma once

#include <cstdint>
#include <vector>

namespace tidemark {

constexpr std::int64_t k_smallest_shown = 6;  // 1 to 5 are withheld; 0 is shown

struct PrintedNumber {
  std::int64_t value = 0;
  bool is_count = true;    // of children or rows: never below 0, withheld from 1 to 5
  bool is_printed = true;  // else it only links others and nobody sees it
  bool must_hide = false;  // withheld whatever it is
};

// These numbers, each times its sign (1 or -1), always come to the same: total - part - part = 0.
struct Relation {
  std::vector<std::pair<std::size_t, int>> terms;  // place in the list of numbers, sign
};

// For each number, is it withheld? From what is printed, the relations, and the knowledge that a
// withheld count is at least 1, nobody can work out a withheld count of 1 to 5: each could have
// another value. Wherever the numbers allow it this holds also for a reader who knows which of them
// are 1 to 5 and which were withheld only to protect those. Everything of one web of relations may
// have to go; a 0 never does.
[[nodiscard]] std::vector<bool> withheld(const std::vector<PrintedNumber>& numbers,
                                         const std::vector<Relation>& relations);

}  // namespace tidemark
