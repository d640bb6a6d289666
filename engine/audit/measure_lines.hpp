// The printed lines of one measure over one period: the figure, its parts, and the figures that it
// rests on.
#pragma once

#include "audit/measure_book.hpp"
#include "audit/measures.hpp"

namespace tidemark {

// Notes what `result_of` will ask.
void want_lines(MeasureBook& book, int measure, const Period& period);
[[nodiscard]] MeasureResult result_of(MeasureBook& book, int measure, const Period& period);

}  // namespace tidemark
