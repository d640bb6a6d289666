// DirectTable: a case table whose rows are those of one source table, taken where they lie: nothing
// is copied, the wall only cuts. Made once for a CaseView; opened child by child.
#pragma once

#include <vector>

#include "snapshot/table_feeds.hpp"

namespace tidemark {

class DirectTable {
 public:
  [[nodiscard]] static bool can_hold(const TableFeeds& feeds);
  DirectTable(const TableFeeds& feeds, const SidePools& pools, Day as_at);

  // Sets first, count and plain_dates.
  void open(std::uint32_t child, CaseSlice& slice) const;
  [[nodiscard]] const Cell* const* columns() const { return columns_.data(); }

 private:
  void hide_later(const ActiveFeed& feed, const Field& field, std::size_t index);

  const TableFeeds& feeds_;
  const SidePools& pools_;
  Day as_at_;
  bool plain_dates_ = true;                // of the whole source table
  std::vector<const Cell*> columns_;       // by field
  std::vector<std::vector<Cell>> walled_;  // by field: cells that later days give away, hidden
};

}  // namespace tidemark
