// TableFeeds: how one case table is filled in one snapshot: which feeds of which source tables, and
// how much they tell. Chosen once when a CaseView is made; read only afterwards.
#pragma once

#include <vector>

#include "snapshot/child_case.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

struct ActiveFeed {
  const Feed* feed = nullptr;
  const SourceTable* source = nullptr;
  const RecordTable* records = nullptr;

  // The cells of a column of the source table; nullptr where it did not come.
  [[nodiscard]] const Cell* column(int index) const;
  [[nodiscard]] const FieldFeed* of_field(int field) const;  // nullptr: the feed does not fill it
};

struct TableFeeds {
  const CaseTable* table = nullptr;
  std::vector<ActiveFeed> feeds;
  Supply supply = Supply::none;
  Day covers_from = k_earliest;
  bool tells_all = false;  // some feed tells of every row from covers_from on

  [[nodiscard]] bool is_dated() const {
    return table->shape == Shape::periods || table->shape == Shape::events;
  }
  // Some feed fills this field from a column that came.
  [[nodiscard]] bool fills(int field) const;
};

// By case table of the model.
[[nodiscard]] std::vector<TableFeeds> choose_feeds(const Snapshot& snapshot, const Model& model,
                                                   const Sources& sources);

// By case table: no file fills it, so no child has a row of it. Never a table of facts, whose one
// row every child has.
[[nodiscard]] std::vector<bool> missing_tables(const Snapshot& snapshot, const Model& model,
                                               const Sources& sources);

// The first day that a date cell could be; k_earliest where nothing is known of it.
[[nodiscard]] Day first_day_of(Cell cell, const SidePools& pools);

}  // namespace tidemark
