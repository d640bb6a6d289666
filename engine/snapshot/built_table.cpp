#include "snapshot/built_table.hpp"

#include <algorithm>

#include "snapshot/row_order.hpp"
#include "snapshot/wall.hpp"

namespace tidemark {
namespace {

// Does the row pass the filters? A blank code may be any code, so such a row may belong.
enum class Belongs : std::uint8_t { no, maybe, yes };

Belongs belongs(const ActiveFeed& active, std::uint32_t row) {
  Belongs answer = Belongs::yes;
  for (const ColumnIs& is : active.feed->except) {
    if (holds(*active.records, is, row)) return Belongs::no;
  }
  for (const ColumnIs& is : active.feed->only) {
    const Cell* codes = active.column(is.column);
    if (codes == nullptr || !is_plain(codes[row])) {
      answer = Belongs::maybe;
    } else if (!holds(*active.records, is, row)) {
      return Belongs::no;
    }
  }
  return answer;
}

}  // namespace

BuiltTable::BuiltTable(const TableFeeds& feeds, SidePools& pools, const TextPool& texts, Day as_at)
    : feeds_(feeds), pools_(pools), texts_(texts), as_at_(as_at) {
  built_.cells.resize(feeds.table->fields.size());
  columns_.assign(feeds.table->fields.size(), nullptr);
  for (std::size_t f = 0; f < columns_.size(); ++f) {
    fills_.push_back(feeds.fills(static_cast<int>(f)));
  }
  latest_only_ = std::all_of(feeds.feeds.begin(), feeds.feeds.end(),
                             [](const ActiveFeed& active) { return active.feed->latest; });
}

void BuiltTable::open(std::uint32_t child, CaseSlice& slice) {
  built_.clear();
  for (std::size_t i = 0; i < feeds_.feeds.size(); ++i) {
    take_rows(feeds_.feeds[i], child);
    if (taken_.empty()) continue;
    if (feeds_.feeds[i].feed->joined) {
      append_periods(static_cast<std::uint16_t>(i), child);
    } else {
      append_rows(static_cast<std::uint16_t>(i));
    }
  }
  meet(built_, feeds_, pools_, texts_, as_at_);
  if (feeds_.is_dated()) sort_rows();
  if (latest_only_) tell_how_much(child, slice);
  const bool unsure = std::find(built_.maybe.begin(), built_.maybe.end(), 1) != built_.maybe.end();
  slice.first = 0;
  slice.count = static_cast<std::uint32_t>(built_.rows.size());
  slice.maybe = unsure ? built_.maybe.data() : nullptr;
  slice.plain_dates =
      !unsure &&
      (!feeds_.is_dated() || std::all_of(built_.cells[0].begin(), built_.cells[0].end(), is_plain));
  for (std::size_t f = 0; f < built_.cells.size(); ++f) {
    columns_[f] = fills_[f] ? built_.cells[f].data() : nullptr;
  }
}

// Of a child whose latest row alone is shown, nothing is known of earlier ones: not before the day
// of that row, which counts also where it belongs to another table (who is not at home lives
// elsewhere). Without such a day not even that row is known to be the latest.
void BuiltTable::tell_how_much(std::uint32_t child, CaseSlice& slice) const {
  slice.supply = Supply::full;
  slice.covers_from = k_latest;
  for (const ActiveFeed& active : feeds_.feeds) {
    Day shown = k_latest;
    const FieldFeed* first = active.of_field(0);
    const Cell* dates = active.column(first->column);
    const RecordTable& records = *active.records;
    if (records.first_row[child] == records.first_row[child + 1]) continue;  // not on the list
    for (std::uint32_t row = records.first_row[child]; row < records.first_row[child + 1]; ++row) {
      const Cell day =
          first->column < 0 ? as_at_ : (dates == nullptr ? k_cell_unknown : dates[row]);
      if (is_plain(day) && day <= as_at_) shown = std::min(shown, day);
    }
    if (shown == k_latest) slice.supply = Supply::partial;
    slice.covers_from = std::min(slice.covers_from, shown);
  }
  const bool shown = slice.supply == Supply::full && slice.covers_from != k_latest;
  if (!shown) slice.covers_from = k_earliest;
}

// The child's rows that exist as at the day and pass the filters, or may.
void BuiltTable::take_rows(const ActiveFeed& active, std::uint32_t child) {
  const Cell* dates = active.column(active.source->date_column);
  const RecordTable& records = *active.records;
  taken_.clear();
  taken_maybe_.clear();
  for (std::uint32_t row = records.first_row[child]; row < records.first_row[child + 1]; ++row) {
    if (dates != nullptr && first_day_of(dates[row], pools_) > as_at_) continue;
    const Belongs answer = belongs(active, row);
    if (answer == Belongs::no) continue;
    if (answer == Belongs::maybe && taken_maybe_.empty()) taken_maybe_.resize(taken_.size(), 0);
    taken_.push_back(row);
    if (!taken_maybe_.empty() || answer == Belongs::maybe) {
      taken_maybe_.push_back(answer == Belongs::maybe ? 1 : 0);
    }
  }
}

void BuiltTable::append_rows(std::uint16_t feed_index) {
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    const std::uint32_t row = taken_[i];
    const bool maybe = !taken_maybe_.empty() && taken_maybe_[i] != 0;
    append({feed_index, row, row}, JoinedPeriod::of_row(row, maybe));
  }
}

void BuiltTable::append_periods(std::uint16_t feed_index, std::uint32_t child) {
  const ActiveFeed& active = feeds_.feeds[feed_index];
  join_rows(*active.records, *active.source, active.feed->joining, as_at_, taken_, taken_maybe_,
            active.records->first_row[child], buffers_, periods_);
  for (const JoinedPeriod& period : periods_) {
    append({feed_index, period.first_row, period.last_row}, period);
  }
}

// A row whose first date is a milestone that has not happened, or lies behind the wall, is no row.
void BuiltTable::append(const BuiltRow& row, const JoinedPeriod& period) {
  const std::vector<Field>& fields = feeds_.table->fields;
  if (feeds_.is_dated()) {
    const Cell first = cell_of(feeds_.feeds[row.feed], 0, period);
    if (first == k_cell_absent || first_day_of(first, pools_) > as_at_) return;
  }
  for (std::size_t f = 0; f < built_.cells.size(); ++f) {
    built_.cells[f].push_back(cell_of(feeds_.feeds[row.feed], static_cast<int>(f), period));
  }
  for (std::size_t f = 0; f < built_.cells.size(); ++f) {
    if (fields[f].after < 0) continue;
    Cell& cell = built_.cells[f].back();
    cell = on_record_by(as_at_, cell,
                        built_.cells[static_cast<std::size_t>(fields[f].after)].back(), pools_);
  }
  built_.rows.push_back(row);
  built_.maybe.push_back(period.may_belong ? 1 : 0);
}

// Either of two days: where a run's first or last row may not belong to it.
Cell BuiltTable::hull_cell(Cell a, Cell b, FieldKind kind) {
  if (a == b) return a;
  const auto date = [&](Cell cell) {
    if (cell == k_cell_unknown && kind != FieldKind::date) return Date::undecided();
    if (is_plain(cell) && cell > as_at_ && kind != FieldKind::booking) return Date::absent();
    return date_in(cell, pools_);
  };
  pools_.dates.push_back(hull(date(a), date(b)));
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

// What a feed says of a field that it does not fill and another feed does: a milestone that this
// list does not have may have happened or not.
Cell BuiltTable::untold(std::size_t field, FieldKind kind) {
  const bool may_be_none = kind == FieldKind::milestone || kind == FieldKind::booking;
  if (!may_be_none || !fills_[field]) return k_cell_unknown;
  pools_.dates.push_back(Date::undecided());
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

Cell BuiltTable::cell_of(const ActiveFeed& active, int field, const JoinedPeriod& period) {
  const FieldFeed* f = active.of_field(field);
  if (f != nullptr && f->column < 0) return f->constant;
  const bool is_end = feeds_.table->shape == Shape::periods && field == 1;
  if (is_end && period.still_running && period.last_certain == period.last_row) {
    return k_cell_absent;
  }
  const Cell* cells = f == nullptr ? nullptr : active.column(f->column);
  const FieldKind kind = feeds_.table->fields[static_cast<std::size_t>(field)].kind;
  if (cells == nullptr) return untold(static_cast<std::size_t>(field), kind);
  const bool from_first = f->take != FieldFeed::Take::last;
  const std::uint32_t outer = from_first ? period.first_row : period.last_row;
  const std::uint32_t inner = from_first ? period.first_certain : period.last_certain;
  Cell cell = is_end && period.still_running ? k_cell_absent : cells[outer];
  if (inner != outer && !period.may_belong && is_date(kind)) {
    cell = hull_cell(cell, cells[inner], kind);
  }
  if (from_first && is_date(kind) && is_plain(cell) && period.begins_by > cell) {
    pools_.dates.push_back(Date::between(cell, period.begins_by));
    cell = k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
  }
  const bool open_start = f->take == FieldFeed::Take::up_to || (period.start_unknown && field == 0);
  if (!open_start || (!is_plain(cell) && !is_side(cell))) return cell;
  const Day last =
      is_plain(cell) ? cell : pools_.dates[static_cast<std::size_t>(cell - k_cell_side)].hi;
  pools_.dates.push_back(Date::between(k_earliest, last));
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

// Rows of several feeds, or of a feed whose order is another date, come in order of their first
// date.
void BuiltTable::sort_rows() {
  std::vector<std::uint32_t> order(built_.rows.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    return first_day_of(built_.cells[0][a], pools_) < first_day_of(built_.cells[0][b], pools_);
  };
  if (std::is_sorted(order.begin(), order.end(), earlier)) return;
  std::stable_sort(order.begin(), order.end(), earlier);
  const auto reordered = [&](const auto& from) {
    auto to = from;
    for (std::size_t i = 0; i < order.size(); ++i) to[i] = from[order[i]];
    return to;
  };
  for (auto& column : built_.cells) column = reordered(column);
  built_.rows = reordered(built_.rows);
  built_.maybe = reordered(built_.maybe);
}

std::vector<BuiltRow> BuiltTable::origins(std::uint32_t row) const {
  std::vector<BuiltRow> all{built_.rows[row]};
  while (all.back().next >= 0) all.push_back(built_.met[static_cast<std::size_t>(all.back().next)]);
  return all;
}

}  // namespace tidemark
