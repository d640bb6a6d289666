// Reading rules/calendars/*.lua: bank holidays as data.
#pragma once

#include "rulebook/script.hpp"

namespace tidemark {

// calendar { name = , known_from = , known_to = , holidays = { ["2013"] = "1 Jan, 29 Mar" } }
[[nodiscard]] Result<WorkingCalendar> read_calendar(Assembly& assembly, int file);

}  // namespace tidemark
