// Span: a length of time as a rule states it, and Limit: how a span ends a clock.
#pragma once

#include <string>

#include "calendar/date.hpp"
#include "calendar/working_calendar.hpp"

namespace tidemark {

enum class Unit : std::uint8_t { days, weeks, months, years, working_days, school_days };

struct Span {
  int count = 0;
  Unit unit = Unit::days;
  bool counting_the_day = false;  // "beginning with the day": the start is day 1, not day 0
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// start + span (sign +1) or start - span (sign -1), for every day that start could be; monotone, so
// the ends bound the answer. Working days outside the calendar's known days: unknown. School days:
// unknown, as no term dates are loaded.
[[nodiscard]] Date shift(const Date& start, const Span& span, int sign,
                         const WorkingCalendar& calendar);

[[nodiscard]] std::string words_of(const Span& span);  // "9 months", "26 weeks counting the day"

}  // namespace tidemark
