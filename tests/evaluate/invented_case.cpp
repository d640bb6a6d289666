#include "evaluate/invented_case.hpp"

#include <algorithm>
#include <utility>

namespace tidemark::invented {

InventedCase::InventedCase(const Model& model, Day as_at) : model_(model) {
  const std::size_t tables = model.tables.size();
  case_.model = &model;
  case_.as_at = as_at;
  case_.tables.resize(tables);
  rows_.resize(tables);
  dropped_.resize(tables);
  columns_.resize(tables);
  pointers_.resize(tables);
  for (std::size_t t = 0; t < tables; ++t) {
    case_.tables[t].supply = Supply::full;
    dropped_[t].assign(model.tables[t].fields.size(), false);
  }
}

Cell InventedCase::partly(Day lo, Day hi) {
  pools_.dates.push_back(Date::between(lo, hi));
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

Cell InventedCase::one_of(Cell a, Cell b) {
  pools_.either.emplace_back(a, b);
  return k_cell_side + static_cast<Cell>(pools_.either.size() - 1);
}

void InventedCase::add(int table, std::vector<Cell> row) {
  rows_[static_cast<std::size_t>(table)].push_back(std::move(row));
}

void InventedCase::supply(int table, Supply supply) {
  case_.tables[static_cast<std::size_t>(table)].supply = supply;
}

void InventedCase::covers_from(int table, Day day) {
  case_.tables[static_cast<std::size_t>(table)].covers_from = day;
}

void InventedCase::drop_column(int table, int field) {
  dropped_[static_cast<std::size_t>(table)][static_cast<std::size_t>(field)] = true;
}

Day InventedCase::first_day(Cell cell) const {
  if (is_plain(cell)) return cell;
  return is_side(cell) ? pools_.dates[static_cast<std::size_t>(cell - k_cell_side)].lo : k_earliest;
}

void InventedCase::fill(std::size_t table) {
  const CaseTable& shape = model_.tables[table];
  const bool dated = shape.shape == Shape::periods || shape.shape == Shape::events;
  std::vector<std::vector<Cell>> seen;
  for (const auto& row : rows_[table]) {
    if (!dated || first_day(row[0]) <= case_.as_at) seen.push_back(row);
  }
  if (dated) {
    std::stable_sort(seen.begin(), seen.end(), [&](const auto& a, const auto& b) {
      return first_day(a[0]) < first_day(b[0]);
    });
  }
  CaseSlice& slice = case_.tables[table];
  slice.count = static_cast<std::uint32_t>(seen.size());
  slice.plain_dates = !dated || std::all_of(seen.begin(), seen.end(),
                                            [](const auto& row) { return is_plain(row[0]); });
  const bool blank = shape.shape == Shape::facts && seen.empty();
  if (blank) slice.count = 1;
  columns_[table].assign(shape.fields.size(), {});
  pointers_[table].assign(shape.fields.size(), nullptr);
  for (std::size_t f = 0; f < shape.fields.size(); ++f) {
    for (const auto& row : seen) columns_[table][f].push_back(row[f]);
    if (!blank && !dropped_[table][f]) pointers_[table][f] = columns_[table][f].data();
  }
  slice.columns = pointers_[table].data();
}

const ChildCase& InventedCase::child_case() {
  for (std::size_t t = 0; t < model_.tables.size(); ++t) fill(t);
  case_.pools = &pools_;
  case_.texts = &pools_.texts;
  return case_;
}

}  // namespace tidemark::invented
