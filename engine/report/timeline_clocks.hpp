// The clocks of a timeline: a bar from the day that a rule's clock began, hatched from its due date
// on, with the days over in words. Draws from y on and says where it ended.
#pragma once

#include "report/timeline_axis.hpp"

namespace tidemark::report {

[[nodiscard]] double draw_clock(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline,
                                const TimelineClock& clock, double y);

// "28 days over", "at least 412 days over"; "" where nothing is over.
[[nodiscard]] std::string over_words(const TimelineClock& clock);

}  // namespace tidemark::report
