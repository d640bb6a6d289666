// The wall clock of the host, in its own time zone, for what is due at a time of day; the other
// clock that never goes back, for how long something has stood still. Reads clocks, as only cli/
// may.
#pragma once

#include <cstdint>
#include <string>

#include "audit/timetable.hpp"
#include "base/result.hpp"

namespace tidemark::cli {

// The time that time_of_run() says, as the host's wall clock shows it. Refused where TIDEMARK_NOW
// is set to something that is not "2026-11-22T08:30:00Z".
[[nodiscard]] Result<LocalTime> local_now();
[[nodiscard]] LocalTime local_time_of(std::int64_t seconds_since_1970);
// The Date line of a letter: "Sun, 22 Nov 2026 08:30:00 +0000".
[[nodiscard]] std::string letter_date();
[[nodiscard]] std::int64_t steady_seconds();

}  // namespace tidemark::cli
