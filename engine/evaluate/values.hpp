// What expressions come to for one child: numbers, codes and rows that may be uncertain. Dates and
// truths are in calendar/. Plain values; row lists lie in the evaluator's arena until the next
// child.
#pragma once

#include <cstdint>
#include <limits>

#include "calendar/date.hpp"
#include "snapshot/cell.hpp"

namespace tidemark {

// Is the date on record? A blank cell is some day up to the as-at day, which says nothing.
[[nodiscard]] constexpr bool says_nothing(const Date& date, Day as_at) {
  return date.lo == k_earliest && date.hi >= as_at && !date.may_be_absent;
}
[[nodiscard]] constexpr Truth on_record(const Date& date, Day as_at) {
  return says_nothing(date, as_at) ? Truth::no : is_known(date);
}

// Every number it could be, both ends included.
struct Number {
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
  bool may_be_absent = false;

  static constexpr Number known(double n) { return {n, n, false}; }
  static constexpr Number absent() {
    return {std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
            true};
  }
  [[nodiscard]] constexpr bool is_absent() const { return lo > hi; }
  [[nodiscard]] constexpr bool is_exact() const { return lo == hi && !may_be_absent; }
  // There is such a number but nothing is known of it.
  [[nodiscard]] constexpr bool is_unknown() const {
    return lo == -std::numeric_limits<double>::infinity() &&
           hi == std::numeric_limits<double>::infinity() && !may_be_absent;
  }
};

// The content of a code, flag, text or id cell: one of two values, or anything.
struct CodeValue {
  Cell a = k_cell_unknown;  // k_cell_unknown: it could be anything; k_cell_absent: there is none
  Cell b = k_cell_unknown;  // the other value it could be; equal to a when there is no other
  bool may_be_absent = false;

  static constexpr CodeValue known(Cell c) { return {c, c, false}; }
  static constexpr CodeValue unknown() { return {}; }
  static constexpr CodeValue absent() { return {k_cell_absent, k_cell_absent, true}; }
  [[nodiscard]] constexpr bool is_absent() const { return a == k_cell_absent; }
  // It could be anything; with may_be_absent perhaps there is none, or it is on record elsewhere.
  [[nodiscard]] constexpr bool is_unknown() const { return a == k_cell_unknown; }
};

// Some rows of one case table of the child, a bit a row. `possible` contains `definite`.
struct Rows {
  const std::uint64_t* definite = nullptr;
  const std::uint64_t* possible = nullptr;
  std::uint32_t count = 0;  // rows of the table (bits), not of the set
  std::int16_t table = -1;
  bool unseen = false;         // there may be rows of this kind that nobody supplied
  bool unseen_before = false;  // ... but only earlier than those seen

  [[nodiscard]] std::uint32_t words() const { return (count + 63) / 64; }
  [[nodiscard]] bool is_definite(std::uint32_t row) const {
    return ((definite[row / 64] >> (row % 64)) & 1U) != 0;
  }
  [[nodiscard]] bool is_possible(std::uint32_t row) const {
    return ((possible[row / 64] >> (row % 64)) & 1U) != 0;
  }
};

// One row, or none; several candidates where the record leaves it open which.
struct Row {
  const std::uint32_t* others = nullptr;  // candidates after the first
  std::uint32_t row = 0;                  // the first candidate
  std::uint32_t candidates = 0;
  std::int16_t table = -1;
  bool may_be_absent = false;
  bool unseen = false;  // it may be a row that nobody supplied

  [[nodiscard]] std::uint32_t candidate(std::uint32_t i) const {
    return i == 0 ? row : others[i - 1];
  }
};

// An unbroken run of periods.
struct Run {
  Date from = Date::absent();
  Date to = Date::absent();
  Truth exists = Truth::no;
};

// Days after `lo` up to and including `hi`.
struct Window {
  Date lo;
  Date hi;
};

struct Value {
  union {
    Truth truth;
    Date date;
    Number number;
    CodeValue code;
    Rows rows;
    Row row;
    Run run;
    Window window;
  };
  Value() : truth(Truth::unknown) {}
};

}  // namespace tidemark
