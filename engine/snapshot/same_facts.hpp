// Same facts: rows of two feeds that tell of one thing become one row of the case table, behind the
// wall. What only one of them says stands; where they disagree the row says both. Works on the rows
// of one child; one thread.
#pragma once

#include <vector>

#include "snapshot/table_feeds.hpp"

namespace tidemark {

// A row of a built table: where it came from.
struct BuiltRow {
  std::uint16_t feed = 0;  // index into TableFeeds::feeds
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::int32_t next = -1;  // another row that tells of the same: index into BuiltRows::met
};

// The rows of one child in one case table, feed after feed.
struct BuiltRows {
  std::vector<std::vector<Cell>> cells;  // by field, row
  std::vector<BuiltRow> rows;
  std::vector<std::uint8_t> maybe;  // by row: it may or may not belong to the table
  std::vector<BuiltRow> met;        // rows that went into others

  void clear();
};

// Nothing to do, and nothing done, where all rows are of one feed or the table declares no
// same_fact. New dates and pairs of codes are added to `pools`.
void meet(BuiltRows& rows, const TableFeeds& feeds, SidePools& pools, const TextPool& texts,
          Day as_at);

}  // namespace tidemark
