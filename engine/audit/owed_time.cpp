#include "audit/owed_time.hpp"

#include <algorithm>

namespace tidemark {

namespace {

constexpr Day k_look_back = 400;  // a job that never ran is due for the latest of its times
constexpr int k_minutes_a_day = 1440;
constexpr int k_minutes_an_hour = 60;

LocalTime long_before(const LocalTime& time) {
  return {time.day - k_look_back, 0};
}

}  // namespace

LocalTime later_by(const LocalTime& time, int minutes) {
  int minute = time.minute + minutes;
  Day days = minute / k_minutes_a_day;
  minute %= k_minutes_a_day;
  if (minute < 0) {
    minute += k_minutes_a_day;
    --days;
  }
  return {time.day + days, minute};
}

LocalTime time_before(const Timetable& when, const WorkingCalendar& calendar,
                      const LocalTime& time) {
  const LocalTime earliest = long_before(time);
  return when.latest_due(earliest, later_by(time, -1), calendar).value_or(earliest);
}

std::optional<OwedTime> owed_time(const Timetable& when, const WorkingCalendar& calendar,
                                  const std::vector<KeptTime>& kept, const LocalTime& now,
                                  int wait_hours, bool arrivals_answer) {
  const auto due = when.latest_due(long_before(now), now, calendar);
  if (!due) return std::nullopt;
  // Whatever ran at this time or later has answered it: the words may have been changed since.
  const LocalTime from = arrivals_answer ? later_by(time_before(when, calendar, *due), 1) : *due;
  const auto answers = [&](const KeptTime& one) {
    return one.has_run && one.due >= from && one.due <= now;
  };
  if (std::any_of(kept.begin(), kept.end(), answers)) return std::nullopt;
  OwedTime owed{*due, later_by(*due, wait_hours * k_minutes_an_hour), false};
  owed.was_said =
      std::any_of(kept.begin(), kept.end(), [&](const KeptTime& one) { return one.due == *due; });
  if (owed.was_said && now > owed.waits_until) return std::nullopt;
  return owed;
}

}  // namespace tidemark
