// Sets of rows of the evaluator.
#include <algorithm>

#include "evaluate/filtering.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;  // field 0 of periods and events is the first date, field 1 the end
constexpr int k_to = 1;

Date day_after(Date date) {
  if (date.lo != k_earliest && date.lo != k_latest) ++date.lo;
  if (date.hi != k_latest && date.hi != k_earliest) ++date.hi;
  return date;
}

void set(std::uint64_t* words, std::uint32_t row) {
  words[row / 64] |= std::uint64_t{1} << (row % 64);
}

void fill(std::uint64_t* words, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count / 64; ++i) words[i] = ~std::uint64_t{0};
  if (count % 64 != 0) words[count / 64] = (std::uint64_t{1} << (count % 64)) - 1;
}

}  // namespace

void Evaluator::note_unseen(const Rows& rows) {
  if (trace_ != nullptr && (rows.unseen || rows.unseen_before)) trace_->note(rows.table, -1, 0);
}

// The rows of a set are evidence by their first field.
void Evaluator::note_rows(const Rows& rows) {
  if (trace_ == nullptr) return;
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (rows.is_possible(at)) trace_->note(rows.table, 0, at);
  }
}

Truth Evaluator::any(const Rows& rows) {
  std::uint64_t definite = 0;
  std::uint64_t possible = 0;
  for (std::uint32_t i = 0; i < rows.words(); ++i) {
    definite |= rows.definite[i];
    possible |= rows.possible[i];
  }
  note_rows(rows);
  if (definite != 0) return Truth::yes;
  note_unseen(rows);
  const bool open = possible != 0 || rows.unseen || rows.unseen_before;
  return open ? Truth::unknown : Truth::no;
}

// Every row of the table as at the day. A row whose first day is only partly known may begin after
// the as-at day, and one that got in by a blank code may not belong: such a row only may exist.
Rows Evaluator::all_rows(int table) {
  const CaseSlice& s = slice(table);
  Rows all;
  all.table = static_cast<std::int16_t>(table);
  all.count = s.count;
  all.unseen = s.supply != Supply::full && case_table(table).shape != Shape::facts;
  if (s.count == 0) return all;
  const std::uint32_t n = all.words();
  std::uint64_t* possible = words(n + 1);
  fill(possible, s.count);
  all.possible = possible;
  all.definite = possible;
  if (s.plain_dates) return all;
  std::uint64_t* definite = words(n + 1);
  std::copy(possible, possible + n, definite);
  const bool dated = all.count > 0 && is_date(case_table(table).fields[k_from].kind);
  for (std::uint32_t at = 0; at < s.count; ++at) {
    const Cell cell = dated ? case_->cell(table, k_from, at) : k_cell_unknown;
    const bool may_be_later =
        is_side(cell) &&
        case_->pools->dates[static_cast<std::size_t>(cell - k_cell_side)].hi > case_->as_at;
    const bool may_not_belong = s.maybe != nullptr && s.maybe[at] != 0;
    if (may_be_later || may_not_belong) definite[at / 64] &= ~(std::uint64_t{1} << (at % 64));
  }
  all.definite = definite;
  return all;
}

// While cells are noted the condition itself is walked, so that every cell is seen.
const RowFilter* Evaluator::filter_of(const PlanNode& node) const {
  return trace_ == nullptr && node.filter.has_value() ? &*node.filter : nullptr;
}

Truth Evaluator::holds_for(const PlanNode& node, Filtering& filtering, int table,
                           std::uint32_t at) {
  if (filtering.applies()) return filtering.holds(at);
  bound_[static_cast<std::size_t>(node.binder)] = {table, at, false};
  return truth(node.b);
}

Rows Evaluator::where_rows(const PlanNode& node) {
  const Rows from = rows(node.a);
  if (from.count == 0) return from;
  Rows result = from;
  const std::uint32_t n = from.words();
  std::uint64_t* definite = words(n + 1);
  std::uint64_t* possible = words(n + 1);
  std::fill_n(definite, n, 0);
  std::fill_n(possible, n, 0);
  const Bound outer = bound_[static_cast<std::size_t>(node.binder)];
  Filtering filtering(*this, filter_of(node), from.table);
  for (std::uint32_t at = 0; at < from.count; ++at) {
    if (!from.is_possible(at)) continue;
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth holds = holds_for(node, filtering, from.table, at);
    if (holds == Truth::no) {
      if (trace_ != nullptr) trace_->forget_since(mark);
      continue;
    }
    set(possible, at);
    if (holds == Truth::yes && from.is_definite(at)) set(definite, at);
  }
  bound_[static_cast<std::size_t>(node.binder)] = outer;
  result.definite = definite;
  result.possible = possible;
  return result;
}

// Does the row begin in the window (starting_within), or is it in force on a day of it (touching)?
// The day a period ends is the day its successor begins, so it counts for the successor.
Truth Evaluator::in_window(int table, std::uint32_t at, const Window& window, Op op) {
  const Date begins = cell_date(table, k_from, at);
  if (op == Op::starting_within) return before(window.lo, begins) & on_or_before(begins, window.hi);
  if (window.lo.is_absent()) return Truth::no;
  const Date ends = cell_date(table, k_to, at);
  // Where it ends on the first day inside, the last day in force is outside; but a period of one
  // day, which ends on the day it begins, is of that day.
  const Truth ended = on_or_before(ends, window.lo) |
                      (on_or_before(ends, day_after(window.lo)) & before(begins, ends));
  const Truth touches = on_or_before(begins, window.hi) & !ended;
  return window.lo.may_be_absent ? touches & Truth::unknown : touches;
}

// Rows that nobody saw may lie in the part of a window before what the table covers, or before the
// first row whose beginning the extract cut off.
void Evaluator::mark_unseen(Rows& rows, const Window& window) {
  const CaseSlice& s = slice(rows.table);
  if (window.lo.is_absent()) return;
  const bool periods = case_table(rows.table).shape == Shape::periods;
  const bool uncovered = s.covers_from != k_earliest && window.lo.lo < s.covers_from - 1;
  if (s.count == 0) {
    rows.unseen_before = rows.unseen_before || uncovered;
    return;
  }
  const Date first = case_->date_at(rows.table, k_from, 0);
  const bool cut_off = periods && first.lo == k_earliest && first.hi > window.lo.lo;
  const bool gap = uncovered && (!periods || first.lo > window.lo.lo);
  rows.unseen_before = rows.unseen_before || cut_off || gap;
}

Rows Evaluator::rows_when(const Rows& from, const Window& window, Op op) {
  if (from.count == 0) return from;
  Rows result = from;
  const std::uint32_t n = from.words();
  std::uint64_t* definite = words(n + 1);
  std::uint64_t* possible = words(n + 1);
  std::fill_n(definite, n, 0);
  std::fill_n(possible, n, 0);
  for (std::uint32_t at = 0; at < from.count; ++at) {
    if (!from.is_possible(at)) continue;
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth holds = in_window(from.table, at, window, op);
    if (holds == Truth::no) {
      if (trace_ != nullptr) trace_->forget_since(mark);
      continue;
    }
    set(possible, at);
    if (holds == Truth::yes && from.is_definite(at)) set(definite, at);
  }
  result.definite = definite;
  result.possible = possible;
  return result;
}

// Rows of one table: those of the branch that holds. Where it cannot be decided, the rows of all
// the branches that may hold belong for certain, those of any of them perhaps.
Rows Evaluator::chosen_rows(const PlanNode& node) {
  Rows result;
  bool any = false;
  const auto take = [&](const Rows& branch) {
    if (!any) {
      result = branch;
      any = true;
      return;
    }
    const std::uint32_t n = result.words();
    std::uint64_t* definite = words(n + 1);
    std::uint64_t* possible = words(n + 1);
    for (std::uint32_t i = 0; i < n; ++i) {
      definite[i] = result.definite[i] & branch.definite[i];
      possible[i] = result.possible[i] | branch.possible[i];
    }
    result.definite = definite;
    result.possible = possible;
    result.unseen = result.unseen || branch.unseen;
    result.unseen_before = result.unseen_before || branch.unseen_before;
  };
  for (std::uint32_t i = 0; i + 1 < node.arg_count; i += 2) {
    const Truth holds = truth(node.args[i]);
    if (holds == Truth::no) continue;
    take(rows(node.args[i + 1]));
    if (holds == Truth::yes) return result;
  }
  take(rows(node.args[node.arg_count - 1]));
  return result;
}

Rows Evaluator::compute_rows(const PlanNode& node) {
  switch (node.op) {
    case Op::where_rows:
      return where_rows(node);
    case Op::starting_within:
    case Op::touching: {
      const Window w = window(node.b);
      Rows result = rows_when(rows(node.a), w, node.op);
      mark_unseen(result, w);
      return result;
    }
    case Op::since: {
      Date from = date(node.b);
      if (from.lo != k_earliest && from.lo != k_latest) --from.lo;
      if (from.hi != k_latest && from.hi != k_earliest) --from.hi;
      const Window w{from, Date::known(case_->as_at)};
      Rows result = rows_when(rows(node.a), w, Op::starting_within);
      mark_unseen(result, w);
      return result;
    }
    case Op::choose:
      return chosen_rows(node);
    default:
      return all_rows(node.table);
  }
}

}  // namespace tidemark
