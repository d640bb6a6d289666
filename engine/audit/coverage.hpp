// Coverage: which days the files of a snapshot tell of, and whether the as-at day is one of them.
// What one table does not cover is for the rules to say, child by child; this is about the whole.
// Pure functions.
#pragma once

#include <string>

#include "snapshot/snapshot.hpp"

namespace tidemark {

struct Coverage {
  Day from = k_earliest;  // first day that any table covers; k_earliest: no table says
  Day to = k_latest;      // last such day; k_latest: no table says
  bool as_at_outside = false;
  std::string warning;  // a sentence for the first page; "" when the as-at day is covered
};

[[nodiscard]] Coverage coverage_of(const Snapshot& snapshot, Day as_at);

}  // namespace tidemark
