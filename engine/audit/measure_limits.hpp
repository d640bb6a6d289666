// How a line of a measure is rounded, and whether it keeps the limit set on it. Pure functions.
#pragma once

#include <string>

#include "audit/figure.hpp"

namespace tidemark {

[[nodiscard]] bool is_whole(const Figure& figure);
// As the measure says, else by what kind of number it is.
[[nodiscard]] Rounding rounding_of(const Measure& measure, const Figure& figure);
// "within 17", "over 17", "cannot be decided"; "" for a measure without a limit.
[[nodiscard]] std::string limit_of(const Measure& measure, const Figure& own);

}  // namespace tidemark
