// RowFilter: the condition of a where{} or unbroken{} that is nothing but tests of the row's own
// cells, taken apart so that rows are passed over without walking the expression for each. It
// answers what the expression would; conditions of any other form have no filter.
#pragma once

#include <optional>
#include <vector>

#include "evaluate/values.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

// One test of one cell.
struct RowTest {
  Op op = Op::value_is;      // value_is, value_is_not, is_known, is_missing or a date comparison
  bool cell_on_left = true;  // of a date comparison
  bool is_date = false;
  std::int16_t field = -1;
  std::uint64_t code_bits = 0;
  ExprId other = k_no_expr;  // the date compared with; the same for every row
};

// All of the clauses hold; a clause holds if any of its tests does.
struct RowFilter {
  static constexpr std::size_t k_most_tests = 8;
  std::vector<std::vector<RowTest>> clauses;
  std::size_t tests = 0;
};

// `condition` over the row that `binder` stands for; `outside[id]`: the expression does not depend
// on any enclosing row.
[[nodiscard]] std::optional<RowFilter> row_filter(const Rulebook& rulebook, ExprId condition,
                                                  int binder, const std::vector<bool>& outside);

}  // namespace tidemark
