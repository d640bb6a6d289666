// Reading rules/calendars/*.lua: bank holidays and school terms as data.
#pragma once

#include <optional>

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

struct CalendarFile {  // one of the two
  std::optional<WorkingCalendar> days;
  std::optional<SchoolTerms> terms;
};

// calendar { name = , known_from = , known_to = , holidays = { ["2013"] = "1 Jan, 29 Mar" } }
// school_terms { terms = { "2021-09-06..2021-12-17" }, closed = { "2021-10-25..2021-10-29" } }
[[nodiscard]] Result<CalendarFile> read_calendar(Assembly& assembly, int file);

// The terms under these keys; `closed` may be nullptr. Throws RuleError.
[[nodiscard]] SchoolTerms school_terms_of(const KeyedTable& keys, const char* terms,
                                          const char* closed = nullptr);

}  // namespace tidemark
