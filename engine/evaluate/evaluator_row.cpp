// Single rows of the evaluator.
#include <algorithm>

#include "evaluate/evaluator.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;  // field 0 of periods and events is the first date, field 1 the end
constexpr int k_to = 1;

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

// The rows of a set that could be in force (or all of them), with the days they could begin on.
std::vector<Beginning> Evaluator::beginnings(const Rows& rows, bool only_in_force) {
  std::vector<Beginning> all;
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (!rows.is_possible(at)) continue;
    const Truth runs = only_in_force ? in_force(rows.table, at) : Truth::yes;
    if (runs == Truth::no) continue;
    all.push_back({at, case_->date_at(rows.table, k_from, at),
                   runs == Truth::yes && rows.is_definite(at),
                   is_plain(case_->cell(rows.table, k_from, at))});
  }
  return all;
}

// Of several rows in force the latest to start (domain/readings.md).
Row Evaluator::current(const Rows& rows) {
  if (!slice(rows.table).plain_dates) return current_among(beginnings(rows, true), rows);
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

// The same where the day on which a row begins may be open, and with it which is the latest.
Row Evaluator::current_among(const std::vector<Beginning>& running, const Rows& rows) {
  const bool sure =
      std::any_of(running.begin(), running.end(), [](const Beginning& b) { return b.sure; });
  const std::vector<std::uint32_t> found = could_be_last(running);
  if (trace_ != nullptr && found.size() > 1) {
    for (const std::uint32_t at : found) trace_->note(rows.table, k_from, at);
  }
  if (!sure) note_unseen(rows);
  return row_of(found, rows.table, !sure, rows.unseen);
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
  if (!slice(rows.table).plain_dates) {
    const std::vector<Beginning> all = beginnings(rows, false);
    scratch_ = from_end ? could_be_last(all) : could_be_nth(all, n);
  }
  // Rows that nobody saw lie before those seen, so they do not disturb the latest; but rows seen
  // from before the first day that the table covers stand among others that were not.
  const Day covers_from = slice(rows.table).covers_from;
  const bool among_unseen = rows.unseen_before && covers_from != k_earliest &&
                            std::any_of(scratch_.begin(), scratch_.end(), [&](std::uint32_t at) {
                              return case_->date_at(rows.table, k_from, at).lo < covers_from;
                            });
  const bool earlier_count = rows.unseen_before && (!from_end || absent);
  const bool unseen = rows.unseen || earlier_count || among_unseen;
  if (unseen) note_unseen(rows);
  if (trace_ != nullptr) {
    for (const std::uint32_t at : scratch_) trace_->note(rows.table, 0, at);
  }
  return row_of(scratch_, rows.table, absent, unseen);
}

Row Evaluator::compute_row(const PlanNode& node) {
  switch (node.op) {
    case Op::bound_row: {
      const Bound bound =
          node.fixed ? Bound{node.table, 0, true} : bound_[static_cast<std::size_t>(node.binder)];
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
        // Either that row or another: whatever is asked of it is open.
        Row open = row(node.args[i + 1]);
        open.unseen = open.may_be_absent = true;
        return open;
      }
      return row(node.args[node.arg_count - 1]);
    }
  }
}

}  // namespace tidemark
