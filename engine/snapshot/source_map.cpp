#include "snapshot/source_map.hpp"

namespace tidemark {
namespace {

using Columns = std::vector<SourceColumn>;

void want(Columns& columns, int column) {
  if (column >= 0) columns[static_cast<std::size_t>(column)].wanted = true;
}

void want_each(Columns& columns, const std::vector<int>& which) {
  for (const int column : which) want(columns, column);
}

void want_each(Columns& columns, const std::vector<ColumnIs>& which) {
  for (const ColumnIs& is : which) want(columns, is.column);
}

void want_joining(Columns& columns, const Joining& joining) {
  for (const Continues& way : joining.continues) {
    want(columns, way.when.column);
    want_each(columns, way.same_all);
    want_each(columns, way.same_first);
  }
  want(columns, joining.bridged.column);
  want_each(columns, joining.bridged_same_all);
  want_each(columns, joining.bridged_same_first);
  want(columns, joining.start_known.column);
}

// A field is needed when a rule asks for it, when it names the row, or when the wall stands on it.
bool is_needed(const CaseTable& table, const std::vector<bool>& wanted, int field) {
  const auto index = static_cast<std::size_t>(field);
  if (index < wanted.size() && wanted[index]) return true;
  if (table.shape == Shape::periods && field <= 1) return true;
  if (table.shape == Shape::events && field == 0) return true;
  for (const int key : table.key) {
    if (key == field) return true;
  }
  if (table.same_fact) {
    for (const int equal : table.same_fact->equal) {
      if (equal == field) return true;
    }
  }
  for (std::size_t f = 0; f < table.fields.size() && f < wanted.size(); ++f) {
    if (wanted[f] && table.fields[f].after == field) return true;
  }
  return field == table.bridged_field;
}

bool is_active(const Feed& feed, const WantedFields& wanted) {
  const auto index = static_cast<std::size_t>(feed.case_table);
  if (index >= wanted.size()) return false;
  for (const bool field : wanted[index]) {
    if (field) return true;
  }
  return false;
}

void want_feed(SourceTable& table, const Feed& feed, const Model& model,
               const WantedFields& wanted) {
  const auto index = static_cast<std::size_t>(feed.case_table);
  for (const FieldFeed& field : feed.fields) {
    if (is_needed(model.tables[index], wanted[index], field.field)) {
      want(table.columns, field.column);
    }
  }
  want_each(table.columns, feed.only);
  want_each(table.columns, feed.except);
  if (feed.joined) want_joining(table.columns, feed.joining);
  want(table.columns, table.child_column);
  want(table.columns, table.date_column);
  want(table.columns, table.end_column);
  want_each(table.columns, table.key);
  want(table.columns, table.through.column);
  want(table.columns, table.fresh_start.column);
  want(table.columns, table.blank_while_open);
}

// The children and their births are read for every rulebook, so that adding a rule cannot change
// which dates of another are impossible.
void want_births(SourceTable& table, int birth_field) {
  for (const Feed& feed : table.feeds) {
    if (feed.case_table != 0 || feed.partial) continue;
    want(table.columns, table.child_column);
    for (const FieldFeed& field : feed.fields) {
      if (field.field == birth_field) want(table.columns, field.column);
    }
  }
}

// A table whose rows reach their child through another one needs that one's keys.
void want_parents(Sources& sources) {
  for (const SourceTable& table : sources.tables) {
    const Through& through = table.through;
    if (through.table < 0 || !table.columns[static_cast<std::size_t>(through.column)].wanted) {
      continue;
    }
    SourceTable& parent = sources.tables[static_cast<std::size_t>(through.table)];
    want(parent.columns, parent.child_column);
    want(parent.columns, through.key);
  }
}

}  // namespace

int SourceTable::column(std::string_view column_name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column_name) return static_cast<int>(i);
  }
  return -1;
}

void mark_wanted(Sources& sources, const Model& model, const WantedFields& wanted) {
  sources.birth_field = model.tables.empty() ? -1 : model.tables[0].field("date_of_birth");
  for (SourceTable& table : sources.tables) {
    for (SourceColumn& column : table.columns) column.wanted = false;
    table.one_row_a_child = false;
    for (const Feed& feed : table.feeds) {
      const auto index = static_cast<std::size_t>(feed.case_table);
      if (model.tables[index].shape == Shape::facts && !feed.joined && feed.only.empty() &&
          feed.except.empty()) {
        table.one_row_a_child = true;
      }
      if (is_active(feed, wanted)) want_feed(table, feed, model, wanted);
    }
    want_births(table, sources.birth_field);
  }
  want_parents(sources);
}

}  // namespace tidemark
