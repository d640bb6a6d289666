// Did the lists come on which a part of a paper rests? Without its list or its rule an empty part
// is no all-clear. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/papers/inputs.hpp"

namespace tidemark::report {

// Why the rules of these ids cannot speak of the whole: "no action list was supplied", "the rule
// ACT-OVERDUE is not in the run"; "" when they can. Tidemark's own list is none of the council's.
[[nodiscard]] std::string why_not_known(const PaperInputs& inputs,
                                        const std::vector<std::string>& rules);

// Verdicts of these rules that cannot be decided.
[[nodiscard]] std::uint64_t undecided_of(const PaperInputs& inputs,
                                         const std::vector<std::string>& rules);

}  // namespace tidemark::report
