#include "calendar/span.hpp"

#include <array>
#include <optional>

namespace tidemark {
namespace {

constexpr Day k_first_written_day = -719162;  // 1 January 0001: earlier years have no ISO spelling
constexpr Day k_last_written_day = 2932896;   // 31 December 9999

// A date that runs out of the calendar is open on that side.
Day in_calendar(std::int64_t day) {
  if (day < k_first_written_day) return k_earliest;
  if (day > k_last_written_day) return k_latest;
  return static_cast<Day>(day);
}

Day add_many_months(Day start, std::int64_t months) {
  constexpr std::int64_t k_more_than_a_calendar = 120'000;
  if (months > k_more_than_a_calendar) return k_latest;
  if (months < -k_more_than_a_calendar) return k_earliest;
  return in_calendar(add_months(start, static_cast<int>(months)));
}

// `start` is a day of the calendar. `count` is signed. Nothing where no calendar says.
std::optional<Day> add(Day start, std::int64_t count, Unit unit, const WorkingCalendar& calendar) {
  switch (unit) {
    case Unit::days:
      return in_calendar(start + count);
    case Unit::weeks:
      return in_calendar(start + count * 7);
    case Unit::months:
      return add_many_months(start, count);
    case Unit::years:
      return add_many_months(start, count * 12);
    case Unit::working_days:
      return calendar.add_working_days(start, static_cast<int>(count));
    case Unit::school_days:
      return calendar.add_school_days(start, static_cast<int>(count));
  }
  return std::nullopt;
}

// One end of the interval; where nothing can be said, that side is open. Sound for one end by
// itself because adding a span never changes the order of two days.
Day shift_end(Day end, const Span& span, int sign, const WorkingCalendar& calendar, Day open) {
  if (end == k_earliest || end == k_latest) return end;
  const std::int64_t count = std::int64_t{span.count} * sign;
  if (count == 0) return end;
  // The start is day 1: what would be reached is reached one day sooner. Working days are counted
  // from the day before instead, so that a start on a day off is not counted.
  const int sooner = !span.counting_the_day ? 0 : (count > 0 ? -1 : 1);
  const bool counts_days_off = span.unit != Unit::working_days && span.unit != Unit::school_days;
  const Day from = counts_days_off ? end : end + sooner;
  const std::optional<Day> reached = add(from, count, span.unit, calendar);
  if (!reached) return open;
  if (*reached == k_earliest || *reached == k_latest) return *reached;
  return counts_days_off ? in_calendar(std::int64_t{*reached} + sooner) : *reached;
}

}  // namespace

Date shift(const Date& start, const Span& span, int sign, const WorkingCalendar& calendar) {
  if (start.is_absent()) return start;
  return {shift_end(start.lo, span, sign, calendar, k_earliest),
          shift_end(start.hi, span, sign, calendar, k_latest), start.may_be_absent};
}

std::string words_of(const Span& span) {
  constexpr std::array<const char*, 6> k_units{"day",  "week",        "month",
                                               "year", "working day", "school day"};
  std::string words =
      std::to_string(span.count) + ' ' + k_units[static_cast<std::size_t>(span.unit)];
  if (span.count != 1) words += 's';
  return span.counting_the_day ? words + " counting the day" : words;
}

}  // namespace tidemark
