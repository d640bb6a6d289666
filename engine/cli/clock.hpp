// The one place where the program reads a clock: when a run was made. Nothing that is judged
// depends on it.
#pragma once

#include <string>

#include "calendar/day.hpp"

namespace tidemark::cli {

// "2026-11-22T08:30:00Z"; TIDEMARK_NOW, if set, is taken as it stands (for tests).
[[nodiscard]] std::string time_of_run();

// As time_of_run(), by the machine's own clock; TIDEMARK_NOW does not move it.
[[nodiscard]] std::string time_by_the_clock();

// The day by the machine's own clock, UTC and one day on, so that no zone is refused its today;
// TIDEMARK_NOW does not move it.
[[nodiscard]] Day today_by_the_clock();

}  // namespace tidemark::cli
