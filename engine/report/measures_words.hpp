// What the three forms of a measures report share: how a line's value, its exactness and its limits
// are said. Small numbers that are withheld are "c".
#pragma once

#include <string>

#include "audit/measures.hpp"

namespace tidemark::report {

constexpr const char* k_withheld = "c";

// "642", "at least 12", "c", "cannot be decided".
[[nodiscard]] std::string value_of(const MeasureLine& line);
// What the value is counted in: "children", "per cent", "per 10,000".
[[nodiscard]] std::string unit_of(const Measure& measure, const MeasureLine& line);
// Whether the run's record reaches to the end of the period; true where its day was not stated.
[[nodiscard]] bool is_complete(const MeasureRun& run, const Period& period);
// "exact", "at_least", "at_most", "interval", "cannot_decide", "withheld".
[[nodiscard]] std::string status_of(const MeasureLine& line);
// A figure beside the value; "" where it is open, "c" where it is withheld.
[[nodiscard]] std::string beside(const std::optional<Figure>& figure, bool is_withheld);
// "nearest, 1 place", "truncated, 1 place".
[[nodiscard]] std::string words_of(const Rounding& rounding);
// "1 Dec 2021", "not stated".
[[nodiscard]] std::string known_at_of(const MeasureRun& run);
// The days that the figure is about: of a stock, the last one.
[[nodiscard]] std::string days_of(const Measure& measure, const Period& period);

}  // namespace tidemark::report
