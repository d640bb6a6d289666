#include "rulebook/feed_reader.hpp"

#include <algorithm>

#include "rulebook/wording.hpp"
#include "snapshot/cell.hpp"

namespace tidemark {

namespace {

using Columns = const SourceTable&;

void need_codes_alike(const SourceColumn& column, const CaseTable& table, const Field& field,
                      const Written& written) {
  const bool both_dates = is_date(column.kind) && is_date(field.kind);
  const auto textual = [](FieldKind k) { return k == FieldKind::text || k == FieldKind::id; };
  const bool alike =
      both_dates || column.kind == field.kind || (textual(column.kind) && textual(field.kind));
  if (!alike)
    throw written.error(
        column.name + " and " + table.name + "." + field.name + " are not of one kind", field.name);
  const bool same =
      std::equal(column.codes.begin(), column.codes.end(), field.codes.begin(), field.codes.end(),
                 [](const Code& a, const Code& b) { return a.value == b.value; });
  if (!same)
    throw written.error(
        column.name + " and " + table.name + "." + field.name + " must have the same code list",
        field.name);
}

// A column by its name, or first / last / up_to of one.
FieldFeed read_field(const Script& script, lua_State* lua, Columns table, const CaseTable& into,
                     const std::string& name, bool joined, const Written& written) {
  FieldFeed feed;
  feed.field = into.field(name);
  if (feed.field < 0) {
    std::vector<std::string> known;
    for (const Field& field : into.fields) known.push_back(field.name);
    throw written.error(into.name + " has no field `" + name + "`" + did_you_mean(name, known),
                        name);
  }
  const Declaration take = declaration_at(lua, -1);
  if (take.word == "unknown") {
    feed.constant = k_cell_unknown;
    return feed;
  }
  if (take.word == "first") feed.take = FieldFeed::Take::first;
  if (take.word == "up_to") feed.take = FieldFeed::Take::up_to;
  if (!take.word.empty()) {
    if (!joined && take.word != "up_to" && take.word != "always")
      throw written.error("rows take each row as it is: no " + std::string(take.word), name);
    push_given(lua, lua_gettop(lua), 1);
    lua_remove(lua, -2);
  }
  if (lua_type(lua, -1) != LUA_TSTRING)
    throw written.error(into.name + "." + name + " needs the name of a column in quotes", name);
  if (take.word == "always") {
    const Field& field = into.fields[static_cast<std::size_t>(feed.field)];
    feed.constant = code_index(field, lua_tostring(lua, -1));
    if (field.kind != FieldKind::code || feed.constant < 0)
      throw written.error(into.name + "." + name + " has no value \"" + lua_tostring(lua, -1) +
                              "\"; always gives one of the codes of a field",
                          name);
    return feed;
  }
  feed.column = need_column(table, lua_tostring(lua, -1), written, name.c_str());
  need_codes_alike(table.columns[static_cast<std::size_t>(feed.column)], into,
                   into.fields[static_cast<std::size_t>(feed.field)],
                   written_at(script, take, written));
  return feed;
}

// { LS = { "V3", "V4" } } at the top of the stack, for one column.
ColumnIs read_column_is(lua_State* lua, Columns table, const std::string& name,
                        const Written& written, const char* key) {
  ColumnIs is;
  is.column = need_column(table, name, written, key);
  const SourceColumn& column = table.columns[static_cast<std::size_t>(is.column)];
  for (const std::string& value : text_list(lua, lua_gettop(lua), written, key)) {
    const auto found = std::find_if(column.codes.begin(), column.codes.end(),
                                    [&](const Code& code) { return code.value == value; });
    if (found == column.codes.end()) {
      std::vector<std::string> known;
      for (const Code& code : column.codes) known.push_back(code.value);
      throw written.error(std::string(key) + ": " + name + " has no value \"" + value + "\"" +
                              did_you_mean(value, known),
                          key);
    }
    is.codes.push_back(static_cast<std::int32_t>(found - column.codes.begin()));
  }
  std::sort(is.codes.begin(), is.codes.end());
  if (is.codes.empty()) throw written.error(std::string(key) + ": " + name + " needs values", key);
  return is;
}

std::vector<ColumnIs> read_filter(lua_State* lua, Columns table, const KeyedTable& keys,
                                  const char* key) {
  if (!keys.push(key)) return {};
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw keys.error(std::string(key) + " needs { COLUMN = { codes } }", key);
  std::vector<ColumnIs> filter;
  for (const std::string& name : keys_in_order(lua, index, keys.written(), key)) {
    if (name == "same" || name == "same_first") continue;  // of `bridges`
    lua_getfield(lua, index, name.c_str());
    filter.push_back(read_column_is(lua, table, name, keys.written(), key));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return filter;
}

std::vector<int> columns_in(Columns table, const KeyedTable& keys, const char* key) {
  std::vector<int> columns;
  for (const std::string& name : keys.texts(key))
    columns.push_back(need_column(table, name, keys.written(), key));
  return columns;
}

void read_continues(lua_State* lua, Columns table, const KeyedTable& keys, Joining& joining) {
  if (!keys.push("continues")) return;
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE) throw keys.error("continues needs a list", "continues");
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    const KeyedTable item(lua, lua_gettop(lua), "continues", {"when", "same", "same_first"},
                          keys.written());
    joining.continues.push_back({read_one_filter(lua, table, item, "when"),
                                 columns_in(table, item, "same"),
                                 columns_in(table, item, "same_first")});
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

void read_bridges(lua_State* lua, Columns table, const KeyedTable& keys, Joining& joining) {
  if (!keys.push("bridges")) return;
  std::vector<std::string> known = {"same", "same_first"};
  for (const SourceColumn& column : table.columns) known.push_back(column.name);
  const KeyedTable bridges(lua, lua_gettop(lua), "bridges", known, keys.written());
  joining.bridged_same_all = columns_in(table, bridges, "same");
  joining.bridged_same_first = columns_in(table, bridges, "same_first");
  lua_pop(lua, 1);
  joining.bridged = read_one_filter(lua, table, keys, "bridges");
}

void read_joining(lua_State* lua, Columns table, const KeyedTable& keys, Joining& joining) {
  if (keys.push("touching")) {
    const lua_Integer days = lua_isinteger(lua, -1) != 0 ? lua_tointeger(lua, -1) : -1;
    if (days < 0 || days > 1) throw keys.error("touching is 0 or 1 day", "touching");
    joining.touching_days = static_cast<int>(days);
    lua_pop(lua, 1);
  }
  read_continues(lua, table, keys, joining);
  read_bridges(lua, table, keys, joining);
  joining.start_known = read_one_filter(lua, table, keys, "start_known");
  joining.merged = keys.flag("merged");
}

const std::vector<std::string> k_row_keys = {"fields",          "only",    "except",
                                             "unless_supplied", "partial", "latest"};
const std::vector<std::string> k_joined_keys = {
    "fields",   "only",      "except",  "unless_supplied", "partial",
    "touching", "continues", "bridges", "start_known",     "merged"};

NamedFeed read_feed(const Script& script, lua_State* lua, Columns table,
                    const std::string& into_name, const KeyedTable& outer) {
  const Declaration declaration = declaration_at(lua, -1);
  const bool joined = declaration.word == "joined";
  if (!joined && declaration.word != "rows") {
    throw outer.error("gives: " + into_name + " needs rows { ... } or joined { ... }", into_name);
  }
  const Written written = written_at(script, declaration, outer.written());
  NamedFeed named;
  Feed& feed = named.feed;
  feed.joined = joined;
  feed.case_table = script.model().table(into_name);
  push_given(lua, lua_gettop(lua), 1);
  const KeyedTable keys(lua, lua_gettop(lua), std::string(declaration.word),
                        joined ? k_joined_keys : k_row_keys, written);
  if (!keys.push("fields") || lua_type(lua, -1) != LUA_TTABLE)
    throw keys.error("gives: " + into_name + " needs fields = { ... }");
  const int index = lua_gettop(lua);
  for (const std::string& name : keys_in_order(lua, index, written, "fields")) {
    lua_getfield(lua, index, name.c_str());
    feed.fields.push_back(
        read_field(script, lua, table, script.table(feed.case_table), name, joined, written));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  feed.only = read_filter(lua, table, keys, "only");
  feed.except = read_filter(lua, table, keys, "except");
  feed.partial = keys.flag("partial");
  if (!joined) feed.latest = keys.flag("latest");
  const Shape shape = script.table(feed.case_table).shape;
  if (feed.latest && shape != Shape::events && shape != Shape::periods)
    throw keys.error("gives: " + into_name + ": latest is for events and periods", "latest");
  named.unless_supplied = keys.text("unless_supplied");
  if (joined) read_joining(lua, table, keys, feed.joining);
  lua_pop(lua, 1);
  return named;
}

}  // namespace

ColumnIs read_one_filter(lua_State* lua, Columns table, const KeyedTable& keys, const char* key) {
  std::vector<ColumnIs> filter = read_filter(lua, table, keys, key);
  if (filter.size() > 1) throw keys.error(std::string(key) + " names one column", key);
  return filter.empty() ? ColumnIs{} : filter[0];
}

int need_column(const SourceTable& table, const std::string& name, const Written& written,
                const char* key) {
  const int column = table.column(name);
  if (column >= 0) return column;
  std::vector<std::string> known;
  for (const SourceColumn& each : table.columns) known.push_back(each.name);
  throw written.error(table.name + " has no column `" + name + "`" + did_you_mean(name, known),
                      key);
}

std::vector<NamedFeed> read_feeds(const Script& script, lua_State* lua, const SourceTable& table,
                                  const KeyedTable& keys) {
  std::vector<NamedFeed> feeds;
  if (!keys.push("gives")) return feeds;
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw keys.error("gives needs { case_table = rows { ... } }", "gives");
  for (const std::string& name : keys_in_order(lua, index, keys.written(), "gives")) {
    if (script.model().table(name) < 0) {
      std::vector<std::string> known;
      for (const CaseTable& each : script.model().tables) known.push_back(each.name);
      throw keys.error("there is no case table `" + name + "`" + did_you_mean(name, known), name);
    }
    lua_getfield(lua, index, name.c_str());
    const bool several = lua_type(lua, -1) == LUA_TTABLE;  // a list of rows / joined
    const auto count = several ? static_cast<lua_Integer>(lua_rawlen(lua, -1)) : 1;
    for (lua_Integer i = 1; i <= count; ++i) {
      if (several) lua_rawgeti(lua, -1, i);
      feeds.push_back(read_feed(script, lua, table, name, keys));
      if (several) lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return feeds;
}

}  // namespace tidemark
