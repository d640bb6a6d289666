// Timing: the verdict that a due date, a stop and the as-at day give, each an interval. Pure.
#pragma once

#include "calendar/date.hpp"
#include "rulebook/rule.hpp"

namespace tidemark {

struct Due {
  Date due;        // what is printed
  Date last_good;  // the last day on which the clock may still run or stop in time
  Date amber_from = Date::absent();  // the first day of due_soon; absent: no amber
};

struct Timing {
  Verdict verdict = Verdict::cannot_decide;
  bool has_days_over = false;
  bool at_least = false;  // days_over is a lower bound
  std::int32_t days_over = 0;
};

// The last good day: the due date itself for `within`, the day before for `reaches`
// (rule-language.md). Days over count from the due date to the as-at day, for met_late to the day
// the clock stopped. Decided only if every day that due and stop could be gives the same answer.
// A stop later than the as-at day has not happened. One that may or may not have leaves a clock
// that has not run out undisturbed. Where amber_from is open, due_soon.
[[nodiscard]] Timing decide(const Due& due, const Date& stop, Day as_at);

// Days over of a breach with this due date.
[[nodiscard]] Timing breach_since(const Date& due, Day as_at);

}  // namespace tidemark
