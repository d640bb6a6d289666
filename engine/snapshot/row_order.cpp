#include "snapshot/row_order.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tidemark {
namespace {

int sign_of(bool less, bool more) {
  return less ? -1 : (more ? 1 : 0);
}

template <class T>
int compare(const T& a, const T& b) {
  return sign_of(a < b, b < a);
}

// order[i]: where row i of the new table stands in the old one, from `first` on.
template <class T>
void reorder(std::vector<T>& values, const std::vector<std::uint32_t>& order, std::size_t first,
             std::vector<T>& spare) {
  if (values.empty()) return;
  spare.resize(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) spare[i] = values[order[i]];
  if (first == 0 && spare.size() == values.size()) {
    values.swap(spare);
  } else {
    std::copy(spare.begin(), spare.end(), values.begin() + static_cast<std::ptrdiff_t>(first));
  }
}

struct Spare {
  std::vector<Cell> cells;
  std::vector<std::uint32_t> lines;
  std::vector<std::uint16_t> files;
};

void reorder_table(RecordTable& table, const std::vector<std::uint32_t>& order, std::size_t first,
                   Spare& spare) {
  for (std::vector<Cell>& column : table.columns) reorder(column, order, first, spare.cells);
  reorder(table.line, order, first, spare.lines);
  reorder(table.file, order, first, spare.files);
}

// Rows already stand child by child when no child's number is below the one before.
void group(RecordTable& table, std::vector<std::uint32_t>& child, std::size_t children) {
  std::vector<std::uint32_t>& first = table.first_row;
  first.assign(children + 1, 0);
  bool grouped = true;
  std::uint32_t before = 0;
  for (const std::uint32_t c : child) {
    grouped &= c >= before;
    before = c;
    ++first[c + 1];
  }
  std::partial_sum(first.begin(), first.end(), first.begin());
  if (grouped) return;
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  std::vector<std::uint32_t> order(child.size());
  for (std::uint32_t row = 0; row < child.size(); ++row) order[next[child[row]]++] = row;
  child = {};
  Spare spare;
  reorder_table(table, order, 0, spare);
}

}  // namespace

Date date_in(Cell cell, const SidePools& pools) {
  if (is_plain(cell)) return Date::known(cell);
  if (is_side(cell)) return pools.dates[static_cast<std::size_t>(cell - k_cell_side)];
  return cell == k_cell_absent ? Date::absent() : Date::unknown();
}

RowOrder::RowOrder(const SourceTable& source, const RecordTable& table, const SidePools& pools)
    : source_(source), table_(table), pools_(pools) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].empty()) columns_.push_back(i);
  }
  if (source.date_column < 0) return;
  const std::vector<Cell>& dates = table.columns[static_cast<std::size_t>(source.date_column)];
  if (!dates.empty()) dates_ = &dates;
}

int RowOrder::compare_text(Cell a, Cell b) const {
  if (!is_plain(a) || !is_plain(b)) return compare(a, b);
  return pools_.texts.text(a).compare(pools_.texts.text(b));
}

int RowOrder::compare_cells(std::size_t column, Cell a, Cell b) const {
  if (a == b) return 0;
  const FieldKind kind = source_.columns[column].kind;
  if (is_date(kind)) {
    const Date x = date_in(a, pools_);
    const Date y = date_in(b, pools_);
    return compare(std::tie(x.lo, x.hi, x.may_be_absent), std::tie(y.lo, y.hi, y.may_be_absent));
  }
  const bool text = kind == FieldKind::text || kind == FieldKind::id;
  return text ? compare_text(a, b) : compare(a, b);
}

int RowOrder::compare_in(const std::vector<std::size_t>& columns, std::size_t a,
                         std::size_t b) const {
  for (const std::size_t column : columns) {
    const std::vector<Cell>& cells = table_.columns[column];
    const int order = compare_cells(column, cells[a], cells[b]);
    if (order != 0) return order;
  }
  return 0;
}

bool RowOrder::is_before(std::size_t a, std::size_t b) const {
  const Day x = first_day(a);
  const Day y = first_day(b);
  if (x != y) return x < y;
  const int order = compare_in(columns_, a, b);
  if (order != 0) return order < 0;
  return std::tie(table_.file[a], table_.line[a]) < std::tie(table_.file[b], table_.line[b]);
}

void arrange_rows(const SourceTable& source, RecordTable& table, std::vector<std::uint32_t>& child,
                  std::size_t children, const SidePools& pools) {
  group(table, child, children);
  const RowOrder order(source, table, pools);
  const auto is_before = [&order](std::uint32_t a, std::uint32_t b) {
    return order.is_before(a, b);
  };
  std::vector<std::uint32_t> rows;
  Spare spare;
  for (std::size_t c = 0; c < children; ++c) {
    const std::uint32_t begin = table.first_row[c];
    const std::uint32_t end = table.first_row[c + 1];
    bool in_order = true;
    for (std::uint32_t row = begin + 1; row < end && in_order; ++row) {
      in_order = order.first_day(row - 1) < order.first_day(row) || !order.is_before(row, row - 1);
    }
    if (in_order) continue;
    rows.resize(end - begin);
    std::iota(rows.begin(), rows.end(), begin);
    std::sort(rows.begin(), rows.end(), is_before);
    reorder_table(table, rows, begin, spare);
  }
}

void drop_rows(RecordTable& table, const std::vector<bool>& marked) {
  const auto squeeze = [&marked](auto& values) {
    if (values.empty()) return;
    std::size_t kept = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (!marked[row]) values[kept++] = values[row];
    }
    values.resize(kept);
  };
  for (std::vector<Cell>& column : table.columns) squeeze(column);
  std::vector<std::uint32_t> left(marked.size() + 1, 0);
  for (std::size_t row = 0; row < marked.size(); ++row) left[row + 1] = left[row] + !marked[row];
  for (std::uint32_t& first : table.first_row) first = left[first];
  squeeze(table.line);
  squeeze(table.file);
}

}  // namespace tidemark
