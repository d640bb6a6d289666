#include "snapshot/case_view.hpp"

#include <algorithm>
#include <optional>

#include "snapshot/built_table.hpp"
#include "snapshot/direct_table.hpp"

namespace tidemark {

struct CaseView::Parts {
  struct Table {
    std::optional<DirectTable> direct;
    std::optional<BuiltTable> built;
    [[nodiscard]] const Cell* const* columns() const {
      if (direct) return direct->columns();
      return built ? built->columns() : nullptr;
    }
  };

  const Snapshot& snapshot;
  ChildCase child_case;
  std::vector<TableFeeds> feeds;  // by case table, as `tables`; they point here
  std::vector<Table> tables;
  SidePools pools;  // the snapshot's side dates, then those made for this child
  std::size_t shared_dates = 0;
  std::size_t shared_pairs = 0;
  std::vector<const Cell*> no_columns;  // of a table or a facts row that did not come

  Parts(const Snapshot& s, const Model& model, const Sources& sources, Day as_at);
  [[nodiscard]] bool came(std::size_t table) const { return !feeds[table].feeds.empty(); }
};

CaseView::Parts::Parts(const Snapshot& s, const Model& model, const Sources& sources, Day as_at)
    : snapshot(s), feeds(choose_feeds(s, model, sources)), tables(feeds.size()) {
  pools.dates = snapshot.pools.dates;
  pools.either = snapshot.pools.either;
  shared_dates = pools.dates.size();
  shared_pairs = pools.either.size();
  child_case.model = &model;
  child_case.pools = &pools;
  child_case.texts = &snapshot.pools.texts;
  child_case.as_at = as_at;
  child_case.tables.resize(tables.size());
  for (const CaseTable& table : model.tables) {
    if (no_columns.size() < table.fields.size()) no_columns.resize(table.fields.size(), nullptr);
  }
  for (std::size_t t = 0; t < tables.size(); ++t) {
    CaseSlice& slice = child_case.tables[t];
    slice.supply = feeds[t].supply;
    slice.covers_from = feeds[t].covers_from;
    slice.columns = no_columns.data();
    if (!came(t)) continue;
    if (DirectTable::can_hold(feeds[t])) {
      tables[t].direct.emplace(feeds[t], pools, as_at);
    } else {
      tables[t].built.emplace(feeds[t], pools, snapshot.pools.texts, as_at);
    }
    slice.columns = tables[t].columns();
  }
}

CaseView::CaseView(const Snapshot& snapshot, const Model& model, const Sources& sources, Day as_at)
    : parts_(std::make_unique<Parts>(snapshot, model, sources, as_at)) {}

CaseView::~CaseView() = default;
CaseView::CaseView(CaseView&&) noexcept = default;

const ChildCase& CaseView::open(std::uint32_t child) {
  Parts& parts = *parts_;
  parts.pools.dates.resize(parts.shared_dates);
  parts.pools.either.resize(parts.shared_pairs);
  for (std::size_t t = 0; t < parts.tables.size(); ++t) {
    Parts::Table& table = parts.tables[t];
    CaseSlice& slice = parts.child_case.tables[t];
    if (table.direct) table.direct->open(child, slice);
    if (table.built) table.built->open(child, slice);
    if (parts.feeds[t].table->shape != Shape::facts) continue;
    const bool blank = !parts.came(t) || slice.count == 0;
    slice.columns = blank ? parts.no_columns.data() : table.columns();
    slice.count = 1;
  }
  parts.child_case.child = child;
  return parts.child_case;
}

Origin CaseView::origin(int table, int field, std::uint32_t row) const {
  const std::vector<Origin> all = origins(table, field, row);
  return all.empty() ? Origin{} : all.front();
}

std::vector<Origin> CaseView::origins(int table, int field, std::uint32_t row) const {
  const auto t = static_cast<std::size_t>(table);
  const CaseSlice& slice = parts_->child_case.tables[t];
  if (row >= slice.count || slice.columns == parts_->no_columns.data()) return {};
  std::vector<BuiltRow> from{{0, slice.first + row, slice.first + row}};
  const std::optional<BuiltTable>& built = parts_->tables[t].built;
  if (built) from = built->origins(row);
  std::vector<Origin> all;
  std::vector<Cell> said;
  for (const BuiltRow& each : from) {
    const ActiveFeed& active = parts_->feeds[t].feeds[each.feed];
    const FieldFeed* f = active.of_field(field);
    const bool from_first = f != nullptr && f->take != FieldFeed::Take::last;
    const std::uint32_t at = from_first ? each.first_row : each.last_row;
    const Cell* cells = f == nullptr ? nullptr : active.column(f->column);
    const Cell cell = cells == nullptr ? k_cell_unknown : cells[at];
    const bool blank = cell == k_cell_unknown || cell == k_cell_absent;
    const bool said_already = std::find(said.begin(), said.end(), cell) != said.end();
    if (!all.empty() && (blank || said_already)) continue;
    if (all.size() == 1 && said.empty()) all.clear();  // only a blank so far
    if (!blank) said.push_back(cell);
    const SourceFile& file = parts_->snapshot.files[active.records->file[at]];
    all.push_back({file.path, active.records->line[at], active.source->name,
                   cells == nullptr ? "" : file.name_of(*active.source, f->column)});
  }
  return all;
}

std::string CaseView::why_missing(int table, int field) const {
  const TableFeeds& feeds = parts_->feeds[static_cast<std::size_t>(table)];
  const Supply supply = parts_->child_case.tables[static_cast<std::size_t>(table)].supply;
  if (feeds.supply == Supply::full && supply == Supply::partial) {
    return "only the latest " + feeds.table->label + " is in the extract";
  }
  if (supply != Supply::full) return "no " + feeds.table->list + " was supplied";
  if (field < 0 || feeds.fills(field)) return "";
  return "the " + feeds.table->list + " has no column for " +
         feeds.table->fields[static_cast<std::size_t>(field)].label;
}

}  // namespace tidemark
