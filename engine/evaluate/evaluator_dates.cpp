// Dates, numbers and windows of the evaluator.
#include <algorithm>

#include "evaluate/evaluator.hpp"
#include "evaluate/hulls.hpp"

namespace tidemark {
namespace {

constexpr double k_infinite = std::numeric_limits<double>::infinity();
constexpr double k_thousandths = 1000.0;

double as_number(Day day) {
  if (day == k_earliest) return -k_infinite;
  return day == k_latest ? k_infinite : static_cast<double>(day);
}

Date day_before(Date date) {
  if (date.lo != k_earliest && date.lo != k_latest) --date.lo;
  if (date.hi != k_latest && date.hi != k_earliest) --date.hi;
  return date;
}

Number days_between(const Date& a, const Date& b) {
  if (a.is_absent() || b.is_absent()) return Number::absent();
  return {as_number(b.lo) - as_number(a.hi), as_number(b.hi) - as_number(a.lo),
          a.may_be_absent || b.may_be_absent};
}

Number years_between(const Date& born, const Date& on) {
  if (born.is_absent() || on.is_absent()) return Number::absent();
  const bool open = born.may_be_absent || on.may_be_absent;
  const auto years = [](Day from, Day to, double otherwise) {
    const bool bounded =
        from != k_earliest && from != k_latest && to != k_earliest && to != k_latest;
    return bounded ? static_cast<double>(completed_years(from, to)) : otherwise;
  };
  return {years(born.hi, on.lo, -k_infinite), years(born.lo, on.hi, k_infinite), open};
}

// Of numbers of which neither is negative, as sessions and hours are; a negative one tells nothing.
Number percent_of(const Number& part, const Number& whole) {
  if (part.is_absent() || whole.is_absent()) return Number::absent();
  const bool open = part.may_be_absent || whole.may_be_absent;
  if (part.lo < 0 || whole.lo <= 0) return {-k_infinite, k_infinite, open};
  const double lo = whole.hi == k_infinite ? 0 : 100 * part.lo / whole.hi;
  return {lo, 100 * part.hi / whole.lo, open};
}

Number combine(const PlanNode& node, const Number& a, const Number& b) {
  if (a.is_absent() || b.is_absent()) return Number::absent();
  const bool open = a.may_be_absent || b.may_be_absent;
  if (node.op == Op::plus) return {a.lo + b.lo, a.hi + b.hi, open};
  return {a.lo - b.hi, a.hi - b.lo, open};
}

}  // namespace

Date Evaluator::cell_date(int table, int field, std::uint32_t at) {
  if (trace_ != nullptr) trace_->note(table, field, at);
  return case_->date_at(table, field, at);
}

// The field of a row: absent where there is no row, all that it could be where several could be it.
Date Evaluator::field_of_row(const Row& from, int field) {
  if (from.candidates == 0) return from.unseen ? Date::undecided() : Date::absent();
  Date result = cell_date(from.table, field, from.row);
  for (std::uint32_t i = 1; i < from.candidates; ++i) {
    result = hull_of(result, cell_date(from.table, field, from.candidate(i)));
  }
  if (from.unseen) result = hull_of(result, Date::undecided());
  result.may_be_absent = result.may_be_absent || from.may_be_absent;
  return result;
}

Date Evaluator::first_known_date(const PlanNode& node) {
  Date result = Date::absent();
  bool blank = false;
  for (std::uint32_t i = 0; i < node.arg_count; ++i) {
    const Date value = date(node.args[i]);
    const Truth is_there = on_record(value, case_->as_at);
    if (is_there == Truth::no) {
      blank = blank || !value.is_absent();
      continue;
    }
    result = hull(result, value);
    if (is_there == Truth::yes) {
      // Every value before it might be missing, so each stays possible, but one of them is there.
      result.may_be_absent = false;
      return result;
    }
  }
  // There is such a date, but no source says which.
  return blank ? Date::unknown() : result;
}

// Two sources of one fact: all that any source that has it says.
Date Evaluator::either_date(const PlanNode& node) {
  Date result = Date::absent();
  bool any_known = false;
  for (std::uint32_t i = 0; i < node.arg_count; ++i) {
    const Date value = date(node.args[i]);
    const Truth is_there = on_record(value, case_->as_at);
    // A source that may have the fact counts for the days that it may say.
    const bool says =
        is_there == Truth::unknown && (value.lo != k_earliest || value.hi < case_->as_at);
    if (is_there != Truth::yes && !says) continue;
    result = any_known ? hull(result, value) : value;
    any_known = true;
  }
  if (any_known) return result;
  result = date(node.args[0]);
  for (std::uint32_t i = 1; i < node.arg_count; ++i) result = hull(result, date(node.args[i]));
  return result;
}

// The earliest or latest of a field over rows. A row that may not belong may give no date; rows
// that nobody supplied may lie beyond what is seen.
Date Evaluator::date_in_rows(const Rows& rows, int field, Op op) {
  Date result = Date::absent();
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (!rows.is_possible(at)) continue;
    Date value = cell_date(rows.table, field, at);
    if (!rows.is_definite(at) && !value.is_absent()) value.may_be_absent = true;
    result = op == Op::earliest_in ? earliest_of(result, value) : latest_of(result, value);
  }
  note_unseen(rows);
  if (!rows.unseen && !rows.unseen_before) return result;
  return op == Op::earliest_in ? earliest_of(result, Date::undecided())
                               : latest_of(result, Date::undecided());
}

Date Evaluator::compute_date(const PlanNode& node) {
  switch (node.op) {
    case Op::constant_day:
      return Date::known(node.day);
    case Op::as_at:
      return Date::known(case_->as_at);
    case Op::period_start:
      return Date::known(period_start_);
    case Op::date_field: {
      if (plan_[node.a].type != Type::run) return field_of_row(row(node.a), node.field);
      const Run r = run(node.a);
      return node.field == 0 ? r.from : r.to;
    }
    case Op::shift_forward:
      return shift(date(node.a), node.span, 1, *calendar_);
    case Op::shift_back:
      return shift(date(node.a), node.span, -1, *calendar_);
    case Op::earliest_of:
    case Op::latest_of: {
      Date result = date(node.args[0]);
      for (std::uint32_t i = 1; i < node.arg_count; ++i) {
        const Date next = date(node.args[i]);
        result = node.op == Op::earliest_of ? earliest_of(result, next) : latest_of(result, next);
      }
      return result;
    }
    case Op::first_known:
      return first_known_date(node);
    case Op::either_of:
      return either_date(node);
    case Op::earliest_in:
    case Op::latest_in:
      return date_in_rows(rows(node.a), node.field, node.op);
    case Op::nth_day:
      return nth_day(rows(node.a), window(node.b), static_cast<std::int64_t>(node.number));
    case Op::term_start:
      return calendar_->school().start_of_term(date(node.a));
    case Op::term_end:
      return calendar_->school().end_of_term(date(node.a));
    case Op::choose:
      return choose<Date>(node);
    case Op::compute: {
      const ComputeResult result = run_compute(node);
      return result.ended == ComputeResult::Ended::answer ? result.date : Date::undecided();
    }
    default:
      return Date::undecided();
  }
}

Number Evaluator::cell_number(int table, int field, std::uint32_t at) {
  if (trace_ != nullptr) trace_->note(table, field, at);
  const Cell cell = case_->cell(table, field, at);
  if (cell == k_cell_absent) return Number::absent();
  return is_plain(cell) ? Number::known(cell / k_thousandths) : Number{};
}

Number Evaluator::compute_number(const PlanNode& node) {
  switch (node.op) {
    case Op::constant_number:
      return Number::known(node.number);
    case Op::plus:
    case Op::minus:
      return combine(node, number(node.a), number(node.b));
    case Op::days_between:
      return days_between(date(node.a), date(node.b));
    case Op::years_between:
      return years_between(date(node.a), date(node.b));
    case Op::count_rows:
      return count(rows(node.a));
    case Op::count_distinct:
      return count_distinct(rows(node.a), node.field);
    case Op::sum_in:
      return sum_in_rows(rows(node.a), node.field);
    case Op::percent_of:
      return percent_of(number(node.a), number(node.b));
    case Op::count_codes:
      return count_codes(code(node.a));
    case Op::days_within:
      return days_within(rows(node.a), window(node.b));
    case Op::choose:
      return choose<Number>(node);
    case Op::compute: {
      const ComputeResult result = run_compute(node);
      return result.ended == ComputeResult::Ended::answer ? Number::known(result.number)
                                                          : Number{-k_infinite, k_infinite, true};
    }
    case Op::number_field: {
      const Row from = row(node.a);
      if (from.candidates == 0)
        return from.unseen ? Number{-k_infinite, k_infinite, true} : Number::absent();
      Number result = cell_number(from.table, node.field, from.row);
      for (std::uint32_t i = 1; i < from.candidates; ++i) {
        result = hull_of(result, cell_number(from.table, node.field, from.candidate(i)));
      }
      if (from.unseen) result = {-k_infinite, k_infinite, true};
      result.may_be_absent = result.may_be_absent || from.may_be_absent;
      return result;
    }
    default:
      return {};
  }
}

Window Evaluator::compute_window(const PlanNode& node) {
  if (node.op == Op::choose) return choose<Window>(node);
  const Date lo = date(node.a);
  const Date hi = date(node.b);
  return {node.op == Op::window_closed ? day_before(lo) : lo, hi};
}

Truth Evaluator::compare_dates(const PlanNode& node) {
  const Date a = date(node.a);
  if (node.op == Op::during) {
    const Window w = window(node.b);
    return before(w.lo, a) & on_or_before(a, w.hi);
  }
  const Date b = date(node.b);
  switch (node.op) {
    case Op::before:
      return before(a, b);
    case Op::after:
      return before(b, a);
    case Op::on_or_before:
      return on_or_before(a, b);
    case Op::on_or_after:
      return on_or_before(b, a);
    default:
      return same_day(a, b);
  }
}

Truth Evaluator::compare_numbers(const PlanNode& node) {
  const Number a = number(node.a);
  const Number b = number(node.b);
  if (a.is_absent() || b.is_absent()) return Truth::no;
  const auto holds = [](bool always, bool ever) {
    if (always) return Truth::yes;
    return ever ? Truth::unknown : Truth::no;
  };
  Truth result = Truth::unknown;
  switch (node.op) {
    case Op::at_least:
      result = holds(a.lo >= b.hi, a.hi >= b.lo);
      break;
    case Op::more_than:
      result = holds(a.lo > b.hi, a.hi > b.lo);
      break;
    case Op::at_most:
      result = holds(a.hi <= b.lo, a.lo <= b.hi);
      break;
    case Op::under:
      result = holds(a.hi < b.lo, a.lo < b.hi);
      break;
    default:
      result = holds(a.is_exact() && b.is_exact() && a.lo == b.lo, a.lo <= b.hi && b.lo <= a.hi);
  }
  const bool open = a.may_be_absent || b.may_be_absent;
  return open && result == Truth::yes ? Truth::unknown : result;
}

}  // namespace tidemark
