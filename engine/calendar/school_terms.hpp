// SchoolTerms: when schools are open. There is no national calendar: a council supplies the days of
// its own terms, and where it did not, nothing can be said. Built once, then read by any thread.
#pragma once

#include <optional>
#include <vector>

#include "calendar/date.hpp"

namespace tidemark {

struct DaySpan {  // both ends included
  Day from = 0;
  Day to = 0;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

class SchoolTerms {
 public:
  SchoolTerms() = default;
  // Terms in any order, not overlapping; `closed`: half-terms and single days without school.
  SchoolTerms(std::vector<DaySpan> terms, std::vector<DaySpan> closed);

  [[nodiscard]] const std::vector<DaySpan>& terms() const { return terms_; }
  [[nodiscard]] const std::vector<DaySpan>& closed() const { return closed_; }
  // In a term and not closed. Weekends and bank holidays are not known here.
  [[nodiscard]] bool is_open(Day day) const;
  // The first and last day of the term that holds the date, or of the last one begun before it.
  // Nothing is known before the first term and after the last day of the last one.
  [[nodiscard]] Date start_of_term(const Date& date) const;
  [[nodiscard]] Date end_of_term(const Date& date) const;
  [[nodiscard]] bool knows(Day day) const;

 private:
  [[nodiscard]] const DaySpan* term_of(Day day) const;
  std::vector<DaySpan> terms_;
  std::vector<DaySpan> closed_;
};

}  // namespace tidemark
