#include "tiny_case.hpp"

#include <algorithm>

namespace tidemark::tests {

TinyCase::TinyCase(const Rulebook& book, const Example& example) {
  child_case.model = &book.model;
  child_case.pools = &book.given_pools;
  child_case.texts = &book.given_pools.texts;
  child_case.as_at = example.as_at;
  for (const CaseTable& table : book.model.tables) {
    cells_.emplace_back(table.fields.size());
    child_case.tables.emplace_back();
    child_case.tables.back().supply = Supply::full;
  }
  for (const GivenTable& given : example.given) {
    const auto t = static_cast<std::size_t>(given.table);
    for (const std::vector<Cell>& row : given.rows) {
      for (std::size_t f = 0; f < row.size(); ++f) cells_[t][f].push_back(row[f]);
      child_case.tables[t].plain_dates = child_case.tables[t].plain_dates && is_plain(row[0]);
    }
    child_case.tables[t].count = static_cast<std::uint32_t>(given.rows.size());
  }
  for (const int table : example.not_supplied) {
    child_case.tables[static_cast<std::size_t>(table)].supply = Supply::none;
  }
  for (const auto& table : cells_) {
    columns_.emplace_back();
    for (const auto& field : table) columns_.back().push_back(field.data());
  }
  for (std::size_t t = 0; t < columns_.size(); ++t) {
    child_case.tables[t].columns = columns_[t].data();
  }
}

}  // namespace tidemark::tests
