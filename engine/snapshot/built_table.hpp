// BuiltTable: a case table whose rows are made anew for each child: rows of several feeds, filtered
// rows, rows that join into periods, facts of two sources that meet. What is built rests on what
// lies behind the wall only. Belongs to one CaseView.
#pragma once

#include <vector>

#include "snapshot/joining.hpp"
#include "snapshot/same_facts.hpp"

namespace tidemark {

class BuiltTable {
 public:
  // `pools`: what is made for a child is added there; the owner takes it away again.
  BuiltTable(const TableFeeds& feeds, SidePools& pools, const TextPool& texts, Day as_at);

  void open(std::uint32_t child, CaseSlice& slice);
  [[nodiscard]] const Cell* const* columns() const { return columns_.data(); }
  // Where the row came from: one row of the source, or one of each source that tells of it.
  [[nodiscard]] std::vector<BuiltRow> origins(std::uint32_t row) const;

 private:
  void take_rows(const ActiveFeed& active, std::uint32_t child);
  void append_rows(std::uint16_t feed_index);
  void append_periods(std::uint16_t feed_index, std::uint32_t child);
  void append(const BuiltRow& row, const JoinedPeriod& period);
  void sort_rows();
  void tell_how_much(std::uint32_t child, CaseSlice& slice) const;
  [[nodiscard]] Cell cell_of(const ActiveFeed& active, int field, const JoinedPeriod& period);
  [[nodiscard]] Cell untold(std::size_t field, FieldKind kind);
  [[nodiscard]] Cell hull_cell(Cell a, Cell b, FieldKind kind);

  const TableFeeds& feeds_;
  SidePools& pools_;
  const TextPool& texts_;
  Day as_at_;
  bool latest_only_ = false;  // every feed shows a child's latest row alone
  std::vector<bool> fills_;   // by field: some feed fills it
  BuiltRows built_;
  std::vector<const Cell*> columns_;  // by field; nullptr: no feed fills it

  std::vector<std::uint32_t> taken_;       // rows of the source that passed the filters ...
  std::vector<std::uint8_t> taken_maybe_;  // ... by a blank code: empty where none did
  std::vector<JoinedPeriod> periods_;
  JoiningBuffers buffers_;
};

}  // namespace tidemark
