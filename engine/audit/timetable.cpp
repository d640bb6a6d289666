#include "audit/timetable.hpp"

#include <algorithm>
#include <cstdlib>

#include "audit/day_patterns.hpp"

namespace tidemark {

namespace {

constexpr Day k_furthest = 800;  // the rarest pattern, a fifth Monday, comes several times a year
constexpr int k_most_offset = 100;  // days before or after a panel date

struct Offset {
  int days = 0;
  bool working = false;
};

// "on each panel date", "five working days before each panel date".
std::optional<Offset> offset_of(DayWords& words) {
  Offset offset;
  if (!words.accept("on")) {
    const DayWords before = words;
    const auto number = words.number();
    if (!number || *number < 1 || *number > k_most_offset) {
      words = before;
      words.complain("a number of days from 1 to 100 should stand here");
      return std::nullopt;
    }
    offset.working = words.accept("working");
    if (!words.accept_one_of({"day", "days"})) {
      words.complain("\"days\" or \"working days\" should stand here");
      return std::nullopt;
    }
    if (words.accept("before")) {
      offset.days = -*number;
    } else if (words.accept("after")) {
      offset.days = *number;
    } else {
      words.complain("\"before each panel date\" or \"after each panel date\" should stand here");
      return std::nullopt;
    }
  }
  if (!words.accept_one_of({"each", "every", "the"})) {
    words.complain("\"each panel date\" should stand here");
    return std::nullopt;
  }
  if (!words.expect("panel") || !words.accept_one_of({"date", "day"})) {
    words.complain("\"panel date\" should stand here");
    return std::nullopt;
  }
  return offset;
}

std::optional<bool> is_panel(const PanelDates& dates, Day day, const WorkingCalendar& calendar) {
  if (std::find(dates.listed.begin(), dates.listed.end(), day) != dates.listed.end()) return true;
  return dates.pattern ? dates.pattern->holds(day, calendar) : false;
}

bool counts_from_panel(DayWords words) {
  return words.peek() == "on" || words.number().has_value();
}

}  // namespace

std::string iso(const LocalTime& time) {
  const auto two_digits = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return iso(time.day) + " " + two_digits(time.minute / 60) + ":" + two_digits(time.minute % 60);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  if (text.size() != 16 || text[10] != ' ') return std::nullopt;
  const auto day = parse_iso(text.substr(0, 10));
  const auto minute = DayWords(text.substr(11)).time();
  if (!day || !minute) return std::nullopt;
  return LocalTime{*day, *minute};
}

std::shared_ptr<const DayPattern> read_day_pattern(std::string_view text, WordsNotUnderstood& why) {
  DayWords words(text);
  auto pattern = pattern_of(words);
  if (pattern && !words.at_end()) words.complain("the words should end here");
  const auto& complaint = words.complaint();
  if (!complaint) return pattern;
  why = *complaint;
  return nullptr;
}

std::optional<Timetable> Timetable::read(std::string_view text, WordsNotUnderstood& why) {
  DayWords words(text);
  Timetable table;
  if (counts_from_panel(words)) {
    if (const auto offset = offset_of(words)) {
      table.offset_ = offset->days;
      table.in_working_days_ = offset->working;
    }
  } else {
    table.days_ = pattern_of(words);
  }
  words.accept("at");
  if (const auto minute = words.time()) {
    table.minute_ = *minute;
  } else {
    words.complain("a time from 00:00 to 23:59 should stand here");
  }
  if (!words.at_end()) words.complain("the words should end here");
  const auto& complaint = words.complaint();
  if (!complaint) return table;
  why = *complaint;
  return std::nullopt;
}

std::optional<Day> next_panel(const PanelDates& dates, Day from, const WorkingCalendar& calendar) {
  if (!dates.any()) return std::nullopt;
  for (Day day = from; day < from + k_furthest; ++day) {
    const auto is = is_panel(dates, day, calendar);
    if (!is) return std::nullopt;
    if (*is) return day;
  }
  return std::nullopt;
}

bool Timetable::asks_for_panel_dates() const {
  return !days_;
}

void Timetable::set_panel_dates(PanelDates dates) {
  panels_ = std::move(dates);
}

std::optional<bool> Timetable::falls_on(Day day, const WorkingCalendar& calendar) const {
  if (days_) return days_->holds(day, calendar);
  if (!in_working_days_) return is_panel(panels_, day - offset_, calendar);
  // The panel date lies so many working days away, whatever holidays come between.
  const int away = std::abs(offset_);
  const int direction = offset_ < 0 ? 1 : -1;
  for (int days = away; days <= away * 2 + 15; ++days) {
    const Day panel = day + direction * days;
    const auto is = is_panel(panels_, panel, calendar);
    if (is && !*is) continue;
    const auto counted = calendar.add_working_days(panel, offset_);
    if (!is || !counted) return std::nullopt;
    if (*counted == day) return true;
  }
  return false;
}

Timetable::Next Timetable::next_after(const LocalTime& moment,
                                      const WorkingCalendar& calendar) const {
  const Day begin = moment.minute < minute_ ? moment.day : moment.day + 1;
  for (Day day = begin; day < begin + k_furthest; ++day) {
    const auto falls = falls_on(day, calendar);
    if (!falls) {
      return {std::nullopt, "the working days of the calendar are known only from " +
                                in_words(calendar.known_from()) + " to " +
                                in_words(calendar.known_to())};
    }
    if (*falls) return {LocalTime{day, minute_}, ""};
  }
  if (days_) return {std::nullopt, "no such day comes in the next two years"};
  return {std::nullopt, "no panel date is listed for the next two years"};
}

std::vector<LocalTime> Timetable::due_between(const LocalTime& after, const LocalTime& until,
                                              const WorkingCalendar& calendar) const {
  std::vector<LocalTime> due;
  for (LocalTime at = after;;) {
    const Next next = next_after(at, calendar);
    if (!next.time || *next.time > until) return due;
    due.push_back(*next.time);
    at = *next.time;
  }
}

std::optional<LocalTime> Timetable::latest_due(const LocalTime& after, const LocalTime& until,
                                               const WorkingCalendar& calendar) const {
  for (LocalTime at{until.minute < minute_ ? until.day - 1 : until.day, minute_}; at > after;
       --at.day) {
    if (falls_on(at.day, calendar) == std::optional(true)) return at;
  }
  return std::nullopt;
}

}  // namespace tidemark
