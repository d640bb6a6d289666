#include "evaluate/filtering.hpp"

namespace tidemark {

Truth Evaluator::Filtering::holds(std::uint32_t at) {
  Truth all = Truth::yes;
  std::size_t index = 0;
  for (const auto& clause : filter_->clauses) {
    Truth any = Truth::no;
    for (const RowTest& test : clause) {
      if (any != Truth::yes) any = any | (test.is_date ? date(test, index, at) : code(test, at));
      ++index;
    }
    if (any == Truth::no) return any;
    all = all & any;
  }
  return all;
}

Truth Evaluator::Filtering::code(const RowTest& test, std::uint32_t at) const {
  const Cell cell = case_.cell(table_, test.field, at);
  const bool wanted = test.op == Op::value_is;
  const auto listed = [&](Cell c) {
    return truth_of((c < 64 && ((test.code_bits >> static_cast<unsigned>(c)) & 1U) != 0) == wanted);
  };
  if (is_plain(cell)) return listed(cell);
  if (cell == k_cell_absent) return Truth::no;
  if (!is_side(cell)) return Truth::unknown;
  const auto& [a, b] = case_.pools->either[static_cast<std::size_t>(cell - k_cell_side)];
  return either(listed(a), listed(b));
}

Truth Evaluator::Filtering::date(const RowTest& test, std::size_t index, std::uint32_t at) {
  const Date cell = case_.date_at(table_, test.field, at);
  if (test.op == Op::is_known) return on_record(cell, case_.as_at);
  if (test.op == Op::is_missing) return !on_record(cell, case_.as_at);
  if (!ready_[index]) {
    others_[index] = evaluator_.date(test.other);
    ready_[index] = true;
  }
  const Date& a = test.cell_on_left ? cell : others_[index];
  const Date& b = test.cell_on_left ? others_[index] : cell;
  switch (test.op) {
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

}  // namespace tidemark
