// Single rows and unbroken runs of the evaluator.
#include <algorithm>

#include "evaluate/filtering.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;  // field 0 of periods and events is the first date, field 1 the end
constexpr int k_to = 1;
// A run steps back to any row that ends on the day it begins; files with more overlapping rows
// than this around one day are faulty, and a bound keeps them from costing quadratic time.
constexpr std::uint32_t k_rows_looked_back = 64;

}  // namespace

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
  Filtering filtering(*this, filter_of(node), from.table);
  bool sure = start.candidates == 1 && !start.may_be_absent && !start.unseen;
  bool begun = false;
  run.to = cell_date(from.table, k_to, start.row);
  for (int at = static_cast<int>(start.row); at >= 0;
       at = row_before(from, static_cast<std::uint32_t>(at))) {
    const auto here = static_cast<std::uint32_t>(at);
    if (bridged(here) && row_before(from, here) >= 0) continue;
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth holds = holds_for(node, filtering, from.table, here);
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

}  // namespace tidemark
