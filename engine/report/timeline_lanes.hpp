// The lanes of a timeline: bars where something was in force, squares where something happened,
// labels that keep out of each other's way. Draws from y on and says where it ended.
#pragma once

#include "report/timeline_axis.hpp"

namespace tidemark::report {

[[nodiscard]] double draw_lane(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline,
                               const TimelineLane& lane, double y);

}  // namespace tidemark::report
