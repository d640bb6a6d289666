#include "evaluate/timing.hpp"

namespace tidemark {
namespace {

// A stop that lies ahead is a booking: it has not happened.
Date as_known_at(Date stop, Day as_at) {
  if (stop.is_absent() || stop.hi <= as_at) return stop;
  if (stop.lo > as_at) return Date::absent();
  return {stop.lo, as_at, true};
}

}  // namespace

Timing breach_since(const Date& due, Day as_at) {
  Timing timing{Verdict::breach, false, false, 0};
  if (due.is_absent() || due.hi == k_latest || due.hi > as_at) return timing;
  timing.has_days_over = true;
  timing.days_over = as_at - due.hi;
  timing.at_least = !due.is_exact();
  return timing;
}

Timing decide(const Due& due, const Date& recorded_stop, Day as_at) {
  const Date stop = as_known_at(recorded_stop, as_at);
  if (due.due.is_absent() || due.due.may_be_absent) return {};
  const Date& good = due.last_good;
  const bool may_run = stop.may_be_absent;
  const bool may_have_stopped = !stop.is_absent();
  const bool running_in_time = may_run && as_at <= good.hi;
  const bool overdue = may_run && as_at > good.lo;
  const bool stopped_in_time = may_have_stopped && stop.lo <= good.hi;
  const bool stopped_late = may_have_stopped && stop.hi > good.lo;
  const bool in_time = running_in_time || stopped_in_time;
  if (in_time && (overdue || stopped_late)) return {};
  if (overdue && stopped_late) return {};
  if (overdue) return breach_since(due.due, as_at);
  if (stopped_late) {
    const bool exact = stop.is_exact() && due.due.is_exact();
    return {Verdict::met_late, true, !exact, stop.lo - due.due.hi};
  }
  const bool amber = running_in_time && !due.amber_from.is_absent() && as_at >= due.amber_from.lo;
  return {amber ? Verdict::due_soon : Verdict::on_track, false, false, 0};
}

}  // namespace tidemark
