#include "evaluate/row_filter.hpp"

#include <algorithm>

namespace tidemark {
namespace {

class Taker {
 public:
  Taker(const Rulebook& rulebook, int binder, const std::vector<bool>& outside)
      : rulebook_(rulebook), binder_(binder), outside_(outside) {}

  [[nodiscard]] std::optional<RowTest> test(ExprId id) const {
    const Expr& expr = rulebook_.exprs[id];
    switch (expr.op) {
      case Op::value_is:
      case Op::value_is_not:
        return code_test(expr);
      case Op::is_known:
      case Op::is_missing:
        return known_test(expr);
      case Op::before:
      case Op::after:
      case Op::on_or_before:
      case Op::on_or_after:
      case Op::same_day:
        return date_test(expr);
      default:
        return std::nullopt;
    }
  }

 private:
  // The field, if the expression is a cell of the row itself.
  [[nodiscard]] int own_field(ExprId id) const {
    const Expr& expr = rulebook_.exprs[id];
    if (expr.op != Op::date_field && expr.op != Op::value_field) return -1;
    const Expr& row = rulebook_.exprs[expr.args[0]];
    return row.op == Op::bound_row && row.binder == binder_ ? expr.field : -1;
  }
  [[nodiscard]] std::optional<RowTest> code_test(const Expr& expr) const {
    RowTest test;
    test.op = expr.op;
    test.field = static_cast<std::int16_t>(own_field(expr.args[0]));
    const bool small =
        std::all_of(expr.codes.begin(), expr.codes.end(), [](Cell c) { return c >= 0 && c < 64; });
    if (test.field < 0 || !small || !expr.texts.empty()) return std::nullopt;
    for (const Cell c : expr.codes) test.code_bits |= std::uint64_t{1} << static_cast<unsigned>(c);
    return test;
  }
  [[nodiscard]] std::optional<RowTest> known_test(const Expr& expr) const {
    RowTest test;
    test.op = expr.op;
    test.field = static_cast<std::int16_t>(own_field(expr.args[0]));
    test.is_date = rulebook_.exprs[expr.args[0]].op == Op::date_field;
    if (test.field < 0 || !test.is_date) return std::nullopt;
    return test;
  }
  [[nodiscard]] std::optional<RowTest> date_test(const Expr& expr) const {
    RowTest test;
    test.op = expr.op;
    test.is_date = true;
    for (const std::size_t side : {0U, 1U}) {
      const int field = own_field(expr.args[side]);
      const ExprId other = expr.args[1 - side];
      if (field < 0 || !outside_[static_cast<std::size_t>(other)]) continue;
      test.field = static_cast<std::int16_t>(field);
      test.cell_on_left = side == 0;
      test.other = other;
      return test;
    }
    return std::nullopt;
  }

  const Rulebook& rulebook_;
  int binder_;
  const std::vector<bool>& outside_;
};

}  // namespace

std::optional<RowFilter> row_filter(const Rulebook& rulebook, ExprId condition, int binder,
                                    const std::vector<bool>& outside) {
  const Taker taker(rulebook, binder, outside);
  RowFilter filter;
  const Expr& whole = rulebook.exprs[condition];
  const std::vector<ExprId> one{condition};
  for (const ExprId part : whole.op == Op::all_of ? whole.args : one) {
    const Expr& clause = rulebook.exprs[part];
    filter.clauses.emplace_back();
    const std::vector<ExprId> single{part};
    for (const ExprId id : clause.op == Op::any_of ? clause.args : single) {
      const std::optional<RowTest> test = taker.test(id);
      if (!test) return std::nullopt;
      filter.clauses.back().push_back(*test);
      ++filter.tests;
    }
  }
  if (filter.tests > RowFilter::k_most_tests) return std::nullopt;
  return filter;
}

}  // namespace tidemark
