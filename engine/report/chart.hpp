// The chart of breaches by rule: inline SVG, hatched so that it reads in black and white, with a
// title and description made from the same numbers that the table of counts prints.
#pragma once

#include <string>

#include "report/pack.hpp"

namespace tidemark::report {

// Nothing where no rule found a breach.
void write_chart(std::string& page, const Pack& pack);

}  // namespace tidemark::report
