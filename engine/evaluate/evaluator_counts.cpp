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

// Days of the window on which at least one of the periods is in force: a period is in force from
// its first day up to the day before it ends.
Number Evaluator::days_within(const Rows& rows, const Window& window) {
  if (window.lo.is_absent() || window.hi.is_absent()) return Number::absent();
  // In 64 bits: an open side is the first or last day there is.
  const auto covered = [&](bool widest) {
    std::int64_t total = 0;
    std::int64_t done = widest ? window.lo.lo : window.lo.hi;
    const std::int64_t last = widest ? window.hi.hi : window.hi.lo;
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      if (!(widest ? rows.is_possible(at) : rows.is_definite(at))) continue;
      const Date begins = case_->date_at(rows.table, k_from, at);
      const Date ends = case_->date_at(rows.table, k_to, at);
      const std::int64_t first = std::max<std::int64_t>(widest ? begins.lo : begins.hi, done + 1);
      std::int64_t end = last;
      if (!ends.is_absent() && !(widest && ends.may_be_absent)) {
        end = std::min(last, std::int64_t{widest ? ends.hi : ends.lo} - 1);
      }
      if (end < first) continue;
      total += end - first + 1;
      done = end;
    }
    return static_cast<double>(total);
  };
  note_rows(rows);
  note_unseen(rows);
  const bool unseen = rows.unseen || rows.unseen_before;
  return {covered(false), unseen ? k_infinite : covered(true),
          window.lo.may_be_absent || window.hi.may_be_absent};
}

}  // namespace tidemark
