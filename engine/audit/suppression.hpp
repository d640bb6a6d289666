// Suppression: which small numbers of a report must not be printed, and which others would give
// them back. A pure function over the printed numbers and the sums that are known to hold among
// them; it knows nothing of measures or of rules.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace tidemark {

constexpr std::int64_t k_smallest_shown = 6;  // 1 to 5 are withheld; 0 is shown

struct PrintedNumber {
  std::int64_t value = 0;
  bool is_count = true;     // of children or rows: never below 0, withheld from 1 to 5
  bool is_printed = true;   // else it only links others and nobody sees it
  bool must_hide = false;   // withheld whatever it is
  bool is_guarded = false;  // not printed, and from 1 to 5 nobody may work it out all the same
};

// From 1 to 5, of children or rows.
[[nodiscard]] bool is_small(const PrintedNumber& number);

// These numbers, each times its sign (1 or -1), always come to the same: total - part - part = 0.
struct Relation {
  std::vector<std::pair<std::size_t, int>> terms;  // place in the list of numbers, sign
};

// For each number, is it withheld? One that is not printed always is. From what is printed and the
// relations a reader can say no more of a withheld count of 1 to 5 than that: it could be each of
// 1, 2, 3, 4 and 5. That holds also for a reader who knows which were withheld for being small and
// which only to protect those, who are 6 or more. A guarded number of 1 to 5 could be 6 as well.
// Where withholding everything would still tell more (a part cannot be above a total that is small
// itself), only that much is told. Everything of one web of relations may have to go; a 0 never
// does.
[[nodiscard]] std::vector<bool> withheld(const std::vector<PrintedNumber>& numbers,
                                         const std::vector<Relation>& relations);

}  // namespace tidemark
