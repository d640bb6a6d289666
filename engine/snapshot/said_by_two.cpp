#include "snapshot/said_by_two.hpp"

#include <algorithm>
#include <utility>

#include "snapshot/row_order.hpp"

namespace tidemark {
namespace {

Cell cell_for(const Date& date, SidePools& pools) {
  if (date.is_exact()) return date.lo;
  pools.dates.push_back(date);
  return k_cell_side + static_cast<Cell>(pools.dates.size() - 1);
}

// One says that it ended, the other that it still ran on `known_to`.
Cell end_of_two(Cell ended, Day known_to, SidePools& pools) {
  Date date = date_in(ended, pools);
  if (date.lo > known_to) return ended;
  date.may_be_absent = true;
  return cell_for(date, pools);
}

bool says_nothing(Cell cell, const SidePools& pools) {
  return cell == k_cell_unknown || (is_side(cell) && date_in(cell, pools) == Date::undecided());
}

bool is_blank(Cell cell) {
  return cell == k_cell_unknown || cell == k_cell_absent;
}

}  // namespace

Cell date_of_two(Cell a, Cell b, EndKnown end_known_to, SidePools& pools) {
  if (a == b || says_nothing(b, pools)) return a;
  if (says_nothing(a, pools)) return b;
  if (a == k_cell_absent) return end_of_two(b, end_known_to.a, pools);
  if (b == k_cell_absent) return end_of_two(a, end_known_to.b, pools);
  const Date x = date_in(a, pools);
  const Date y = date_in(b, pools);
  const Date shared{std::max(x.lo, y.lo), std::min(x.hi, y.hi), x.may_be_absent && y.may_be_absent};
  if (shared.lo <= shared.hi) return shared == x ? a : (shared == y ? b : cell_for(shared, pools));
  return cell_for(hull(x, y), pools);
}

Cell value_of_two(Cell a, Cell b, FieldKind kind, const TextPool& texts, SidePools& pools) {
  if (a == b || b == k_cell_unknown) return a;
  if (is_blank(a) || b == k_cell_absent) return is_blank(a) ? b : a;
  const bool either = kind == FieldKind::code || kind == FieldKind::text || kind == FieldKind::id;
  if (!either) return k_cell_unknown;
  const auto pair_of = [&](Cell cell) {
    return is_side(cell) ? pools.either[static_cast<std::size_t>(cell - k_cell_side)]
                         : std::pair(cell, cell);
  };
  const auto holds_all = [&](const std::pair<Cell, Cell>& big, const std::pair<Cell, Cell>& small) {
    const auto in = [&big](Cell cell) { return cell == big.first || cell == big.second; };
    return in(small.first) && in(small.second);
  };
  // The one that leaves less open; of three values nothing is left to say.
  if (holds_all(pair_of(a), pair_of(b))) return b;
  if (holds_all(pair_of(b), pair_of(a))) return a;
  if (is_side(a) || is_side(b)) return k_cell_unknown;
  // By what they say: ids of texts follow the order of reading.
  const bool in_order = kind == FieldKind::code ? a < b : texts.text(a) < texts.text(b);
  pools.either.emplace_back(in_order ? a : b, in_order ? b : a);
  return k_cell_side + static_cast<Cell>(pools.either.size() - 1);
}

}  // namespace tidemark
