#include "evaluate/given_case.hpp"

#include <algorithm>

#include "snapshot/wall.hpp"

namespace tidemark {

GivenCase::GivenCase(const Rulebook& rulebook, const Example& example, Day as_at,
                     const SidePools* pools)
    : rulebook_(rulebook) {
  const std::size_t tables = rulebook.model.tables.size();
  case_.model = &rulebook.model;
  case_.pools = pools != nullptr ? pools : &rulebook.given_pools;
  case_.texts = &rulebook.given_pools.texts;
  case_.as_at = as_at;
  case_.tables.resize(tables);
  cells_.resize(tables);
  columns_.resize(tables);
  for (std::size_t t = 0; t < tables; ++t) {
    const auto given = std::find_if(example.given.begin(), example.given.end(),
                                    [&](const auto& g) { return g.table == static_cast<int>(t); });
    const bool supplied = std::find(example.not_supplied.begin(), example.not_supplied.end(),
                                    static_cast<int>(t)) == example.not_supplied.end();
    fill(t, given == example.given.end() ? nullptr : &*given, supplied);
  }
}

void GivenCase::fill(std::size_t table, const GivenTable* given, bool supplied) {
  const CaseTable& model = rulebook_.model.tables[table];
  const bool dated = model.shape == Shape::periods || model.shape == Shape::events;
  CaseSlice& slice = case_.tables[table];
  cells_[table].resize(model.fields.size());
  columns_[table].assign(model.fields.size(), nullptr);
  slice.supply = supplied ? Supply::full : Supply::none;
  const auto first_day = [&](Cell cell) {
    if (is_plain(cell)) return cell;
    return is_side(cell) ? case_.pools->dates[static_cast<std::size_t>(cell - k_cell_side)].lo
                         : k_earliest;
  };
  if (given != nullptr && supplied) {
    std::vector<std::vector<Cell>> rows = given->rows;  // an example may write them in any order
    if (dated) {
      std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        return first_day(a[0]) < first_day(b[0]);
      });
    }
    for (const std::vector<Cell>& row : rows) {
      if (dated && first_day(row[0]) > case_.as_at) continue;
      slice.plain_dates = slice.plain_dates && (!dated || is_plain(row[0]));
      ++slice.count;
      for (std::size_t f = 0; f < row.size(); ++f) {
        const int after = model.fields[f].after;
        const Cell day = after < 0 ? case_.as_at : row[static_cast<std::size_t>(after)];
        cells_[table][f].push_back(on_record_by(case_.as_at, row[f], day, *case_.pools));
      }
    }
  }
  if (model.shape == Shape::facts && slice.count == 0) {
    slice.count = 1;
  } else if (supplied) {
    for (std::size_t f = 0; f < model.fields.size(); ++f)
      columns_[table][f] = cells_[table][f].data();
  }
  slice.columns = columns_[table].data();
}

}  // namespace tidemark
