// Date: the interval of days that a date could be, both ends included, and whether there may be no
// such date at all. Known: [d, d]. Unknown: every day. Absent ("no second review has been held"):
// no day. Comparisons answer yes, no or unknown; nothing is before, after or equal to an absent
// date. Values only.
#pragma once

#include <algorithm>
#include <limits>
#include <string>

#include "calendar/day.hpp"
#include "calendar/truth.hpp"

namespace tidemark {

constexpr Day k_earliest = std::numeric_limits<Day>::min();  // open to the past
constexpr Day k_latest = std::numeric_limits<Day>::max();    // open to the future

struct Date {
  Day lo = k_earliest;
  Day hi = k_latest;
  bool may_be_absent = false;

  static constexpr Date known(Day d) { return {d, d, false}; }
  static constexpr Date unknown() { return {k_earliest, k_latest, false}; }
  static constexpr Date absent() { return {k_latest, k_earliest, true}; }
  static constexpr Date between(Day lo, Day hi) { return {lo, hi, false}; }
  // There may or may not be such a fact, and nothing is known of when.
  static constexpr Date undecided() { return {k_earliest, k_latest, true}; }

  [[nodiscard]] constexpr bool is_absent() const { return lo > hi; }
  [[nodiscard]] constexpr bool is_exact() const { return lo == hi && !may_be_absent; }
  // Present for certain but nothing is known of when.
  [[nodiscard]] constexpr bool is_unknown() const {
    return lo == k_earliest && hi == k_latest && !may_be_absent;
  }
  friend constexpr bool operator==(const Date&, const Date&) = default;
};

// Every day that either could be.
[[nodiscard]] constexpr Date hull(const Date& a, const Date& b) {
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi), a.may_be_absent || b.may_be_absent};
}

[[nodiscard]] constexpr Truth before(const Date& a, const Date& b) {
  if (a.is_absent() || b.is_absent() || a.lo >= b.hi) return Truth::no;
  const bool certain = a.hi < b.lo && !a.may_be_absent && !b.may_be_absent;
  return certain ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth on_or_before(const Date& a, const Date& b) {
  if (a.is_absent() || b.is_absent() || a.lo > b.hi) return Truth::no;
  const bool certain = a.hi <= b.lo && !a.may_be_absent && !b.may_be_absent;
  return certain ? Truth::yes : Truth::unknown;
}
[[nodiscard]] constexpr Truth same_day(const Date& a, const Date& b) {
  if (a.is_absent() || b.is_absent() || a.lo > b.hi || b.lo > a.hi) return Truth::no;
  return a.is_exact() && b.is_exact() ? Truth::yes : Truth::unknown;
}

// Is the date on record? A blank that means "unknown" is not known; a fact that may or may not
// exist cannot be decided.
[[nodiscard]] constexpr Truth is_known(const Date& a) {
  if (a.is_absent() || a.is_unknown()) return Truth::no;
  return a.may_be_absent ? Truth::unknown : Truth::yes;
}

// The earliest / latest of two; an absent date does not take part.
[[nodiscard]] Date earliest_of(const Date& a, const Date& b);
[[nodiscard]] Date latest_of(const Date& a, const Date& b);

// As findings.csv spells it: "2021-04-01", "2021-04-01..2021-04-30", "..2021-04-01" (open sides
// empty), "" for absent.
[[nodiscard]] std::string text_of(const Date& d);
// As a sentence spells it: "1 Apr 2021", "on or before 1 Apr 2021", "between .. and ..",
// "date not known", "none".
[[nodiscard]] std::string words_of(const Date& d);

}  // namespace tidemark
