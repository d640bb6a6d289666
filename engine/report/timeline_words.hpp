// What a timeline shows, in words: the alternative for who cannot see the picture, in the order in
// which it is drawn. Pure function.
#pragma once

#include <string>

#include "report/timeline.hpp"

namespace tidemark::report {

[[nodiscard]] std::string timeline_words(const Timeline& timeline);

}  // namespace tidemark::report
