// What a timeline shows, in words: the alternative for who cannot see the picture, in the order in
// which it is drawn. Pure function.
#pragma once

#include <string>

#include "report/timeline.hpp"

namespace tidemark::report {

// "court list not supplied", "list of reviews not supplied before Apr 2020".
[[nodiscard]] std::string gap_words(const TimelineGap& gap, bool months_only);
// Of a lane in which nothing stands: "nothing on record", and what did not come.
[[nodiscard]] std::string empty_words(const TimelineLane& lane, bool months_only);

[[nodiscard]] std::string timeline_words(const Timeline& timeline);

}  // namespace tidemark::report
