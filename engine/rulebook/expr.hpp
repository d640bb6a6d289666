// Expr: what a rule's Lua builds. A rule file does not read a child; it builds these nodes, and
// evaluate/ runs them for every child. Equal expressions are one node (hash-consed), so a shared
// word is computed once a child. Built while rules load, then read by any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "calendar/span.hpp"
#include "snapshot/cell.hpp"

namespace tidemark {

using ExprId = std::int32_t;
constexpr ExprId k_no_expr = -1;

enum class Type : std::uint8_t {
  truth,
  date,
  number,
  value,   // a code, flag, text or id cell
  rows,    // rows of one case table
  row,     // one row, or none
  run,     // an unbroken run of periods: it has `from` and `to`
  window,  // days after `lo` up to and including `hi`
};

// a, b, c are args in order. Binder 0 is the row of the rule's `each` (`this`). A where_rows or
// unbroken has a binder higher than any inside it, so that equal expressions have equal binders
// wherever they stand, and an inner loop never overwrites the row of an outer one.
enum class Op : std::uint8_t {
  // truth
  constant_truth,  // codes[0]: 0 or 1; no code: not decided, for the reason in texts[0]
  all_of,
  any_of,
  none_of,        // args: truths
  value_is,       // a: value; codes (code, flag) or texts (text, id): one of them
  value_is_not,   // a: value: known to be none of them
  includes,       // a: a code_set value; codes: it holds one of them
  text_contains,  // a: a text value; texts, in lower case: it has one of them somewhere
  same_value,     // a, b: values
  is_known,
  is_missing,  // a: date, number, value, row, run
  before,
  after,
  on_or_before,
  on_or_after,
  same_day,  // a, b: dates
  during,    // a: date; b: window
  at_least,
  more_than,
  at_most,
  under,
  equals,    // a, b: numbers
  any_rows,  // a: rows
  supplied,  // table: did it come?
  // date
  constant_day,  // day
  as_at,
  period_start,  // first day of the period; only in measures
  date_field,    // a: row or run (k_no_expr never); table, field
  shift_forward,
  shift_back,  // a: date; span
  earliest_of,
  latest_of,    // args: dates; absent ones take no part
  first_known,  // args: dates or values: the first that is known
  either_of,    // args: dates or values of two sources: all that any could be
  earliest_in,
  latest_in,  // a: rows; field: of that date in the rows; absent ones take no part
  nth_day,    // a: rows of periods; b: window; number: the day on which they have covered so many
  term_start,
  term_end,  // a: date: of the school term that holds it, or of the last one begun
  // number
  constant_number,  // number
  number_field,     // a: row
  plus,
  minus,           // a, b: numbers
  days_between,    // a, b: dates: b - a
  years_between,   // a: date of birth, b: date: completed years (birthday on 1 March for 29 Feb)
  count_rows,      // a: rows
  count_distinct,  // a: rows; field
  count_codes,     // a: a code_set value
  sum_in,          // a: rows; field: a number; blank: it could be anything
  percent_of,      // a, b: numbers: a as a percentage of b; unknown where b may be 0 or less
  days_within,     // a: rows of periods; b: window: days of the window that they cover together
  // value
  value_field,  // a: row; table, field
  // rows
  all_rows,         // table
  where_rows,       // a: rows; b: truth in which binder `binder` is the row
  starting_within,  // a: rows; b: window: from / on lies in it
  touching,         // a: rows of periods; b: window: in force on a day of it
  since,            // a: rows; b: date: from / on is that day or later
  // row
  current,  // a: rows of periods: the latest to start of those in force at the as-at day
  latest,
  earliest,   // a: rows
  nth,        // a: rows; number: the nth in date order, from 1
  bound_row,  // binder: the row of an enclosing where_rows or of the rule's `each`
  // run
  unbroken,  // a: rows of periods; b: truth over binder: the run up to the current row
             // (to the latest row, if none is current)
  // window
  window,         // a: date (first day outside), b: date (last day inside)
  window_closed,  // a: date (first day inside), b: date (last day inside)
  // any type
  choose,   // args: condition, value, condition, value, ..., otherwise
  compute,  // index into Rulebook::computes: a Lua function run in the sandbox
};

struct Position {
  int file = -1;  // index into Rulebook::files
  int line = 0;
};

struct Expr {
  Op op = Op::constant_truth;
  Type type = Type::truth;
  std::vector<ExprId> args;
  int table = -1;
  int field = -1;
  int binder = -1;
  Day day = 0;
  double number = 0;
  Span span;
  int setting = -1;                // index into Rulebook::settings where span or number is one
  std::vector<Cell> codes;         // sorted code indexes
  std::vector<std::string> texts;  // sorted
  int compute = -1;
  // Not part of its identity:
  Position at;       // where it was first written
  std::string word;  // the shared word of rules/lib that it is, if any
};

// A where_rows or unbroken gets its number when its body is known; until then, one from here up.
constexpr int k_first_open_binder = 1000;

class ExprPool {
 public:
  [[nodiscard]] ExprId add(Expr expr);  // an equal node if there is one
  [[nodiscard]] const Expr& operator[](ExprId id) const {
    return nodes_[static_cast<std::size_t>(id)];
  }
  void name(ExprId id, const std::string& word);  // keeps the first name given
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] int new_binder() { return binders_++; }
  [[nodiscard]] int binders() const { return binders_; }  // every binder is below this
  // What a node and everything below it come to; bounded while a file is read, because shared parts
  // can make a short rule unfold into something endless.
  struct Extent {
    int depth = 1;
    std::int64_t size = 1;   // nodes, each counted as often as it stands there
    int highest_binder = 0;  // of where_rows and unbroken
    bool uses_this = false;  // binder 0
    std::vector<int> open;   // binders of functions that are not finished yet
  };
  [[nodiscard]] const Extent& extent(ExprId id) const {
    return extents_[static_cast<std::size_t>(id)];
  }
  // The expression with binder `to` in place of the open binder `from`.
  [[nodiscard]] ExprId rebind(ExprId id, int from, int to);
  // A pool of only what `roots` rest on; the new id of each node by its old one (k_no_expr: gone).
  [[nodiscard]] std::vector<ExprId> keep_only(const std::vector<ExprId>& roots);

 private:
  [[nodiscard]] std::size_t bucket_of(const Expr& expr) const;
  void grow();
  [[nodiscard]] Extent measure(const Expr& expr) const;

  std::vector<Expr> nodes_;
  std::vector<std::vector<ExprId>> buckets_;
  std::vector<Extent> extents_;
  int binders_ = 0;
};

}  // namespace tidemark
