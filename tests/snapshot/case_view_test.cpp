// The wall: a snapshot seen as at a day is the snapshot that would have been made on that day.
#include "snapshot/case_view.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace tidemark;

namespace {

// Case tables and source tables by index; columns by index in the order that make() gives them.
enum Table { k_child, k_episode, k_order, k_review, k_match, k_interim, k_tables };
enum Source { k_header, k_episodes, k_reviews, k_matches, k_orders };

Field field(const char* name, FieldKind kind, int after = -1) {
  return {name, kind, {}, name, "team", after};
}

Model make_model() {
  using enum FieldKind;
  Model model;
  const auto add = [&](const char* name, Shape shape, std::vector<Field> fields) {
    CaseTable table;
    table.name = table.label = name;
    table.list = std::string(name) + " list";
    table.shape = shape;
    table.fields = std::move(fields);
    model.tables.push_back(table);
  };
  add("child", Shape::facts, {field("born", date)});
  const std::vector<Field> period = {field("from", date), field("to", milestone),
                                     field("status", code), field("ceased", code, 1)};
  add("episode", Shape::periods, period);
  add("order", Shape::periods, period);
  add("review", Shape::events, {field("on", date), field("next", booking)});
  add("match", Shape::records, {field("decided", milestone), field("reason", text, 0)});
  add("interim", Shape::periods, period);
  model.tables[k_order].same_fact = SameFact{{2}, true, 0};
  return model;
}

SourceTable source(const char* name, std::vector<FieldKind> kinds, int date, int end) {
  SourceTable table;
  table.name = name;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    SourceColumn column;
    column.name = "C" + std::to_string(i);
    column.kind = kinds[i];
    table.columns.push_back(column);
  }
  table.date_column = date;
  table.end_column = end;
  return table;
}

Feed feed(int table, int fields) {
  Feed made;
  made.case_table = table;
  for (int f = 0; f < fields; ++f) made.fields.push_back({f, f, FieldFeed::Take::last});
  return made;
}

Sources make_sources() {
  using enum FieldKind;
  Sources sources;
  sources.tables = {
      source("header", {date}, -1, -1), source("episodes", {date, milestone, code, code}, 0, 1),
      source("reviews", {date, booking}, 0, -1), source("matches", {milestone, text}, -1, -1),
      source("orders", {date, milestone, code, code}, 0, 1)};
  sources.tables[k_header].feeds = {feed(k_child, 1)};
  Feed order = feed(k_order, 4);
  order.fields[0].take = FieldFeed::Take::first;
  order.joined = true;
  order.joining.touching_days = 1;
  order.joining.continues.push_back({{}, {2}, {}});
  order.except.push_back({2, {2}});
  Feed interim = order;
  interim.case_table = k_interim;
  interim.joining.continues = {{}};
  interim.except.clear();
  interim.only.push_back({2, {1}});
  sources.tables[k_episodes].feeds = {feed(k_episode, 4), order, interim};
  sources.tables[k_reviews].feeds = {feed(k_review, 2)};
  sources.tables[k_matches].feeds = {feed(k_match, 2)};
  sources.tables[k_orders].feeds = {feed(k_order, 4)};
  return sources;
}

// Rows of one child for each source table, in order of date.
using Rows = std::vector<std::vector<std::vector<Cell>>>;

Snapshot snapshot_of(const Sources& sources, const Rows& rows) {
  Snapshot snapshot;
  snapshot.files.push_back({"invented.csv", 0, 0, 0, 0, {}});
  static_cast<void>(snapshot.children.add("C1"));
  for (std::size_t s = 0; s < sources.tables.size(); ++s) {
    RecordTable table;
    table.supplied = true;
    const std::size_t columns = sources.tables[s].columns.size();
    table.columns.resize(columns);
    table.column_supplied.assign(columns, true);
    table.supplied = s < rows.size() && (s != k_orders || !rows[s].empty());
    for (const auto& row : s < rows.size() ? rows[s] : std::vector<std::vector<Cell>>()) {
      for (std::size_t c = 0; c < columns; ++c) table.columns[c].push_back(row[c]);
      table.line.push_back(static_cast<std::uint32_t>(table.line.size() + 2));
      table.file.push_back(0);
    }
    table.first_row = {0, static_cast<std::uint32_t>(table.line.size())};
    snapshot.tables.push_back(std::move(table));
  }
  return snapshot;
}

Rows random_rows(std::mt19937& chance) {
  const auto below = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  Rows rows(5);
  rows[k_header].push_back({below(5) == 0 ? k_cell_unknown : 10});
  Day day = 100 + below(20);
  for (int i = below(6); i > 0; --i) {
    const Day end = day + 1 + below(30);
    const bool open = i == 1 && below(2) == 0;
    const Cell status = below(6) == 0 ? k_cell_unknown : below(3);
    const Cell ceased = open || below(4) == 0 ? k_cell_unknown : below(3);
    rows[k_episodes].push_back({day, open ? k_cell_absent : end, status, ceased});
    day = end + below(3);
  }
  // Another list of orders, a few days off and sometimes of another kind.
  for (const auto& row : std::vector(rows[k_episodes])) {
    if (below(2) == 0) continue;
    const Day begins = row[0] + below(5) - 2;
    const bool open = row[1] == k_cell_absent || below(3) == 0;
    rows[k_orders].push_back({begins, open ? k_cell_absent : row[1] + below(3),
                              below(5) == 0 ? k_cell_unknown : row[2], k_cell_unknown});
  }
  day = 100;
  for (int i = below(4); i > 0; --i) {
    day += below(40);
    rows[k_reviews].push_back({day, below(2) == 0 ? k_cell_absent : day + below(90)});
  }
  if (below(2) == 0) {
    const bool open = below(3) == 0;
    rows[k_matches].push_back(
        {open ? k_cell_absent : 100 + below(120), open ? k_cell_unknown : Cell{0}});
  }
  return rows;
}

// What the files would have said on that day: what is later had not been written. Bookings were.
Rows cut(const Sources& sources, const Rows& rows, Day as_at) {
  Rows earlier(rows.size());
  for (std::size_t s = 0; s < rows.size(); ++s) {
    const SourceTable& table = sources.tables[s];
    for (std::vector<Cell> row : rows[s]) {
      const Cell first =
          table.date_column < 0 ? 0 : row[static_cast<std::size_t>(table.date_column)];
      if (is_plain(first) && first > as_at) continue;
      for (std::size_t c = 0; c < row.size(); ++c) {
        const bool later = is_plain(row[c]) && row[c] > as_at;
        if (table.columns[c].kind != FieldKind::milestone || !later) continue;
        row[c] = k_cell_absent;
        row.back() = k_cell_unknown;  // what comes with an end was not written either
      }
      earlier[s].push_back(std::move(row));
    }
  }
  return earlier;
}

void require_same(const ChildCase& a, const ChildCase& b, const Model& model) {
  for (int t = 0; t < k_tables; ++t) {
    const CaseTable& table = model.tables[static_cast<std::size_t>(t)];
    const CaseSlice& slice = a.tables[static_cast<std::size_t>(t)];
    REQUIRE(slice.count == b.tables[static_cast<std::size_t>(t)].count);
    const CaseSlice& other = b.tables[static_cast<std::size_t>(t)];
    REQUIRE((slice.maybe == nullptr) == (other.maybe == nullptr));
    for (std::uint32_t row = 0; slice.maybe != nullptr && row < slice.count; ++row) {
      REQUIRE(slice.maybe[row] == other.maybe[row]);
    }
    if (slice.count > 0)
      REQUIRE(slice.plain_dates == b.tables[static_cast<std::size_t>(t)].plain_dates);
    for (std::uint32_t row = 0; row < slice.count; ++row) {
      for (int f = 0; f < static_cast<int>(table.fields.size()); ++f) {
        INFO(table.name << " row " << row << " " << table.fields[static_cast<std::size_t>(f)].name);
        if (is_date(table.fields[static_cast<std::size_t>(f)].kind)) {
          REQUIRE(a.date_at(t, f, row) == b.date_at(t, f, row));
        } else {
          REQUIRE(a.cell(t, f, row) == b.cell(t, f, row));
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("a snapshot as at a day is the same as a snapshot that was cut at that day") {
  const Model model = make_model();
  const Sources sources = make_sources();
  std::mt19937 chance(1);
  for (int i = 0; i < 300; ++i) {
    const Rows rows = random_rows(chance);
    const Snapshot whole = snapshot_of(sources, rows);
    for (Day as_at = 95; as_at < 240; as_at += 3) {
      const Snapshot earlier = snapshot_of(sources, cut(sources, rows, as_at));
      CaseView view(whole, model, sources, as_at);
      CaseView then(earlier, model, sources, as_at);
      INFO("case " << i << " as at " << as_at);
      require_same(view.open(0), then.open(0), model);
    }
  }
}

TEST_CASE("a later ending is open again, a later booking is still seen") {
  const Model model = make_model();
  const Sources sources = make_sources();
  const Snapshot snapshot =
      snapshot_of(sources, {{{10}}, {{100, 200, 0, 2}}, {{120, 300}}, {{180, 0}}});
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  REQUIRE(seen.date_at(k_episode, 1, 0).is_absent());
  REQUIRE(seen.date_at(k_order, 1, 0).is_absent());
  REQUIRE(seen.date_at(k_match, 0, 0).is_absent());
  REQUIRE(seen.date_at(k_review, 1, 0) == Date::known(300));
  // Nor does anything tell why it will end.
  REQUIRE(seen.cell(k_episode, 3, 0) == k_cell_unknown);
  REQUIRE(seen.cell(k_order, 3, 0) == k_cell_unknown);
  REQUIRE(seen.cell(k_match, 1, 0) == k_cell_unknown);
  CaseView later(snapshot, model, sources, 200);
  REQUIRE(later.open(0).date_at(k_episode, 1, 0) == Date::known(200));
  REQUIRE(later.open(0).cell(k_episode, 3, 0) == 2);
  REQUIRE(later.open(0).cell(k_order, 3, 0) == 2);
  REQUIRE(later.open(0).cell(k_match, 1, 0) == 0);
}

TEST_CASE("a reason without an end stands as it was written; one whose day is open is unknown") {
  const Model model = make_model();
  const Sources sources = make_sources();
  Snapshot snapshot = snapshot_of(
      sources, {{{10}},
                {{100, k_cell_absent, 0, 2}, {110, k_cell_unknown, 0, 2}, {120, k_cell_side, 0, 2}},
                {},
                {}});
  snapshot.pools.dates = {Date::between(140, 160)};
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  REQUIRE(seen.cell(k_episode, 3, 0) == 2);
  REQUIRE(seen.cell(k_episode, 3, 1) == k_cell_unknown);
  REQUIRE(seen.cell(k_episode, 3, 2) == k_cell_unknown);
}

TEST_CASE("a row whose code is blank may or may not belong to a filtered table") {
  const Model model = make_model();
  const Sources sources = make_sources();
  const Snapshot snapshot = snapshot_of(sources, {{{10}},
                                                  {{100, 110, k_cell_unknown, 0},
                                                   {120, 130, k_cell_unknown, 0},
                                                   {130, 140, 1, 0},
                                                   {140, k_cell_absent, k_cell_unknown, 0}},
                                                  {},
                                                  {}});
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  const CaseSlice& interim = seen.tables[k_interim];
  REQUIRE(interim.count == 2);
  REQUIRE(interim.maybe != nullptr);
  REQUIRE(interim.maybe[0] == 1);  // nothing but a blank code
  REQUIRE(interim.maybe[1] == 0);
  // The run that is there for certain may have begun and may still run with the rows around it.
  REQUIRE(seen.date_at(k_interim, 0, 1) == Date::between(120, 130));
  REQUIRE(seen.date_at(k_interim, 1, 1) == Date{140, 140, true});
}

TEST_CASE("a date that is partly known is cut at the wall and may not have come") {
  const Model model = make_model();
  const Sources sources = make_sources();
  Snapshot snapshot = snapshot_of(
      sources, {{{10}}, {{100, k_cell_side, 0, 0}}, {{k_cell_side + 1, k_cell_absent}}, {}});
  snapshot.pools.dates = {Date::between(140, 160), Date::between(145, 155)};
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  REQUIRE(seen.date_at(k_episode, 1, 0) == Date{140, 150, true});
  REQUIRE(seen.date_at(k_review, 0, 0) == Date::between(145, 150));
  REQUIRE_FALSE(seen.tables[k_review].plain_dates);
  CaseView before(snapshot, model, sources, 139);
  REQUIRE(before.open(0).date_at(k_episode, 1, 0).is_absent());
  REQUIRE(before.open(0).tables[k_review].count == 0);
}

TEST_CASE("a period that may continue a row without a readable end began up to its first day") {
  const Model model = make_model();
  const Sources sources = make_sources();
  const Snapshot snapshot = snapshot_of(
      sources, {{{10}}, {{100, k_cell_unknown, 0, 0}, {130, k_cell_absent, 0, 0}}, {}, {}});
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  REQUIRE(seen.tables[k_order].count == 2);
  const auto second = seen.date_at(k_order, 0, 0).hi == 130 ? 0U : 1U;
  REQUIRE(seen.date_at(k_order, 0, second) == Date::between(k_earliest, 130));
}

TEST_CASE("every cell of a joined period knows the line it was read from") {
  const Model model = make_model();
  const Sources sources = make_sources();
  const Snapshot snapshot =
      snapshot_of(sources, {{{10}}, {{100, 130, 0, 0}, {130, 140, 0, 0}}, {}, {}});
  CaseView view(snapshot, model, sources, 150);
  static_cast<void>(view.open(0));
  REQUIRE(view.origin(k_order, 0, 0).line == 2);
  REQUIRE(view.origin(k_order, 1, 0).line == 3);
  REQUIRE(view.origin(k_order, 1, 0).file == "invented.csv");
  REQUIRE(view.origin(k_order, 1, 0).column == "C1");
}

TEST_CASE("a table that did not come is not an empty table") {
  const Model model = make_model();
  const Sources sources = make_sources();
  Snapshot snapshot = snapshot_of(sources, {{}, {}, {}, {{100, 0}}});
  snapshot.tables[k_reviews].supplied = false;
  CaseView view(snapshot, model, sources, 150);
  const ChildCase& seen = view.open(0);
  REQUIRE(seen.tables[k_review].supply == Supply::none);
  REQUIRE(seen.tables[k_match].supply == Supply::full);
  REQUIRE(view.why_missing(k_review, -1) == "no review list was supplied");
  REQUIRE(view.why_missing(k_match, 0).empty());
  // A row of facts is always there, if only a blank one.
  REQUIRE(seen.tables[k_child].count == 1);
  REQUIRE(seen.date_at(k_child, 0, 0).is_unknown());
}
