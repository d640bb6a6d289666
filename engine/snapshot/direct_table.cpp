#include "snapshot/direct_table.hpp"

#include <algorithm>

#include "snapshot/wall.hpp"

namespace tidemark {

bool DirectTable::can_hold(const TableFeeds& feeds) {
  if (feeds.feeds.size() != 1) return false;
  const ActiveFeed& active = feeds.feeds[0];
  const bool as_they_lie = !active.feed->joined && !active.feed->latest &&
                           active.feed->only.empty() && active.feed->except.empty();
  if (!as_they_lie) return false;
  for (const FieldFeed& f : active.feed->fields) {
    if (f.take == FieldFeed::Take::up_to || f.column < 0) return false;
  }
  if (!feeds.is_dated()) return true;
  // The wall cuts a direct table at a row, so its rows must be in the order of its first date.
  const FieldFeed* first = active.of_field(0);
  return first != nullptr && first->column == active.source->date_column &&
         active.source->columns[static_cast<std::size_t>(first->column)].kind == FieldKind::date;
}

DirectTable::DirectTable(const TableFeeds& feeds, const SidePools& pools, Day as_at)
    : feeds_(feeds), pools_(pools), as_at_(as_at) {
  const std::vector<Field>& fields = feeds.table->fields;
  const ActiveFeed& active = feeds.feeds[0];
  columns_.assign(fields.size(), nullptr);
  walled_.resize(fields.size());
  for (const FieldFeed& f : active.feed->fields) {
    columns_[static_cast<std::size_t>(f.field)] = active.column(f.column);
  }
  for (std::size_t f = 0; f < fields.size(); ++f) {
    if (fields[f].after >= 0 && columns_[f] != nullptr) hide_later(active, fields[f], f);
  }
  if (feeds.is_dated() && columns_[0] != nullptr) {
    plain_dates_ = std::all_of(columns_[0], columns_[0] + active.records->rows(), is_plain);
  }
}

// Copies the column only where something in it is hidden.
void DirectTable::hide_later(const ActiveFeed& feed, const Field& field, std::size_t index) {
  const Cell* cells = columns_[index];
  const Cell* dates = columns_[static_cast<std::size_t>(field.after)];
  std::vector<Cell>& walled = walled_[index];
  for (std::size_t row = 0; row < feed.records->rows(); ++row) {
    const Cell dated = dates == nullptr ? k_cell_unknown : dates[row];
    const Cell seen = on_record_by(as_at_, cells[row], dated, pools_);
    if (seen == cells[row]) continue;
    if (walled.empty()) walled.assign(cells, cells + feed.records->rows());
    walled[row] = seen;
  }
  if (!walled.empty()) columns_[index] = walled.data();
}

void DirectTable::open(std::uint32_t child, CaseSlice& slice) const {
  const RecordTable& records = *feeds_.feeds[0].records;
  slice.first = records.first_row[child];
  std::uint32_t end = records.first_row[child + 1];
  slice.plain_dates = true;
  if (feeds_.is_dated()) {
    const Cell* dates = columns_[0];
    if (dates != nullptr) {
      while (end > slice.first && first_day_of(dates[end - 1], pools_) > as_at_) --end;
      slice.plain_dates = plain_dates_ || std::all_of(dates + slice.first, dates + end, is_plain);
    } else {
      slice.plain_dates = false;
    }
  }
  slice.count = end - slice.first;
}

}  // namespace tidemark
