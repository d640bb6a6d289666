#include "evaluate/measurer.hpp"

#include <algorithm>
#include <cmath>

#include "evaluate/words.hpp"

namespace tidemark {
namespace {

constexpr double k_most = 1e12;  // beyond this a number is no figure about children

std::int64_t in_thousandths(double n) {
  return std::llround(std::clamp(n, -k_most, k_most) * static_cast<double>(k_thousand));
}

void add_one(Sum& sum, bool certain) {
  if (certain) sum.lo += k_thousand;
  sum.hi += k_thousand;
  if (!certain) ++sum.undecided;
}

// What a number adds to a sum: nothing where there is none, perhaps nothing where that is open.
// False when it leaves the sum open.
bool add_number(const Number& n, bool certain, Sum& sum) {
  if (n.is_absent()) return true;
  const bool may_be_nothing = n.may_be_absent || !certain;
  const std::int64_t lo = in_thousandths(n.lo);
  const std::int64_t hi = in_thousandths(n.hi);
  sum.open_lo = sum.open_lo || std::isinf(n.lo);
  sum.open_hi = sum.open_hi || std::isinf(n.hi);
  if (!std::isinf(n.lo)) sum.lo += may_be_nothing ? std::min<std::int64_t>(0, lo) : lo;
  if (!std::isinf(n.hi)) sum.hi += may_be_nothing ? std::max<std::int64_t>(0, hi) : hi;
  const bool decided = lo == hi && (!may_be_nothing || lo == 0);
  if (!decided) ++sum.undecided;
  return decided;
}

}  // namespace

// A table or column that did not come at all leaves every child open, not this one.
void Measurer::note_missing(const Trace& trace, Tally& out) {
  if (view_ == nullptr) return;
  const ChildCase& child_case = evaluator_.child_case();
  for (const CellRef& cell : trace.cells) {
    if (cell.table < 0) continue;
    const CaseSlice& slice = child_case.tables[static_cast<std::size_t>(cell.table)];
    const bool no_table = slice.supply == Supply::none;
    const bool no_column = cell.field >= 0 && slice.columns[cell.field] == nullptr;
    if (!no_table && !no_column) continue;
    const std::string why = view_->why_missing(cell.table, cell.field);
    if (!why.empty()) out.not_supplied.insert(why);
  }
}

// Evaluates once more with every cell noted; the cells that leave the answer open say why.
void Measurer::note_cause(ExprId id, Tally& out) {
  if (!evaluator_.error().empty()) {
    if (out.error.empty()) out.error = evaluator_.error();
    evaluator_.forget_error();
    return;
  }
  Trace trace;
  evaluator_.trace_into(&trace);
  switch (evaluator_.plan()[id].type) {
    case Type::truth:
      static_cast<void>(evaluator_.truth(id));
      break;
    case Type::number:
      static_cast<void>(evaluator_.number(id));
      break;
    default: {
      const Rows rows = evaluator_.rows(id);
      if (rows.unseen || rows.unseen_before) trace.note(rows.table, -1, 0);
    }
  }
  evaluator_.trace_into(nullptr);
  note_missing(trace, out);
  const std::string cause =
      cause_of(trace, evaluator_.plan().rulebook(), evaluator_.child_case(), view_);
  ++out.causes[cause.empty() ? "the record allows two answers" : cause];
}

bool Measurer::rows_of(ExprId rows, const std::function<void(const Item&)>& visit) {
  const Rows all = evaluator_.rows(rows);
  for (std::uint32_t at = 0; at < all.count; ++at) {
    if (!all.is_possible(at)) continue;
    evaluator_.bind(0, all.table, at);
    visit({static_cast<std::int32_t>(at), all.is_definite(at)});
  }
  return !all.unseen && !all.unseen_before;
}

bool Measurer::for_each_item(const Quantity& quantity, ExprId each,
                             const std::function<void(const Item&)>& visit) {
  if (each != k_no_expr) return rows_of(each, visit);
  if (quantity.of == Quantity::Of::rows) return rows_of(quantity.value, visit);
  Truth holds = Truth::yes;  // a number is asked of every child
  if (quantity.of == Quantity::Of::children) holds = evaluator_.truth(quantity.value);
  if (holds != Truth::no) visit({-1, holds == Truth::yes});
  return true;
}

// The part of the split that this child or row belongs to: the first that holds. Where that cannot
// be told, it may belong to each up to the first that holds for certain.
void Measurer::divide(const Measure& measure, const Item& item, Tally& out) {
  bool certain = item.certain;
  for (std::size_t i = 0; i < measure.split.size(); ++i) {
    const ExprId when = measure.split[i].when;
    const Truth holds = when == k_no_expr ? Truth::yes : evaluator_.truth(when);
    if (holds == Truth::no) continue;
    if (holds == Truth::unknown) {
      note_cause(when, out);
      certain = false;
    }
    add_one(out.parts[i], certain);
    if (holds == Truth::yes) return;
  }
}

void Measurer::count(const Measure& measure, Tally& out) {
  const bool all_seen = for_each_item(measure.counts, k_no_expr, [&](const Item& item) {
    add_one(out.counts, item.certain);
    if (!item.certain) note_cause(measure.counts.value, out);
    if (!measure.split.empty()) divide(measure, item, out);
  });
  if (all_seen) return;
  note_cause(measure.counts.value, out);
  ++out.counts.undecided;
  out.counts.open_hi = true;
  for (Sum& part : out.parts) part.open_hi = true;
}

void Measurer::add_up(const Quantity& quantity, ExprId each, Sum& sum, Tally& out) {
  const bool is_number = quantity.of == Quantity::Of::number;
  const bool all_seen =
      for_each_item(quantity, is_number ? each : k_no_expr, [&](const Item& item) {
        if (!is_number) {
          add_one(sum, item.certain);
          if (!item.certain) note_cause(quantity.value, out);
        } else if (!add_number(evaluator_.number(quantity.value), item.certain, sum)) {
          note_cause(item.certain ? quantity.value : each, out);
        }
      });
  if (all_seen) return;
  note_cause(is_number ? each : quantity.value, out);
  ++sum.undecided;
  sum.open_hi = true;
  sum.open_lo = sum.open_lo || is_number;
}

void Measurer::average(const Measure& measure, Tally& out) {
  Spread& spread = out.spread;
  const bool by_row = measure.each != k_no_expr;
  Quantity over;
  over.of = by_row ? Quantity::Of::rows : Quantity::Of::children;
  over.value = by_row ? measure.each : measure.over;
  const bool all_seen = for_each_item(over, k_no_expr, [&](const Item& item) {
    const Number n = evaluator_.number(measure.averages);
    if (n.is_absent()) {
      spread.without += item.certain ? 1 : 0;
      return;
    }
    const std::int64_t lo = in_thousandths(n.lo);
    const std::int64_t hi = in_thousandths(n.hi);
    spread.sum.open_lo = spread.sum.open_lo || std::isinf(n.lo);
    spread.sum.open_hi = spread.sum.open_hi || std::isinf(n.hi);
    const bool belongs = item.certain && !n.may_be_absent;
    if (belongs && lo == hi) {
      spread.known += lo;
      ++spread.known_count;
    } else {
      ++spread.sum.undecided;
      note_cause(item.certain ? measure.averages : over.value, out);
    }
    if (!belongs) {
      spread.maybe.emplace_back(lo, hi);
      return;
    }
    ++spread.count;
    if (!std::isinf(n.lo)) spread.sum.lo += lo;
    if (!std::isinf(n.hi)) spread.sum.hi += hi;
  });
  if (all_seen) return;
  note_cause(over.value, out);
  ++spread.sum.undecided;
  spread.sum.open_lo = spread.sum.open_hi = true;
}

void Measurer::tally(const Measure& measure, Tally& out) {
  evaluator_.forget_error();
  out.parts.resize(measure.split.size());
  if (measure.kind == MeasureKind::averages) {
    average(measure, out);
    return;
  }
  if (measure.counts.of == Quantity::Of::number) {
    add_up(measure.counts, measure.each, out.counts, out);
  } else {
    count(measure, out);
  }
  const bool from_record =
      measure.of.of != Quantity::Of::nothing && measure.of.of != Quantity::Of::assumption;
  if (from_record) add_up(measure.of, measure.each, out.of, out);
}

}  // namespace tidemark
