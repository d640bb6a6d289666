// The patterns of days that a timetable is made of, read from its words. Pure functions.
#pragma once

#include <memory>

#include "audit/day_words.hpp"

namespace tidemark {

// "every day", "every working day", "every Monday and Thursday", "third working day of the month",
// "first Tuesday of the month", "last day of the month". Empty where the words complain.
[[nodiscard]] std::shared_ptr<const DayPattern> pattern_of(DayWords& words);

}  // namespace tidemark
