// Codes, flags, texts and ids of the evaluator.
#include <algorithm>

#include "base/text.hpp"
#include "evaluate/evaluator.hpp"
#include "evaluate/hulls.hpp"

namespace tidemark {

Truth Evaluator::code_is(const PlanNode& node) {
  const CodeValue value = code(node.a);
  const bool wanted = node.op == Op::value_is;
  if (value.is_absent()) return Truth::no;
  if (value.is_unknown()) return Truth::unknown;
  const auto listed = [&](Cell c) {
    if (node.small_codes) return c < 64 && ((node.code_bits >> static_cast<unsigned>(c)) & 1U) != 0;
    return std::find(node.codes.begin(), node.codes.end(), c) != node.codes.end();
  };
  const Truth a = truth_of(listed(value.a) == wanted);
  const Truth both = value.a == value.b ? a : either(a, truth_of(listed(value.b) == wanted));
  return value.may_be_absent && both == Truth::yes ? Truth::unknown : both;
}

Truth Evaluator::text_contains(const PlanNode& node) {
  const CodeValue value = code(node.a);
  if (value.is_absent()) return Truth::no;
  if (value.is_unknown()) return Truth::unknown;
  const auto says = [&](Cell cell) {
    const std::string text = lower(case_->texts->text(cell));
    return truth_of(std::any_of(node.texts->begin(), node.texts->end(), [&](const auto& part) {
      return text.find(part) != std::string::npos;
    }));
  };
  const Truth both = value.a == value.b ? says(value.a) : either(says(value.a), says(value.b));
  return value.may_be_absent && both == Truth::yes ? Truth::unknown : both;
}

Truth Evaluator::includes(const PlanNode& node) {
  const CodeValue value = code(node.a);
  if (value.is_absent()) return Truth::no;
  if (value.is_unknown()) return Truth::unknown;
  const auto holds = [&](Cell set) {
    return truth_of((static_cast<std::uint64_t>(set) & node.code_bits) != 0);
  };
  const Truth both = either(holds(value.a), holds(value.b));
  return value.may_be_absent && both == Truth::yes ? Truth::unknown : both;
}

Truth Evaluator::same_value(const PlanNode& node) {
  const CodeValue x = code(node.a);
  const CodeValue y = code(node.b);
  if (x.is_absent() || y.is_absent()) return Truth::no;
  if (x.is_unknown() || y.is_unknown()) return Truth::unknown;
  const Truth same = either(either(truth_of(x.a == y.a), truth_of(x.b == y.b)),
                            either(truth_of(x.a == y.b), truth_of(x.b == y.a)));
  const bool open = x.may_be_absent || y.may_be_absent;
  return open && same == Truth::yes ? Truth::unknown : same;
}

CodeValue Evaluator::cell_code(int table, int field, std::uint32_t at) {
  if (trace_ != nullptr) trace_->note(table, field, at);
  const Cell cell = case_->cell(table, field, at);
  if (is_plain(cell)) return CodeValue::known(cell);
  if (cell == k_cell_absent) return CodeValue::absent();
  if (!is_side(cell)) return CodeValue::unknown();
  const auto& [a, b] = case_->pools->either[static_cast<std::size_t>(cell - k_cell_side)];
  return {a, b, false};
}

CodeValue Evaluator::compute_code(const PlanNode& node) {
  if (node.op == Op::choose) return choose<CodeValue>(node);
  if (node.op == Op::first_known || node.op == Op::either_of) {
    CodeValue result = CodeValue::absent();
    bool any = false;
    bool blank = false;  // there is such a value, but no source says which
    for (std::uint32_t i = 0; i < node.arg_count; ++i) {
      const CodeValue value = code(node.args[i]);
      if (value.is_absent() || (value.is_unknown() && !value.may_be_absent)) {
        blank = blank || !value.is_absent();
        continue;
      }
      result = any ? hull_of(result, value) : value;
      any = true;
      if (node.op == Op::first_known && !value.may_be_absent) break;
    }
    return any || !blank ? result : CodeValue::unknown();
  }
  const Row from = row(node.a);
  if (from.candidates == 0) {
    if (!from.unseen) return CodeValue::absent();
    return {k_cell_unknown, k_cell_unknown, true};
  }
  CodeValue result = cell_code(from.table, node.field, from.row);
  for (std::uint32_t i = 1; i < from.candidates; ++i) {
    result = hull_of(result, cell_code(from.table, node.field, from.candidate(i)));
  }
  if (from.unseen) result = {k_cell_unknown, k_cell_unknown, true};
  result.may_be_absent = result.may_be_absent || from.may_be_absent;
  return result;
}

}  // namespace tidemark
