#include "rulebook/source_reader.hpp"

#include <algorithm>

#include "rulebook/feed_reader.hpp"
#include "rulebook/field_reader.hpp"
#include "rulebook/foreign_reader.hpp"
#include "rulebook/source_column_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

struct Unresolved {  // what names another source table, until all tables are known
  std::size_t table, feed;
  std::string name;
  RuleError error;
  std::string key;  // of `through`: a column of that table
};

// child = "CHILD", or { "CHILD", also = { ... }, through = { column =, table =, key = } }.
SourceColumn read_child(lua_State* lua, const KeyedTable& keys, std::string& through_column,
                        std::vector<Unresolved>& unresolved, std::size_t table) {
  SourceColumn child;
  child.kind = FieldKind::id;
  child.required = true;
  if (!keys.push("child"))
    throw keys.error("a table needs `child`: the column with the child's id");
  if (lua_type(lua, -1) == LUA_TSTRING) {
    child.name = lua_tostring(lua, -1);
    lua_pop(lua, 1);
    return child;
  }
  const KeyedTable options(lua, lua_gettop(lua), "child", {"also", "through"}, keys.written(),
                           true);
  const std::vector<std::string> names = text_list(lua, options.index(), keys.written(), "child");
  if (names.size() != 1)
    throw keys.error("child names one column, as in { \"CHILD\", also = ... }", "child");
  child.name = names[0];
  child.aliases = options.texts("also");
  if (options.push("through")) {
    const KeyedTable through(lua, lua_gettop(lua), "through", {"column", "table", "key"},
                             keys.written());
    through_column = through.required_text("column");
    unresolved.push_back({table, 0, through.required_text("table"), keys.error("", "through"),
                          through.required_text("key")});
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return child;
}

void read_columns(lua_State* lua, SourceTable& table, const KeyedTable& keys,
                  const SourceColumn& child) {
  if (!keys.push("columns") || lua_type(lua, -1) != LUA_TTABLE)
    throw keys.error(table.name + " needs columns = { ... }");
  const int index = lua_gettop(lua);
  Written written = keys.written();
  written.line = line_of_key(written.text, "columns", written.line);
  for (const std::string& name : keys_in_order(lua, index, written, table.name + ": columns")) {
    lua_getfield(lua, index, name.c_str());
    table.columns.push_back(read_column(lua, name, written));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  table.child_column = table.column(child.name);
  if (table.child_column >= 0) return;
  table.columns.insert(table.columns.begin(), child);
  table.child_column = 0;
}

void read_order(SourceTable& table, const KeyedTable& keys) {
  const auto dated = [&](const char* key) {
    const std::string name = keys.text(key);
    if (name.empty()) return -1;
    const int column = need_column(table, name, keys.written(), key);
    if (is_date(table.columns[static_cast<std::size_t>(column)].kind)) return column;
    throw keys.error(table.name + ": " + key + " names " + name + ", which is no date", key);
  };
  table.date_column = dated("date");
  table.end_column = dated("ends");
  for (const std::string& name : keys.texts("key")) {
    table.key.push_back(need_column(table, name, keys.written(), "key"));
  }
  const std::string covers = keys.text("covers");
  if (!covers.empty() && covers != "collection year" && covers != "everything") {
    throw keys.error(table.name + ": covers is \"collection year\" or \"everything\"", "covers");
  }
  table.covers_collection_year = covers == "collection year";
}

// What is to be said aloud of rows that are read as they stand.
void read_checks(lua_State* lua, SourceTable& table, const KeyedTable& keys) {
  table.fresh_start = read_one_filter(lua, table, keys, "fresh_start");
  const std::string blank = keys.text("blank_while_open");
  if (!blank.empty()) {
    table.blank_while_open = need_column(table, blank, keys.written(), "blank_while_open");
  }
  if (keys.push("closes_at_age")) {
    table.closes_at_age = static_cast<int>(lua_tointeger(lua, -1));
    lua_pop(lua, 1);
    if (table.closes_at_age <= 0) {
      throw keys.error(table.name + ": closes_at_age is a number of years", "closes_at_age");
    }
  }
  const bool any = table.closes_at_age > 0 || !blank.empty() || table.fresh_start.column >= 0;
  if (any && (table.date_column < 0 || table.end_column < 0)) {
    throw keys.error(table.name + ": only a table with `date` and `ends` has open rows and gaps");
  }
}

void read_table(Script& script, lua_State* lua, const std::string& dataset, const std::string& name,
                const Written& written, const XmlRows& xml, Sources& sources,
                std::vector<Unresolved>& unresolved) {
  Written here = written;
  here.line = line_of_key(written.text, name, written.line);
  const KeyedTable keys(
      lua, lua_gettop(lua), name,
      {"child", "columns", "date", "ends", "key", "covers", "gives", "fresh_start",
       "blank_while_open", "closes_at_age", "latest_repeated", "xml"},
      here);
  SourceTable table;
  table.dataset = dataset;
  table.name = name;
  std::string through;
  const SourceColumn child = read_child(lua, keys, through, unresolved, sources.tables.size());
  read_columns(lua, table, keys, child);
  if (!through.empty()) {
    table.through.column = need_column(table, through, keys.written(), "through");
  }
  read_order(table, keys);
  for (const std::string& column : keys.texts("latest_repeated")) {
    table.latest_repeated.push_back(need_column(table, column, keys.written(), "latest_repeated"));
  }
  read_checks(lua, table, keys);
  table.xml = read_xml_rows(lua, table.name, keys, xml);
  std::vector<NamedFeed> feeds = read_feeds(script, lua, table, keys);
  for (NamedFeed& feed : feeds) {
    if (!feed.unless_supplied.empty()) {
      unresolved.push_back({sources.tables.size(), table.feeds.size(), feed.unless_supplied,
                            keys.error("", "unless_supplied"), ""});
    }
    table.feeds.push_back(std::move(feed.feed));
  }
  sources.tables.push_back(std::move(table));
}

void read_source(Script& script, lua_State* lua, Sources& sources,
                 std::vector<std::string>& datasets, std::vector<Unresolved>& unresolved) {
  const Declaration declaration = declaration_at(lua, -1);
  const Written written{script.file().text, std::max(1, declaration.line), script.file().path};
  if (declaration.word != "source")
    throw written.error("a source file ends in `return source { ... }`");
  push_given(lua, lua_gettop(lua), 1);
  const KeyedTable keys(lua, lua_gettop(lua), "source",
                        {"dataset", "missing", "refuses", "tables", "xml"}, written);
  datasets.push_back(keys.required_text("dataset"));
  for (const std::string& missing : keys.texts("missing")) {
    if (std::find(sources.missing.begin(), sources.missing.end(), missing) ==
        sources.missing.end()) {
      sources.missing.push_back(missing);
    }
  }
  read_refused(lua, keys, sources);
  const XmlRows xml = read_xml_record(lua, keys);
  if (!keys.push("tables") || lua_type(lua, -1) != LUA_TTABLE)
    throw keys.error("source needs tables = { ... }");
  const int index = lua_gettop(lua);
  Written here = written;
  here.line = line_of_key(written.text, "tables", written.line);
  for (const std::string& name : keys_in_order(lua, index, here, "tables")) {
    for (const SourceTable& other : sources.tables) {
      if (other.name == name) throw here.error("there are two source tables called " + name, name);
    }
    lua_getfield(lua, index, name.c_str());
    read_table(script, lua, datasets.back(), name, here, xml, sources, unresolved);
    lua_pop(lua, 1);
  }
}

std::optional<Error> resolve(Sources& sources, const std::vector<Unresolved>& unresolved) {
  for (const Unresolved& one : unresolved) {
    const auto found =
        std::find_if(sources.tables.begin(), sources.tables.end(),
                     [&](const SourceTable& table) { return table.name == one.name; });
    if (found == sources.tables.end()) {
      std::vector<std::string> known;
      for (const SourceTable& table : sources.tables) known.push_back(table.name);
      return error_of(
          {one.error.file, one.error.line,
           "there is no source table `" + one.name + "`" + did_you_mean(one.name, known)});
    }
    const auto index = static_cast<int>(found - sources.tables.begin());
    if (one.key.empty()) {
      sources.tables[one.table].feeds[one.feed].unless_supplied = index;
      continue;
    }
    Through& through = sources.tables[one.table].through;
    through.table = index;
    through.key = found->column(one.key);
    if (through.key < 0 || found->through.column >= 0) {
      return error_of({one.error.file, one.error.line,
                       "through: " + one.name +
                           (through.key < 0 ? " has no column `" + one.key + "`"
                                            : " names its own child through another table")});
    }
  }
  return std::nullopt;
}

}  // namespace

Result<Sources> read_sources(Assembly& assembly, const std::vector<int>& files) {
  Sources sources;
  std::vector<std::string> datasets;
  std::vector<Unresolved> unresolved;
  for (const int file : files) {
    Script script(assembly, file, "", -1);
    const bool read = script.run(
        [](Script& own) {
          define_declarations(own, k_field_words);
          define_declarations(
              own, {"source", "rows", "joined", "first", "last", "up_to", "always", "unknown"});
          define_require_word(own);
        },
        [&](lua_State* lua) { read_source(script, lua, sources, datasets, unresolved); });
    if (!read) return error_of(script.fault());
  }
  if (std::optional<Error> error = resolve(sources, unresolved)) return *error;
  for (std::string& dataset : datasets) {
    // "the council's own lists" already says which; "SSDA903 return" needs "an".
    const bool has_article =
        dataset.starts_with("the ") || dataset.starts_with("a ") || dataset.starts_with("an ");
    if (!has_article)
      dataset = (dataset.starts_with("SS") ? "an " + dataset : with_article(dataset));
  }
  sources.expected = listed(datasets, " or ");
  return sources;
}

}  // namespace tidemark
