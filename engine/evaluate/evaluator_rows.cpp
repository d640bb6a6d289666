// Rows, single rows and runs of the evaluator.
#include <algorithm>
#include <bit>

#include "evaluate/evaluator.hpp"
#include "evaluate/hulls.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;  // field 0 of periods and events is the first date, field 1 the end
constexpr int k_to = 1;
constexpr double k_infinite = std::numeric_limits<double>::infinity();
// A run steps back to any row that ends on the day it begins, or on the day before (tables.md A5).
constexpr std::uint32_t k_rows_looked_back = 64;

void set(std::uint64_t* words, std::uint32_t row) {
  words[row / 64] |= std::uint64_t{1} << (row % 64);
}

void fill(std::uint64_t* words, std::uint32_t count) {
  for (std::uint32_t i = 0; i < count / 64; ++i) words[i] = ~std::uint64_t{0};
  if (count % 64 != 0) words[count / 64] = (std::uint64_t{1} << (count % 64)) - 1;
}

std::uint32_t population(const std::uint64_t* words, std::uint32_t n) {
  int total = 0;
  for (std::uint32_t i = 0; i < n; ++i) total += std::popcount(words[i]);
  return static_cast<std::uint32_t>(total);
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
// the as-at day, so it only may exist.
Rows Evaluator::all_rows(int table) {
  const CaseSlice& s = slice(table);
  Rows all;
  all.table = static_cast<std::int16_t>(table);
  all.count = s.count;
  all.unseen = s.supply != Supply::full && case_table(table).shape != Shape::facts;
  const std::uint32_t n = all.words();
  std::uint64_t* possible = words(n + 1);
  fill(possible, s.count);
  all.possible = possible;
  all.definite = possible;
  if (s.plain_dates) return all;
  std::uint64_t* definite = words(n + 1);
  std::copy(possible, possible + n, definite);
  for (std::uint32_t at = 0; at < s.count; ++at) {
    const Cell cell = case_->cell(table, k_from, at);
    if (!is_side(cell)) continue;
    const Date& begins = case_->pools->dates[static_cast<std::size_t>(cell - k_cell_side)];
    if (begins.hi > case_->as_at) definite[at / 64] &= ~(std::uint64_t{1} << (at % 64));
  }
  all.definite = definite;
  return all;
}

Rows Evaluator::where_rows(const PlanNode& node) {
  const Rows from = rows(node.a);
  Rows result = from;
  const std::uint32_t n = from.words();
  std::uint64_t* definite = words(n + 1);
  std::uint64_t* possible = words(n + 1);
  std::fill_n(definite, n, 0);
  std::fill_n(possible, n, 0);
  const Bound outer = bound_[static_cast<std::size_t>(node.binder)];
  for (std::uint32_t at = 0; at < from.count; ++at) {
    if (!from.is_possible(at)) continue;
    bound_[static_cast<std::size_t>(node.binder)] = {from.table, at, false};
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth holds = truth(node.b);
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
  const Date ends = cell_date(table, k_to, at);
  const Truth ended = on_or_before(ends, window.lo);
  return on_or_before(begins, window.hi) & !ended;
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
      return rows_when(rows(node.a), {from, Date::known(case_->as_at)}, Op::starting_within);
    }
    case Op::choose: {
      // Rows of one table: those of the branch that holds; of both where it cannot be decided.
      for (std::uint32_t i = 0; i + 1 < node.arg_count; i += 2) {
        const Truth holds = truth(node.args[i]);
        if (holds == Truth::yes) return rows(node.args[i + 1]);
        if (holds == Truth::no) continue;
        Rows open = rows(node.args[i + 1]);
        open.unseen = true;
        return open;
      }
      return rows(node.args[node.arg_count - 1]);
    }
    default:
      return all_rows(node.table);
  }
}

Row Evaluator::row_of(const std::vector<std::uint32_t>& candidates, int table, bool may_be_absent,
                      bool unseen) {
  Row result;
  result.table = static_cast<std::int16_t>(table);
  result.candidates = static_cast<std::uint32_t>(candidates.size());
  result.may_be_absent = may_be_absent;
  result.unseen = unseen;
  if (candidates.empty()) return result;
  result.row = candidates[0];
  if (candidates.size() > 1) {
    result.others = row_list({candidates.begin() + 1, candidates.end()});
  }
  return result;
}

Truth Evaluator::in_force(int table, std::uint32_t at) {
  const Date ends = cell_date(table, k_to, at);
  if (ends.is_absent()) return Truth::yes;
  return ends.may_be_absent ? Truth::unknown : Truth::no;
}

// Of several rows in force the latest to start (domain/readings.md).
Row Evaluator::current(const Rows& rows) {
  scratch_.clear();
  for (std::uint32_t at = rows.count; at-- > 0;) {
    if (!rows.is_possible(at)) continue;
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth runs = in_force(rows.table, at);
    if (runs == Truth::no) {
      if (trace_ != nullptr) trace_->forget_since(mark);
      continue;
    }
    scratch_.push_back(at);
    if (runs == Truth::yes && rows.is_definite(at)) {
      return row_of(scratch_, rows.table, false, rows.unseen);
    }
  }
  note_unseen(rows);
  return row_of(scratch_, rows.table, true, rows.unseen);
}

// The nth row in date order (from the end for the latest): every row that could be it.
Row Evaluator::nth_from(const Rows& rows, bool from_end, std::uint32_t n) {
  scratch_.clear();
  std::uint32_t definite = 0;
  std::uint32_t possible = 0;
  for (std::uint32_t i = 0; i < rows.count && definite < n; ++i) {
    const std::uint32_t at = from_end ? rows.count - 1 - i : i;
    if (!rows.is_possible(at)) continue;
    ++possible;
    if (rows.is_definite(at)) ++definite;
    if (possible >= n) scratch_.push_back(at);
  }
  const bool absent = definite < n;
  // Rows that nobody saw lie before those seen, so they do not disturb the latest.
  const bool unseen = rows.unseen || (rows.unseen_before && (!from_end || absent));
  if (unseen) note_unseen(rows);
  if (trace_ != nullptr) {
    for (const std::uint32_t at : scratch_) trace_->note(rows.table, 0, at);
  }
  return row_of(scratch_, rows.table, absent, unseen);
}

Row Evaluator::compute_row(const PlanNode& node) {
  switch (node.op) {
    case Op::bound_row: {
      const Bound& bound = bound_[static_cast<std::size_t>(node.binder)];
      Row result;
      result.table = static_cast<std::int16_t>(bound.table);
      result.row = bound.row;
      result.candidates = bound.unseen ? 0 : 1;
      result.unseen = bound.unseen;
      if (bound.unseen && trace_ != nullptr) trace_->note(bound.table, -1, 0);
      return result;
    }
    case Op::current:
      return current(rows(node.a));
    case Op::latest:
      return nth_from(rows(node.a), true, 1);
    case Op::earliest:
      return nth_from(rows(node.a), false, 1);
    case Op::nth:
      return nth_from(rows(node.a), false, static_cast<std::uint32_t>(node.number));
    default: {
      for (std::uint32_t i = 0; i + 1 < node.arg_count; i += 2) {
        const Truth holds = truth(node.args[i]);
        if (holds == Truth::yes) return row(node.args[i + 1]);
        if (holds == Truth::no) continue;
        Row open = row(node.args[i + 1]);
        open.unseen = true;
        return open;
      }
      return row(node.args[node.arg_count - 1]);
    }
  }
}

// The row that ends on the day this one begins (or within the table's touching days); -1: none.
int Evaluator::row_before(const Rows& rows, std::uint32_t at) {
  const Cell begins = case_->cell(rows.table, k_from, at);
  if (!is_plain(begins)) return -1;
  const int touching = case_table(rows.table).touching_days;
  const std::uint32_t stop = at > k_rows_looked_back ? at - k_rows_looked_back : 0;
  for (std::uint32_t i = at; i-- > stop;) {
    const Cell ends = case_->cell(rows.table, k_to, i);
    if (is_plain(ends) && ends <= begins && begins - ends <= touching) return static_cast<int>(i);
  }
  return -1;
}

// Steps back from the current row (the latest, if none is current) while the condition holds. A row
// for which it cannot be decided makes the start an interval.
Run Evaluator::compute_run(const PlanNode& node) {
  const Rows from = rows(node.a);
  const CaseTable& table = case_table(from.table);
  Row start = current(from);
  if (start.candidates == 0) start = nth_from(from, true, 1);
  Run run;
  if (start.candidates == 0) {
    run.exists = start.unseen ? Truth::unknown : Truth::no;
    if (start.unseen) run.from = run.to = Date::undecided();
    return run;
  }
  const auto bridged = [&](std::uint32_t at) {
    if (table.bridged_field < 0) return false;
    const Cell cell = case_->cell(from.table, table.bridged_field, at);
    return std::find(table.bridged.begin(), table.bridged.end(), cell) != table.bridged.end();
  };
  const Bound outer = bound_[static_cast<std::size_t>(node.binder)];
  bool sure = start.candidates == 1 && !start.may_be_absent && !start.unseen;
  bool begun = false;
  run.to = cell_date(from.table, k_to, start.row);
  for (int at = static_cast<int>(start.row); at >= 0;
       at = row_before(from, static_cast<std::uint32_t>(at))) {
    const auto here = static_cast<std::uint32_t>(at);
    if (bridged(here) && row_before(from, here) >= 0) continue;
    bound_[static_cast<std::size_t>(node.binder)] = {from.table, here, false};
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth holds = truth(node.b);
    if (holds == Truth::no) {
      if (trace_ != nullptr && begun) trace_->forget_since(mark);
      break;
    }
    sure = sure && holds == Truth::yes;
    const Date begins = cell_date(from.table, k_from, here);
    if (!begun) {
      run.from = begins;
      run.exists = sure ? Truth::yes : Truth::unknown;
      run.from.may_be_absent = run.from.may_be_absent || !sure;
      begun = true;
    } else if (sure) {
      run.from = begins;
    } else {
      run.from.lo = std::min(run.from.lo, begins.lo);
    }
  }
  bound_[static_cast<std::size_t>(node.binder)] = outer;
  if (!begun) run.to = Date::absent();
  return run;
}

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
  std::vector<Cell> maybe;
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (!rows.is_possible(at)) continue;
    const CodeValue value = cell_code(rows.table, field, at);
    if (value.a == value.b && !value.is_unknown() && !value.is_absent()) {
      (rows.is_definite(at) ? seen : maybe).push_back(value.a);
    } else {
      ++blank;
    }
  }
  note_unseen(rows);
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  const double lo = seen.empty() && blank > 0 ? 1.0 : static_cast<double>(seen.size());
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
  const auto covered = [&](bool widest) {
    double total = 0;
    Day done = widest ? window.lo.lo : window.lo.hi;
    const Day last = widest ? window.hi.hi : window.hi.lo;
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      if (!(widest ? rows.is_possible(at) : rows.is_definite(at))) continue;
      const Date begins = case_->date_at(rows.table, k_from, at);
      const Date ends = case_->date_at(rows.table, k_to, at);
      const Day first = std::max(widest ? begins.lo : begins.hi, done + 1);
      Day end = last;
      if (!ends.is_absent() && !(widest && ends.may_be_absent)) {
        const Day bound = widest ? ends.hi : ends.lo;
        end = bound == k_latest ? last : std::min(last, bound - 1);
      }
      if (end < first) continue;
      total += static_cast<double>(end) - static_cast<double>(first) + 1;
      done = end;
    }
    return total;
  };
  note_rows(rows);
  note_unseen(rows);
  return {covered(false), rows.unseen || rows.unseen_before ? k_infinite : covered(true), false};
}

}  // namespace tidemark
