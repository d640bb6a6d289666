#include "snapshot/table_feeds.hpp"

#include <algorithm>

namespace tidemark {

const Cell* ActiveFeed::column(int index) const {
  if (index < 0) return nullptr;
  const std::vector<Cell>& cells = records->columns[static_cast<std::size_t>(index)];
  return cells.empty() ? nullptr : cells.data();
}

const FieldFeed* ActiveFeed::of_field(int field) const {
  for (const FieldFeed& f : feed->fields) {
    if (f.field == field) return &f;
  }
  return nullptr;
}

bool TableFeeds::fills(int field) const {
  return std::any_of(feeds.begin(), feeds.end(), [&](const ActiveFeed& active) {
    const FieldFeed* from = active.of_field(field);
    return from != nullptr && (from->column < 0 || active.column(from->column) != nullptr);
  });
}

namespace {

// A table whose rows cannot be dated at all tells nothing that happened.
bool gives_first_date(const RecordTable& records, const Feed& feed) {
  return std::any_of(feed.fields.begin(), feed.fields.end(), [&](const FieldFeed& f) {
    return f.field == 0 &&
           (f.column < 0 || records.column_supplied[static_cast<std::size_t>(f.column)]);
  });
}

// Of several sources the one that tells most counts: what one of them covers is covered.
void add_telling(TableFeeds& into, const Feed& feed, Day covers_from) {
  const Supply told = feed.partial ? Supply::partial : Supply::full;
  const bool tells_all = told == Supply::full && !feed.latest;
  const bool first = into.feeds.size() == 1 || !into.tells_all;
  if (tells_all) {
    into.covers_from = first ? covers_from : std::min(into.covers_from, covers_from);
    into.tells_all = true;
  } else if (!into.tells_all && !feed.latest) {
    into.covers_from = std::max(into.covers_from, covers_from);
  }
  into.supply = std::max(into.supply, told);
}

}  // namespace

std::vector<TableFeeds> choose_feeds(const Snapshot& snapshot, const Model& model,
                                     const Sources& sources) {
  std::vector<TableFeeds> tables(model.tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) tables[t].table = &model.tables[t];
  for (std::size_t s = 0; s < sources.tables.size(); ++s) {
    const RecordTable& records = snapshot.tables[s];
    if (!records.supplied) continue;
    for (const Feed& feed : sources.tables[s].feeds) {
      const bool unneeded =
          feed.unless_supplied >= 0 &&
          snapshot.tables[static_cast<std::size_t>(feed.unless_supplied)].supplied;
      if (unneeded) continue;
      TableFeeds& into = tables[static_cast<std::size_t>(feed.case_table)];
      if (into.is_dated() && !gives_first_date(records, feed)) continue;
      into.feeds.push_back({&feed, &sources.tables[s], &records});
      add_telling(into, feed, records.covers_from);
    }
  }
  return tables;
}

std::vector<bool> missing_tables(const Snapshot& snapshot, const Model& model,
                                 const Sources& sources) {
  std::vector<bool> missing;
  for (const TableFeeds& table : choose_feeds(snapshot, model, sources)) {
    missing.push_back(table.feeds.empty() && table.table->shape != Shape::facts);
  }
  return missing;
}

Day first_day_of(Cell cell, const SidePools& pools) {
  if (is_plain(cell)) return cell;
  if (is_side(cell)) return pools.dates[static_cast<std::size_t>(cell - k_cell_side)].lo;
  return k_earliest;
}

}  // namespace tidemark
