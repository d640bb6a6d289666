#include "snapshot/case_view.hpp"

#include <algorithm>

#include "snapshot/joining.hpp"

namespace tidemark {
namespace {

struct ActiveFeed {
  const Feed* feed = nullptr;
  int source = -1;  // index into Sources::tables
};

// A row of a built table: where it came from.
struct BuiltRow {
  std::uint16_t feed = 0;  // index into TableFeeds::feeds
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
};

// How one case table is filled in this snapshot.
struct TableFeeds {
  std::vector<ActiveFeed> feeds;
  Supply supply = Supply::none;
  Day covers_from = k_earliest;
  bool direct = false;                   // rows are taken where they lie, nothing is copied
  bool plain_dates = true;               // of the whole source table, for direct tables
  std::vector<const Cell*> columns;      // by field; what CaseSlice points to
  std::vector<std::vector<Cell>> built;  // by field; the columns of a built table
  std::vector<BuiltRow> built_rows;
};

const FieldFeed* feed_of(const Feed& feed, int field) {
  for (const FieldFeed& f : feed.fields) {
    if (f.field == field) return &f;
  }
  return nullptr;
}

}  // namespace

struct CaseView::Parts {
  const Snapshot& snapshot;
  const Model& model;
  const Sources& sources;
  ChildCase child_case;
  std::vector<TableFeeds> tables;
  SidePools pools;  // the snapshot's side dates, then those made for this child
  std::size_t shared_dates = 0;
  std::vector<const Cell*> no_columns;  // of a facts row that did not come
  std::vector<std::uint32_t> rows;
  std::vector<JoinedPeriod> periods;
  JoiningBuffers buffers;

  Parts(const Snapshot& s, const Model& m, const Sources& src)
      : snapshot(s), model(m), sources(src) {}

  void choose_feeds();
  void prepare(TableFeeds& feeds, const CaseTable& table) const;
  [[nodiscard]] bool lies_direct(const TableFeeds& feeds, const CaseTable& table) const;
  void open_direct(const TableFeeds& feeds, const CaseTable& table, std::uint32_t child,
                   CaseSlice& slice) const;
  void build(TableFeeds& feeds, const CaseTable& table, std::uint32_t child, CaseSlice& slice);
  void rows_behind_wall(const ActiveFeed& active, std::uint32_t child);
  void append_rows(TableFeeds& feeds, std::uint16_t feed_index);
  void append_periods(TableFeeds& feeds, const CaseTable& table, std::uint16_t feed_index,
                      std::uint32_t child);
  void sort_built(TableFeeds& feeds) const;
  [[nodiscard]] Cell built_cell(const FieldFeed* f, const RecordTable& records, const BuiltRow& row,
                                bool start_unknown);
  [[nodiscard]] Day first_day(Cell cell) const;
};

void CaseView::Parts::choose_feeds() {
  tables.resize(model.tables.size());
  for (std::size_t s = 0; s < sources.tables.size(); ++s) {
    const RecordTable& records = snapshot.tables[s];
    if (!records.supplied) continue;
    for (const Feed& feed : sources.tables[s].feeds) {
      const bool unneeded =
          feed.unless_supplied >= 0 &&
          snapshot.tables[static_cast<std::size_t>(feed.unless_supplied)].supplied;
      if (unneeded) continue;
      TableFeeds& feeds = tables[static_cast<std::size_t>(feed.case_table)];
      feeds.feeds.push_back({&feed, static_cast<int>(s)});
      const Supply told = feed.partial ? Supply::partial : Supply::full;
      feeds.supply = std::max(feeds.supply, told);
      feeds.covers_from = std::max(feeds.covers_from, records.covers_from);
    }
  }
  for (std::size_t t = 0; t < tables.size(); ++t) prepare(tables[t], model.tables[t]);
}

void CaseView::Parts::prepare(TableFeeds& feeds, const CaseTable& table) const {
  feeds.columns.assign(table.fields.size(), nullptr);
  feeds.direct = lies_direct(feeds, table);
  if (!feeds.direct) {
    feeds.built.resize(table.fields.size());
    return;
  }
  const Feed& feed = *feeds.feeds[0].feed;
  const RecordTable& records = snapshot.tables[static_cast<std::size_t>(feeds.feeds[0].source)];
  for (const FieldFeed& f : feed.fields) {
    const auto& cells = records.columns[static_cast<std::size_t>(f.column)];
    if (!cells.empty()) feeds.columns[static_cast<std::size_t>(f.field)] = cells.data();
  }
  const bool dated = table.shape == Shape::periods || table.shape == Shape::events;
  if (dated && feeds.columns[0] != nullptr) {
    feeds.plain_dates = std::all_of(feeds.columns[0], feeds.columns[0] + records.rows(), is_plain);
  }
}

bool CaseView::Parts::lies_direct(const TableFeeds& feeds, const CaseTable& table) const {
  if (feeds.feeds.size() != 1) return false;
  const Feed& feed = *feeds.feeds[0].feed;
  if (feed.joined || !feed.only.empty() || !feed.except.empty()) return false;
  for (const FieldFeed& f : feed.fields) {
    if (f.take == FieldFeed::Take::up_to) return false;
  }
  if (table.shape != Shape::periods && table.shape != Shape::events) return true;
  // The wall cuts a direct table at a row, so its rows must be in the order of its first date.
  const FieldFeed* first = feed_of(feed, 0);
  return first != nullptr &&
         first->column ==
             sources.tables[static_cast<std::size_t>(feeds.feeds[0].source)].date_column;
}

Day CaseView::Parts::first_day(Cell cell) const {
  if (is_plain(cell)) return cell;
  if (is_side(cell)) return pools.dates[static_cast<std::size_t>(cell - k_cell_side)].lo;
  return k_earliest;
}

void CaseView::Parts::open_direct(const TableFeeds& feeds, const CaseTable& table,
                                  std::uint32_t child, CaseSlice& slice) const {
  const RecordTable& records = snapshot.tables[static_cast<std::size_t>(feeds.feeds[0].source)];
  slice.first = records.first_row[child];
  std::uint32_t end = records.first_row[child + 1];
  slice.plain_dates = true;
  if (table.shape == Shape::periods || table.shape == Shape::events) {
    const Cell* dates = feeds.columns[0];
    if (dates != nullptr) {
      while (end > slice.first && first_day(dates[end - 1]) > child_case.as_at) --end;
      slice.plain_dates =
          feeds.plain_dates || std::all_of(dates + slice.first, dates + end, is_plain);
    } else {
      slice.plain_dates = false;
    }
  }
  slice.count = end - slice.first;
}

// Fills `rows` with the child's rows that exist as at the day and pass the filters.
void CaseView::Parts::rows_behind_wall(const ActiveFeed& active, std::uint32_t child) {
  const SourceTable& source = sources.tables[static_cast<std::size_t>(active.source)];
  const RecordTable& records = snapshot.tables[static_cast<std::size_t>(active.source)];
  const Cell* dates = nullptr;
  if (source.date_column >= 0) {
    const auto& cells = records.columns[static_cast<std::size_t>(source.date_column)];
    if (!cells.empty()) dates = cells.data();
  }
  rows.clear();
  for (std::uint32_t row = records.first_row[child]; row < records.first_row[child + 1]; ++row) {
    if (dates != nullptr && first_day(dates[row]) > child_case.as_at) continue;
    const auto passes = [&](const ColumnIs& is) {
      // A blank code is not another code: the row may belong here and is kept.
      return records.columns[static_cast<std::size_t>(is.column)].empty() ||
             !is_plain(records.columns[static_cast<std::size_t>(is.column)][row]) ||
             holds(records, is, row);
    };
    if (!std::all_of(active.feed->only.begin(), active.feed->only.end(), passes)) continue;
    const auto out = [&](const ColumnIs& is) { return holds(records, is, row); };
    if (std::any_of(active.feed->except.begin(), active.feed->except.end(), out)) continue;
    rows.push_back(row);
  }
}

Cell CaseView::Parts::built_cell(const FieldFeed* f, const RecordTable& records,
                                 const BuiltRow& row, bool start_unknown) {
  if (f == nullptr) return k_cell_unknown;
  const auto& cells = records.columns[static_cast<std::size_t>(f->column)];
  if (cells.empty()) return k_cell_unknown;
  const bool from_first = f->take != FieldFeed::Take::last;
  const Cell cell = cells[from_first ? row.first_row : row.last_row];
  const bool open_start = f->take == FieldFeed::Take::up_to || (start_unknown && f->field == 0);
  if (!open_start || (!is_plain(cell) && !is_side(cell))) return cell;
  const Day last =
      is_plain(cell) ? cell : pools.dates[static_cast<std::size_t>(cell - k_cell_side)].hi;
  pools.dates.push_back(Date::between(k_earliest, last));
  return k_cell_side + static_cast<Cell>(pools.dates.size() - 1);
}

void CaseView::Parts::append_rows(TableFeeds& feeds, std::uint16_t feed_index) {
  const ActiveFeed& active = feeds.feeds[feed_index];
  const RecordTable& records = snapshot.tables[static_cast<std::size_t>(active.source)];
  for (const std::uint32_t row : rows) {
    const BuiltRow built{feed_index, row, row};
    for (std::size_t f = 0; f < feeds.built.size(); ++f) {
      feeds.built[f].push_back(
          built_cell(feed_of(*active.feed, static_cast<int>(f)), records, built, false));
    }
    feeds.built_rows.push_back(built);
  }
}

void CaseView::Parts::append_periods(TableFeeds& feeds, const CaseTable& table,
                                     std::uint16_t feed_index, std::uint32_t child) {
  const ActiveFeed& active = feeds.feeds[feed_index];
  const RecordTable& records = snapshot.tables[static_cast<std::size_t>(active.source)];
  join_rows(records, sources.tables[static_cast<std::size_t>(active.source)], active.feed->joining,
            child_case.as_at, rows, records.first_row[child], buffers, periods);
  for (const JoinedPeriod& period : periods) {
    const BuiltRow built{feed_index, period.first_row, period.last_row};
    for (std::size_t f = 0; f < feeds.built.size(); ++f) {
      const bool is_end = table.shape == Shape::periods && f == 1;
      feeds.built[f].push_back(is_end && period.still_running
                                   ? k_cell_absent
                                   : built_cell(feed_of(*active.feed, static_cast<int>(f)), records,
                                                built, period.start_unknown));
    }
    feeds.built_rows.push_back(built);
  }
}

// Puts the rows of several feeds, or of a feed whose order is another date, in order of their
// first date.
void CaseView::Parts::sort_built(TableFeeds& feeds) const {
  std::vector<std::uint32_t> order(feeds.built_rows.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    return first_day(feeds.built[0][a]) < first_day(feeds.built[0][b]);
  };
  if (std::is_sorted(order.begin(), order.end(), earlier)) return;
  std::stable_sort(order.begin(), order.end(), earlier);
  const auto reordered = [&](const auto& from) {
    auto to = from;
    for (std::size_t i = 0; i < order.size(); ++i) to[i] = from[order[i]];
    return to;
  };
  for (auto& column : feeds.built) column = reordered(column);
  feeds.built_rows = reordered(feeds.built_rows);
}

void CaseView::Parts::build(TableFeeds& feeds, const CaseTable& table, std::uint32_t child,
                            CaseSlice& slice) {
  for (auto& column : feeds.built) column.clear();
  feeds.built_rows.clear();
  for (std::size_t i = 0; i < feeds.feeds.size(); ++i) {
    rows_behind_wall(feeds.feeds[i], child);
    if (rows.empty()) continue;
    if (feeds.feeds[i].feed->joined) {
      append_periods(feeds, table, static_cast<std::uint16_t>(i), child);
    } else {
      append_rows(feeds, static_cast<std::uint16_t>(i));
    }
  }
  const bool dated = table.shape == Shape::periods || table.shape == Shape::events;
  if (dated) sort_built(feeds);
  slice.first = 0;
  slice.count = static_cast<std::uint32_t>(feeds.built_rows.size());
  slice.plain_dates = !dated || std::all_of(feeds.built[0].begin(), feeds.built[0].end(), is_plain);
  for (std::size_t f = 0; f < feeds.built.size(); ++f) feeds.columns[f] = nullptr;
  for (std::size_t f = 0; f < feeds.built.size(); ++f) {
    bool fed = false;
    for (const ActiveFeed& active : feeds.feeds) {
      const FieldFeed* from = feed_of(*active.feed, static_cast<int>(f));
      fed = fed || (from != nullptr && !snapshot.tables[static_cast<std::size_t>(active.source)]
                                            .columns[static_cast<std::size_t>(from->column)]
                                            .empty());
    }
    if (fed) feeds.columns[f] = feeds.built[f].data();
  }
}

CaseView::CaseView(const Snapshot& snapshot, const Model& model, const Sources& sources, Day as_at)
    : parts_(std::make_unique<Parts>(snapshot, model, sources)) {
  parts_->pools.dates = snapshot.pools.dates;
  parts_->pools.either = snapshot.pools.either;
  parts_->shared_dates = parts_->pools.dates.size();
  parts_->child_case.model = &model;
  parts_->child_case.pools = &parts_->pools;
  parts_->child_case.texts = &snapshot.pools.texts;
  parts_->child_case.as_at = as_at;
  parts_->choose_feeds();
  parts_->child_case.tables.resize(model.tables.size());
  for (std::size_t t = 0; t < model.tables.size(); ++t) {
    const std::size_t fields = model.tables[t].fields.size();
    if (parts_->no_columns.size() < fields) parts_->no_columns.resize(fields, nullptr);
    CaseSlice& slice = parts_->child_case.tables[t];
    slice.columns = parts_->tables[t].columns.data();
    slice.supply = parts_->tables[t].supply;
    slice.covers_from = parts_->tables[t].covers_from;
  }
}

CaseView::~CaseView() = default;
CaseView::CaseView(CaseView&&) noexcept = default;

const ChildCase& CaseView::open(std::uint32_t child) {
  Parts& parts = *parts_;
  parts.pools.dates.resize(parts.shared_dates);
  for (std::size_t t = 0; t < parts.tables.size(); ++t) {
    TableFeeds& feeds = parts.tables[t];
    CaseSlice& slice = parts.child_case.tables[t];
    const CaseTable& table = parts.model.tables[t];
    if (feeds.direct) {
      parts.open_direct(feeds, table, child, slice);
    } else if (!feeds.feeds.empty()) {
      parts.build(feeds, table, child, slice);
    }
    if (table.shape != Shape::facts) continue;
    const bool blank = feeds.feeds.empty() || slice.count == 0;
    slice.columns = blank ? parts.no_columns.data() : feeds.columns.data();
    slice.count = 1;
  }
  parts.child_case.child = child;
  return parts.child_case;
}

Origin CaseView::origin(int table, int field, std::uint32_t row) const {
  const TableFeeds& feeds = parts_->tables[static_cast<std::size_t>(table)];
  const CaseSlice& slice = parts_->child_case.tables[static_cast<std::size_t>(table)];
  if (feeds.feeds.empty() || row >= slice.count) return {};
  if (slice.columns == parts_->no_columns.data()) return {};
  BuiltRow built{0, slice.first + row, slice.first + row};
  if (!feeds.direct) built = feeds.built_rows[row];
  const ActiveFeed& active = feeds.feeds[built.feed];
  const SourceTable& source = parts_->sources.tables[static_cast<std::size_t>(active.source)];
  const RecordTable& records = parts_->snapshot.tables[static_cast<std::size_t>(active.source)];
  const FieldFeed* f = feed_of(*active.feed, field);
  const bool from_first = f != nullptr && f->take != FieldFeed::Take::last;
  const std::uint32_t at = from_first ? built.first_row : built.last_row;
  return {parts_->snapshot.files[records.file[at]].path, records.line[at], source.name,
          f == nullptr ? "" : source.columns[static_cast<std::size_t>(f->column)].name};
}

std::string CaseView::why_missing(int table, int field) const {
  const TableFeeds& feeds = parts_->tables[static_cast<std::size_t>(table)];
  const CaseTable& named = parts_->model.tables[static_cast<std::size_t>(table)];
  if (feeds.supply != Supply::full) return "no " + named.list + " was supplied";
  if (field < 0 || feeds.columns[static_cast<std::size_t>(field)] != nullptr) return "";
  return "the " + named.list + " has no column for " +
         named.fields[static_cast<std::size_t>(field)].label;
}

}  // namespace tidemark
