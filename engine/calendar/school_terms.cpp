#include "calendar/school_terms.hpp"

#include <algorithm>
#include <utility>

namespace tidemark {
namespace {

bool by_start(const DaySpan& a, const DaySpan& b) {
  return a.from < b.from;
}

}  // namespace

SchoolTerms::SchoolTerms(std::vector<DaySpan> terms, std::vector<DaySpan> closed)
    : terms_(std::move(terms)), closed_(std::move(closed)) {
  std::sort(terms_.begin(), terms_.end(), by_start);
  std::sort(closed_.begin(), closed_.end(), by_start);
}

bool SchoolTerms::knows(Day day) const {
  return !terms_.empty() && day >= terms_.front().from && day <= terms_.back().to;
}

const DaySpan* SchoolTerms::term_of(Day day) const {
  if (!knows(day)) return nullptr;
  const auto after = std::upper_bound(terms_.begin(), terms_.end(), DaySpan{day, day}, by_start);
  return &*(after - 1);
}

bool SchoolTerms::is_open(Day day) const {
  const DaySpan* term = term_of(day);
  if (term == nullptr || day > term->to) return false;
  return std::none_of(closed_.begin(), closed_.end(),
                      [&](const DaySpan& c) { return day >= c.from && day <= c.to; });
}

Date SchoolTerms::start_of_term(const Date& date) const {
  if (date.is_absent()) return date;
  const DaySpan* first = term_of(date.lo);
  const DaySpan* last = term_of(date.hi);
  return {first == nullptr ? k_earliest : first->from, last == nullptr ? k_latest : last->from,
          date.may_be_absent};
}

Date SchoolTerms::end_of_term(const Date& date) const {
  if (date.is_absent()) return date;
  const DaySpan* first = term_of(date.lo);
  const DaySpan* last = term_of(date.hi);
  return {first == nullptr ? k_earliest : first->to, last == nullptr ? k_latest : last->to,
          date.may_be_absent};
}

}  // namespace tidemark
