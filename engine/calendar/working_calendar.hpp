// WorkingCalendar: which days are working days in England and Wales, from data in
// rules/calendars/, with the days between which that data is known to be complete. Built once,
// then read by any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/school_terms.hpp"

namespace tidemark {

class WorkingCalendar {
 public:
  WorkingCalendar() = default;
  // `holidays` in any order; known_from and known_to are the first and last day they cover.
  WorkingCalendar(std::string name, Day known_from, Day known_to, std::vector<Day> holidays);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Day known_from() const { return known_from_; }
  [[nodiscard]] Day known_to() const { return known_to_; }
  [[nodiscard]] const std::vector<Day>& holidays() const { return holidays_; }
  [[nodiscard]] bool is_working_day(Day day) const;

  // The nth working day after `start` (before it, for negative n); the start is day 0 and never
  // counts. Nothing where the calendar is not known for every day passed over.
  [[nodiscard]] std::optional<Day> add_working_days(Day start, int n) const;
  // The same in school days: days of a term that are working days and on which schools are open.
  [[nodiscard]] std::optional<Day> add_school_days(Day start, int n) const;

  [[nodiscard]] const SchoolTerms& school() const { return school_; }
  [[nodiscard]] WorkingCalendar with_school(SchoolTerms terms) const;

 private:
  std::string name_;
  Day known_from_ = 0;
  Day known_to_ = -1;  // an empty calendar knows no day
  std::vector<Day> holidays_;
  SchoolTerms school_;
};

}  // namespace tidemark
