// Counts over sets of rows of the evaluator: intervals, as rows may be open or unseen.
#include <algorithm>
#include <bit>

#include "evaluate/evaluator.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;
constexpr int k_to = 1;
constexpr double k_infinite = std::numeric_limits<double>::infinity();

std::uint32_t population(const std::uint64_t* words, std::uint32_t n) {
  int total = 0;
  for (std::uint32_t i = 0; i < n; ++i) total += std::popcount(words[i]);
  return static_cast<std::uint32_t>(total);
}

}  // namespace

Number Evaluator::count(const Rows& rows) {
  note_rows(rows);
  note_unseen(rows);
  const double lo = population(rows.definite, rows.words());
  const double hi = population(rows.possible, rows.words());
  return {lo, rows.unseen || rows.unseen_before ? k_infinite : hi, false};
}

// Different known values; a blank one may be any of them or another.
Number Evaluator::count_distinct(const Rows& rows, int field) {
  std::vector<Cell> seen;
  std::uint32_t blank = 0;
  bool some_value = false;  // of a row that is there for certain, though not known which
  std::vector<Cell> maybe;
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (!rows.is_possible(at)) continue;
    const CodeValue value = cell_code(rows.table, field, at);
    if (value.a == value.b && !value.is_unknown() && !value.is_absent()) {
      (rows.is_definite(at) ? seen : maybe).push_back(value.a);
    } else if (!value.is_absent()) {
      ++blank;
      some_value = some_value || (rows.is_definite(at) && !value.may_be_absent);
    }
  }
  note_unseen(rows);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  const double lo = seen.empty() && some_value ? 1.0 : static_cast<double>(seen.size());
  std::sort(maybe.begin(), maybe.end());
  maybe.erase(std::unique(maybe.begin(), maybe.end()), maybe.end());
  double hi = static_cast<double>(seen.size()) + blank;
  for (const Cell c : maybe) hi += std::binary_search(seen.begin(), seen.end(), c) ? 0 : 1;
  return {lo, rows.unseen || rows.unseen_before ? k_infinite : hi, false};
}

// The days of a window on which at least one of the periods is in force, counted in order: a period
// is in force from its first day up to the day before it ends. `widest`: all that may be covered,
// else only what is covered for certain. In 64 bits: an open side is the first or last day there
// is.
class Evaluator::Covered {
 public:
  Covered(const ChildCase& child_case, const Rows& rows, const Window& window, bool widest)
      : case_(child_case), rows_(rows), widest_(widest) {
    done_ = widest ? window.lo.lo : window.lo.hi;
    last_ = widest ? window.hi.hi : window.hi.lo;
  }

  [[nodiscard]] double days() {
    std::int64_t total = 0;
    for (std::uint32_t at = 0; at < rows_.count; ++at) total += next(at);
    return static_cast<double>(total);
  }
  // The day on which the nth day is reached, k_latest where it never is.
  [[nodiscard]] Day day(std::int64_t n) {
    std::int64_t total = 0;
    for (std::uint32_t at = 0; at < rows_.count; ++at) {
      const std::int64_t added = next(at);
      if (total + added >= n) return static_cast<Day>(done_ - (total + added - n));
      total += added;
    }
    return k_latest;
  }

 private:
  // Days that this row adds to those before it.
  std::int64_t next(std::uint32_t at) {
    if (!(widest_ ? rows_.is_possible(at) : rows_.is_definite(at))) return 0;
    const Date begins = case_.date_at(rows_.table, k_from, at);
    const Date ends = case_.date_at(rows_.table, k_to, at);
    const std::int64_t first = std::max<std::int64_t>(widest_ ? begins.lo : begins.hi, done_ + 1);
    std::int64_t end = last_;
    if (!ends.is_absent() && !(widest_ && ends.may_be_absent)) {
      end = std::min(last_, std::int64_t{widest_ ? ends.hi : ends.lo} - 1);
    }
    if (end < first) return 0;
    done_ = end;
    return end - first + 1;
  }

  const ChildCase& case_;
  const Rows& rows_;
  bool widest_;
  std::int64_t done_ = 0;
  std::int64_t last_ = 0;
};

Number Evaluator::days_within(const Rows& rows, const Window& window) {
  if (window.lo.is_absent() || window.hi.is_absent()) return Number::absent();
  note_rows(rows);
  note_unseen(rows);
  const bool unseen = rows.unseen || rows.unseen_before;
  return {Covered(*case_, rows, window, false).days(),
          unseen ? k_infinite : Covered(*case_, rows, window, true).days(),
          window.lo.may_be_absent || window.hi.may_be_absent};
}

// The day on which the periods have covered n days of the window; absent where they never do.
Date Evaluator::nth_day(const Rows& rows, const Window& window, std::int64_t n) {
  if (window.lo.is_absent() || window.hi.is_absent()) return Date::absent();
  note_rows(rows);
  note_unseen(rows);
  const bool unseen = rows.unseen || rows.unseen_before;
  const Day soonest = unseen ? k_earliest : Covered(*case_, rows, window, true).day(n);
  if (soonest == k_latest) return Date::absent();
  const Day latest = Covered(*case_, rows, window, false).day(n);
  const bool open = window.lo.may_be_absent || window.hi.may_be_absent || latest == k_latest;
  return {soonest, latest, open};
}

// A number of a row that may not belong may be missing from the sum; an absent one adds nothing.
Number Evaluator::sum_in_rows(const Rows& rows, int field) {
  Number sum = Number::known(0);
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (!rows.is_possible(at)) continue;
    const Number value = cell_number(rows.table, field, at);
    if (value.is_absent()) continue;
    const bool certain = rows.is_definite(at) && !value.may_be_absent;
    sum.lo += certain ? value.lo : std::min(0.0, value.lo);
    sum.hi += certain ? value.hi : std::max(0.0, value.hi);
  }
  note_rows(rows);
  note_unseen(rows);
  if (rows.unseen || rows.unseen_before) return {-k_infinite, k_infinite, false};
  return sum;
}

Number Evaluator::count_codes(const CodeValue& set) {
  if (set.is_absent()) return Number::absent();
  if (set.is_unknown()) return {0, k_infinite, set.may_be_absent};
  const auto size = [](Cell codes) {
    return static_cast<double>(std::popcount(static_cast<std::uint32_t>(codes)));
  };
  const double a = size(set.a);
  const double b = size(set.b);
  return {std::min(a, b), std::max(a, b), set.may_be_absent};
}

}  // namespace tidemark
