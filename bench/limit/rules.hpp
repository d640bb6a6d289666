// The ten rules of rules.md, hard-coded.
#pragma once

#include <array>
#include <vector>

#include "tables.hpp"

namespace limit {

struct Exception {
  std::uint32_t child;
  std::int32_t clock, due, days_over;
};

using Exceptions = std::array<std::vector<Exception>, 10>;  // by rule

// Adds the exceptions of one child. Sorts that child's episodes if they are not in order.
void judge(const Tables& tables, std::uint32_t child, std::int32_t as_at, std::int32_t year_ago,
           Exceptions& found);

}  // namespace limit
