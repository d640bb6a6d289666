// OwedTime: the time of a job's timetable for which a run is still owed, told from what has already
// been kept of it. A time is answered by one run and never by two; a time that was said to go
// without its snapshot waits for one, but not for ever and not beyond the next time. Times that
// were missed are stood for by the latest. Pure functions; no clock is read.
#pragma once

#include <optional>
#include <vector>

#include "audit/timetable.hpp"

namespace tidemark {

// What was kept of a job: that it ran, or that it could not.
struct KeptTime {
  LocalTime due;
  bool has_run = false;
};

struct OwedTime {
  LocalTime due;
  LocalTime waits_until;  // once it has been said that there was nothing to run with
  bool was_said = false;  // so late, if it runs after all
};

// Nothing where no time has come in the last 400 days, where the latest is answered, and where it
// has waited for long enough. What is kept for times after `now` does not count: the clock was
// wrong then, or has been set back. A job that also runs on arrival has answered a time when it
// ran since the time before that (`arrivals_answer`).
[[nodiscard]] std::optional<OwedTime> owed_time(const Timetable& when,
                                                const WorkingCalendar& calendar,
                                                const std::vector<KeptTime>& kept,
                                                const LocalTime& now, int wait_hours,
                                                bool arrivals_answer);

// The latest time before this one, at most 400 days back; then that day.
[[nodiscard]] LocalTime time_before(const Timetable& when, const WorkingCalendar& calendar,
                                    const LocalTime& time);
[[nodiscard]] LocalTime later_by(const LocalTime& time, int minutes);

}  // namespace tidemark
