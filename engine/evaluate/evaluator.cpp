#include "evaluate/evaluator.hpp"

#include <algorithm>
#include <limits>

#include "evaluate/hulls.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_block_words = 4096;
constexpr std::uint32_t k_every_child = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Evaluator::Evaluator(const Plan& plan)
    : plan_(plan),
      calendar_(&plan.rulebook().calendar),
      slots_(plan.size()),
      bound_(static_cast<std::size_t>(plan.rulebook().exprs.binders()) + 1) {
  blocks_.push_back(std::make_unique<std::uint64_t[]>(k_block_words));
}

void Evaluator::start(const ChildCase& child_case) {
  case_ = &child_case;
  ++epoch_;
  blocks_.resize(1);
  large_.clear();
  used_ = 0;
  error_.clear();
}

void Evaluator::bind(int binder, int table, std::uint32_t row) {
  bound_[static_cast<std::size_t>(binder)] = {table, row, false};
}

void Evaluator::bind_unseen(int binder, int table) {
  bound_[static_cast<std::size_t>(binder)] = {table, 0, true};
}

std::uint64_t* Evaluator::words(std::uint32_t n) {
  if (n > k_block_words) {
    large_.push_back(std::make_unique<std::uint64_t[]>(n));
    return large_.back().get();
  }
  if (used_ + n > k_block_words) {
    blocks_.push_back(std::make_unique<std::uint64_t[]>(k_block_words));
    used_ = 0;
  }
  std::uint64_t* at = blocks_.back().get() + used_;
  used_ += n;
  return at;
}

std::uint32_t* Evaluator::row_list(const std::vector<std::uint32_t>& rows) {
  auto* list =
      reinterpret_cast<std::uint32_t*>(words(static_cast<std::uint32_t>(rows.size() / 2 + 1)));
  std::copy(rows.begin(), rows.end(), list);
  return list;
}

// Keeps the cells noted since `mark` for the next time the answer is asked for. Of an answer that
// rests on very many, the first ones and the tables that did not come: else a condition on each of
// a child's rows that asks about all of them would note the square of their number.
void Evaluator::keep_noted(ExprId id, std::size_t mark) {
  constexpr std::ptrdiff_t k_most_kept = 256;
  const auto first = trace_->cells.begin() + static_cast<std::ptrdiff_t>(mark);
  if (trace_->cells.end() - first > k_most_kept) {
    const auto cut = std::remove_if(first + k_most_kept, trace_->cells.end(),
                                    [](const CellRef& cell) { return cell.field >= 0; });
    trace_->cells.erase(cut, trace_->cells.end());
  }
  noted_.resize(slots_.size());
  Noted& noted = noted_[static_cast<std::size_t>(id)];
  noted.epoch = epoch_;
  noted.cells.assign(trace_->cells.begin() + static_cast<std::ptrdiff_t>(mark),
                     trace_->cells.end());
}

bool Evaluator::note_again(ExprId id) {
  if (noted_.empty()) return false;
  const Noted& noted = noted_[static_cast<std::size_t>(id)];
  if (noted.epoch != epoch_) return false;
  trace_->cells.insert(trace_->cells.end(), noted.cells.begin(), noted.cells.end());
  return true;
}

// Each answer is looked up among what was remembered for this child, else computed. While cells
// are being noted it is computed once more, and then its cells are remembered with it.
template <class T>
T Evaluator::remembered(ExprId id, T Value::*member, T (Evaluator::*compute)(const PlanNode&)) {
  const PlanNode& node = plan_[id];
  Slot& slot = slots_[static_cast<std::size_t>(id)];
  if (slot.good_until >= epoch_ && (trace_ == nullptr || note_again(id))) {
    return slot.value.*member;
  }
  const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
  const T result = (this->*compute)(node);
  if (node.remembered && error_.empty()) {
    slot.value.*member = result;
    slot.good_until = node.fixed ? k_every_child : epoch_;
    if (trace_ != nullptr) keep_noted(id, mark);
  }
  return result;
}

Truth Evaluator::truth(ExprId id) {
  return remembered(id, &Value::truth, &Evaluator::compute_truth);
}
Date Evaluator::date(ExprId id) {
  return remembered(id, &Value::date, &Evaluator::compute_date);
}
Number Evaluator::number(ExprId id) {
  return remembered(id, &Value::number, &Evaluator::compute_number);
}
CodeValue Evaluator::code(ExprId id) {
  return remembered(id, &Value::code, &Evaluator::compute_code);
}
Rows Evaluator::rows(ExprId id) {
  return remembered(id, &Value::rows, &Evaluator::compute_rows);
}
Row Evaluator::row(ExprId id) {
  return remembered(id, &Value::row, &Evaluator::compute_row);
}
Run Evaluator::run(ExprId id) {
  return remembered(id, &Value::run, &Evaluator::compute_run);
}
Window Evaluator::window(ExprId id) {
  return remembered(id, &Value::window, &Evaluator::compute_window);
}

template <>
Truth Evaluator::value_of<Truth>(ExprId id) {
  return truth(id);
}
template <>
Date Evaluator::value_of<Date>(ExprId id) {
  return date(id);
}
template <>
Number Evaluator::value_of<Number>(ExprId id) {
  return number(id);
}
template <>
CodeValue Evaluator::value_of<CodeValue>(ExprId id) {
  return code(id);
}
template <>
Run Evaluator::value_of<Run>(ExprId id) {
  return run(id);
}
template <>
Window Evaluator::value_of<Window>(ExprId id) {
  return window(id);
}

// The value of the first condition that holds; where one cannot be decided, all that the value
// could be.
template <class T>
T Evaluator::choose(const PlanNode& node) {
  bool any = false;
  T result{};
  const auto take = [&](ExprId id) {
    const T value = value_of<T>(id);
    result = any ? hull_of(result, value) : value;
    any = true;
  };
  for (std::uint32_t i = 0; i + 1 < node.arg_count; i += 2) {
    const Truth holds = truth(node.args[i]);
    if (holds == Truth::no) continue;
    take(node.args[i + 1]);
    if (holds == Truth::yes) return result;
  }
  take(node.args[node.arg_count - 1]);
  return result;
}
template Date Evaluator::choose<Date>(const PlanNode&);
template Number Evaluator::choose<Number>(const PlanNode&);
template CodeValue Evaluator::choose<CodeValue>(const PlanNode&);
template Run Evaluator::choose<Run>(const PlanNode&);
template Window Evaluator::choose<Window>(const PlanNode&);

ComputeResult Evaluator::run_compute(const PlanNode& node) {
  if (computes_ == nullptr) computes_ = std::make_unique<ComputeRunner>(plan_.rulebook());
  ComputeResult result = computes_->run(node.compute, *case_);
  if (trace_ != nullptr) {
    for (const CellRef& cell : result.cells) trace_->cells.push_back(cell);
  }
  if (result.ended == ComputeResult::Ended::error && error_.empty()) error_ = result.message;
  return result;
}

// no of all{}, yes of any{} rest on the one part that decided; a doubt rests on the parts in doubt.
Truth Evaluator::logic(const PlanNode& node) {
  const Truth decisive = node.op == Op::all_of ? Truth::no : Truth::yes;
  Truth result = !decisive;
  const std::size_t start = trace_ != nullptr ? trace_->mark() : 0;
  for (std::uint32_t i = 0; i < node.arg_count; ++i) {
    const std::size_t mark = trace_ != nullptr ? trace_->mark() : 0;
    const Truth part = truth(node.args[i]);
    if (part == decisive) {
      if (trace_ != nullptr) {
        trace_->cells.erase(trace_->cells.begin() + static_cast<std::ptrdiff_t>(start),
                            trace_->cells.begin() + static_cast<std::ptrdiff_t>(mark));
      }
      return node.op == Op::none_of ? Truth::no : decisive;
    }
    if (part == Truth::unknown) {
      if (trace_ != nullptr && result != Truth::unknown) {
        trace_->cells.erase(trace_->cells.begin() + static_cast<std::ptrdiff_t>(start),
                            trace_->cells.begin() + static_cast<std::ptrdiff_t>(mark));
      }
      result = Truth::unknown;
    } else if (trace_ != nullptr && result == Truth::unknown) {
      trace_->forget_since(mark);
    }
  }
  return node.op == Op::none_of ? !result : result;
}

Truth Evaluator::constant(const PlanNode& node) {
  if (node.texts->empty()) return truth_of(node.codes[0] == 1);
  if (trace_ != nullptr) trace_->tell(plan_.id_of(node));
  return Truth::unknown;
}

Truth Evaluator::compute_truth(const PlanNode& node) {
  switch (node.op) {
    case Op::constant_truth:
      return constant(node);
    case Op::all_of:
    case Op::any_of:
    case Op::none_of:
      return logic(node);
    case Op::value_is:
    case Op::value_is_not:
      return code_is(node);
    case Op::text_contains:
      return text_contains(node);
    case Op::includes:
      return includes(node);
    case Op::same_value:
      return same_value(node);
    case Op::is_known:
      return known(node.a);
    case Op::is_missing:
      return !known(node.a);
    case Op::any_rows:
      return any(rows(node.a));
    case Op::supplied:
      return truth_of(slice(node.table).supply == Supply::full);
    case Op::choose:
      return choose<Truth>(node);
    case Op::compute: {
      const ComputeResult result = run_compute(node);
      return result.ended == ComputeResult::Ended::answer ? result.truth : Truth::unknown;
    }
    case Op::at_least:
    case Op::more_than:
    case Op::at_most:
    case Op::under:
    case Op::equals:
      return compare_numbers(node);
    default:
      return compare_dates(node);
  }
}

// Is there such a fact, and does the record say it? An unseen table leaves it open.
Truth Evaluator::known(ExprId id) {
  switch (plan_[id].type) {
    case Type::date:
      return on_record(date(id), case_->as_at);
    case Type::number: {
      const Number n = number(id);
      if (n.is_absent() || n.is_unknown()) return Truth::no;
      return n.may_be_absent ? Truth::unknown : Truth::yes;
    }
    case Type::value: {
      const CodeValue v = code(id);
      if (v.is_absent() || (v.is_unknown() && !v.may_be_absent)) return Truth::no;
      return v.may_be_absent ? Truth::unknown : Truth::yes;
    }
    case Type::row: {
      const Row r = row(id);
      if (r.candidates == 0) return r.unseen ? Truth::unknown : Truth::no;
      return r.may_be_absent ? Truth::unknown : Truth::yes;
    }
    case Type::run:
      return run(id).exists;
    default:
      return Truth::unknown;
  }
}

}  // namespace tidemark
