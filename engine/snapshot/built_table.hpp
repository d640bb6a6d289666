// BuiltTable: a case table whose rows are made anew for each child: rows of several feeds, filtered
// rows, rows that join into periods. What is built rests on what lies behind the wall only. Belongs
// to one CaseView.
#pragma once

#include <vector>

#include "snapshot/joining.hpp"
#include "snapshot/table_feeds.hpp"

namespace tidemark {

// A row of a built table: where it came from.
struct BuiltRow {
  std::uint16_t feed = 0;  // index into TableFeeds::feeds
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
};

class BuiltTable {
 public:
  // `pools`: dates that are made for a child are added there; the owner takes them away again.
  BuiltTable(const TableFeeds& feeds, SidePools& pools, Day as_at);

  void open(std::uint32_t child, CaseSlice& slice);
  [[nodiscard]] const Cell* const* columns() const { return columns_.data(); }
  [[nodiscard]] const BuiltRow& row(std::uint32_t index) const { return rows_[index]; }

 private:
  void take_rows(const ActiveFeed& active, std::uint32_t child);
  void append_rows(std::uint16_t feed_index);
  void append_periods(std::uint16_t feed_index, std::uint32_t child);
  void append(const BuiltRow& row, const JoinedPeriod& period);
  void sort_rows();
  void tell_how_much(CaseSlice& slice) const;
  [[nodiscard]] Cell cell_of(const ActiveFeed& active, int field, const JoinedPeriod& period);
  [[nodiscard]] Cell hull_cell(Cell a, Cell b, FieldKind kind);

  const TableFeeds& feeds_;
  SidePools& pools_;
  Day as_at_;
  bool latest_only_ = false;              // every feed shows a child's latest row alone
  std::vector<std::vector<Cell>> cells_;  // by field, row
  std::vector<const Cell*> columns_;      // by field; nullptr: no feed fills it
  std::vector<BuiltRow> rows_;
  std::vector<std::uint8_t> maybe_;  // by row: it may or may not belong to the table

  std::vector<std::uint32_t> taken_;       // rows of the source that passed the filters ...
  std::vector<std::uint8_t> taken_maybe_;  // ... by a blank code: empty where none did
  std::vector<JoinedPeriod> periods_;
  JoiningBuffers buffers_;
};

}  // namespace tidemark
