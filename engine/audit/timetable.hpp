// Timetable: at what times a job is due, as a person wrote it down: "every Monday 06:00", "third
// working day of the month 06:00", "five working days before each panel date 17:30". Times are
// those of the wall clock where the program runs; whoever reads that clock turns it into a
// LocalTime. Pure functions; no clock is read. Built once, then read by any thread.
#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "calendar/working_calendar.hpp"

namespace tidemark {

struct LocalTime {
  Day day = 0;
  int minute = 0;  // of the day: 0 to 1439
  friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};
[[nodiscard]] std::string iso(const LocalTime& time);  // "2026-11-23 06:00"
[[nodiscard]] std::optional<LocalTime> parse_local_time(std::string_view text);

// Where in the text the words were not understood, and why.
struct WordsNotUnderstood {
  int column = 1;       // of the text, from 1; in bytes
  std::string message;  // one sentence, without the place
};

// Does a day belong? Nothing where the calendar of working days does not reach.
class DayPattern {
 public:
  virtual ~DayPattern() = default;
  [[nodiscard]] virtual std::optional<bool> holds(Day day,
                                                  const WorkingCalendar& calendar) const = 0;
};

// The days of the panel: those that are listed, and those of a pattern ("first Tuesday of the
// month").
struct PanelDates {
  std::vector<Day> listed;
  std::shared_ptr<const DayPattern> pattern;  // may be empty
  [[nodiscard]] bool any() const { return !listed.empty() || pattern; }
};

// "first Tuesday of the month", "every Monday": the words of a timetable without their time.
[[nodiscard]] std::shared_ptr<const DayPattern> read_day_pattern(std::string_view text,
                                                                 WordsNotUnderstood& why);

// The first panel date on or after a day; nothing where none is known.
[[nodiscard]] std::optional<Day> next_panel(const PanelDates& dates, Day from,
                                            const WorkingCalendar& calendar);

class Timetable {
 public:
  // Nothing where the words are not understood; then `why` says it.
  [[nodiscard]] static std::optional<Timetable> read(std::string_view text,
                                                     WordsNotUnderstood& why);

  [[nodiscard]] bool asks_for_panel_dates() const;
  void set_panel_dates(PanelDates dates);

  struct Next {
    std::optional<LocalTime> time;
    std::string why_none;  // where there is none: one sentence
  };
  // The first time after the moment. None where the calendar or the panel dates end before.
  [[nodiscard]] Next next_after(const LocalTime& moment, const WorkingCalendar& calendar) const;
  // After `after`, up to and with `until`; in order.
  [[nodiscard]] std::vector<LocalTime> due_between(const LocalTime& after, const LocalTime& until,
                                                   const WorkingCalendar& calendar) const;
  // The one run that stands for all times that were missed: the latest of them.
  [[nodiscard]] std::optional<LocalTime> latest_due(const LocalTime& after, const LocalTime& until,
                                                    const WorkingCalendar& calendar) const;

 private:
  [[nodiscard]] std::optional<bool> falls_on(Day day, const WorkingCalendar& calendar) const;

  std::shared_ptr<const DayPattern> days_;  // of the job, or empty: counted from the panel dates
  PanelDates panels_;
  int offset_ = 0;  // days after (before, where negative) each panel date
  bool in_working_days_ = false;
  int minute_ = 0;
};

}  // namespace tidemark
