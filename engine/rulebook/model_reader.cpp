#include "rulebook/model_reader.hpp"

#include <algorithm>

#include "rulebook/field_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_most_tables = 200;  // a row that Lua holds has 8 bits for its table

Shape shape_called(std::string_view word, const Written& written, const std::string& name) {
  if (word == "facts") return Shape::facts;
  if (word == "periods") return Shape::periods;
  if (word == "events") return Shape::events;
  if (word == "records") return Shape::records;
  throw written.error(name + " must be facts, periods, events or records { ... }", name);
}

// Words of the language would hide a field or table of the same name.
void need_free_name(const std::string& name, const Written& written) {
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  if (!plain)
    throw written.error("`" + name + "`: names are lower case letters, digits and _", name);
  if (name == "known" || name == "missing")
    throw written.error("`" + name + "` is a word of the language and cannot be a field", name);
}

// `after`: the name of the date that this field belongs to, until all fields are known.
Field read_field(lua_State* lua, const std::string& name, const CaseTable& table,
                 const Written& written, std::string& after) {
  need_free_name(name, written);
  Written here = written;
  here.line = line_of_key(written.text, name, written.line);
  Field field;
  field.name = name;
  FieldKindWords words = read_field_kind(lua, lua_gettop(lua), here, table.name + "." + name);
  field.kind = words.kind;
  field.codes = std::move(words.codes);
  if (!lua_isnil(lua, -1)) {
    const KeyedTable options(lua, lua_gettop(lua), table.name + "." + name,
                             {"label", "owner", "after"}, here);
    field.label = options.text("label");
    field.owner = options.text("owner");
    after = options.text("after");
  }
  lua_pop(lua, 1);
  if (field.label.empty()) field.label = spaced(name);
  return field;
}

// The dates that a shape has by itself, unless the file words them anew.
void add_own_dates(CaseTable& table) {
  const auto add = [&table](const char* name, FieldKind kind, const char* label) {
    Field field;
    field.name = name;
    field.kind = kind;
    field.label = label;
    table.fields.push_back(field);
  };
  if (table.shape == Shape::periods) {
    add("from", FieldKind::date, "start");
    add("to", FieldKind::milestone, "end");
  } else if (table.shape == Shape::events) {
    add("on", FieldKind::date, "date");
  }
}

int need_field(const CaseTable& table, const std::string& name, const KeyedTable& keys,
               const char* key) {
  const int field = table.field(name);
  if (field >= 0) return field;
  std::vector<std::string> known;
  for (const Field& each : table.fields) known.push_back(each.name);
  throw keys.error(table.name + " has no field `" + name + "`" + did_you_mean(name, known), key);
}

// `reason = code(list, { after = "to" })`: known only once that day has come.
void set_after(CaseTable& table, const std::string& name, const std::string& after,
               const KeyedTable& keys) {
  Field& field = table.fields[static_cast<std::size_t>(table.field(name))];
  field.after = need_field(table, after, keys, "after");
  const FieldKind dated = table.fields[static_cast<std::size_t>(field.after)].kind;
  if (is_date(field.kind))
    throw keys.error(table.name + "." + name + " is a date and stands behind the wall by itself",
                     name);
  if (!is_date(dated) || dated == FieldKind::booking)
    throw keys.error(table.name + "." + name + ": after names a date or a milestone", name);
}

void read_fields(lua_State* lua, CaseTable& table, const KeyedTable& keys) {
  add_own_dates(table);
  if (!keys.push("fields")) return;
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw keys.error(table.name + ": fields needs { name = kind }", "fields");
  std::vector<std::pair<std::string, std::string>> afters;
  for (const std::string& name :
       keys_in_order(lua, index, keys.written(), table.name + ": fields")) {
    lua_getfield(lua, index, name.c_str());
    std::string after;
    Field field = read_field(lua, name, table, keys.written(), after);
    if (!after.empty()) afters.emplace_back(name, after);
    const int own = table.field(name);
    if (own < 0) {
      table.fields.push_back(std::move(field));
    } else if (table.fields[static_cast<std::size_t>(own)].kind != field.kind) {
      throw keys.error(
          table.name + "." + name + " keeps its kind; only its label and owner may be given", name);
    } else {
      table.fields[static_cast<std::size_t>(own)] = std::move(field);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  for (const auto& [name, after] : afters) set_after(table, name, after, keys);
}

void read_bridged(lua_State* lua, CaseTable& table, const KeyedTable& keys) {
  if (!keys.push("bridged")) return;
  const int index = lua_gettop(lua);
  if (table.shape != Shape::periods || lua_type(lua, index) != LUA_TTABLE) {
    throw keys.error(table.name + ": bridged needs { field = { codes } }, in periods", "bridged");
  }
  const std::vector<std::string> names = keys_in_order(lua, index, keys.written(), "bridged");
  if (names.size() != 1) throw keys.error(table.name + ": bridged names one field", "bridged");
  table.bridged_field = need_field(table, names[0], keys, "bridged");
  const Field& field = table.fields[static_cast<std::size_t>(table.bridged_field)];
  lua_getfield(lua, index, names[0].c_str());
  for (const std::string& value : text_list(lua, lua_gettop(lua), keys.written(), "bridged")) {
    const int code = code_index(field, value);
    if (code < 0)
      throw keys.error(table.name + "." + field.name + " has no value \"" + value + "\"",
                       "bridged");
    table.bridged.push_back(code);
  }
  std::sort(table.bridged.begin(), table.bridged.end());
  lua_pop(lua, 2);
}

void read_touching(lua_State* lua, CaseTable& table, const KeyedTable& keys) {
  if (!keys.push("touching")) return;
  const lua_Integer days = lua_isinteger(lua, -1) != 0 ? lua_tointeger(lua, -1) : -1;
  if (table.shape != Shape::periods || days < 0 || days > 1) {
    throw keys.error(table.name + ": touching is 0 or 1 day, in periods", "touching");
  }
  table.touching_days = static_cast<int>(days);
  lua_pop(lua, 1);
}

// When rows of two sources are one: same_fact = { equal = { "kind" }, within = 92 }.
void read_same_fact(lua_State* lua, CaseTable& table, const KeyedTable& keys) {
  if (!keys.push("same_fact")) return;
  const KeyedTable same(lua, lua_gettop(lua), table.name + ": same_fact",
                        {"equal", "overlapping", "within"}, keys.written());
  SameFact fact;
  for (const std::string& name : same.texts("equal")) {
    fact.equal.push_back(need_field(table, name, keys, "same_fact"));
    if (is_date(table.fields[static_cast<std::size_t>(fact.equal.back())].kind))
      throw keys.error(table.name + ": same_fact: equal names no dates", "same_fact");
  }
  fact.overlapping = same.flag("overlapping");
  if (fact.overlapping && table.shape != Shape::periods)
    throw keys.error(table.name + ": only periods overlap", "same_fact");
  if (same.push("within")) {
    fact.within = lua_isinteger(lua, -1) != 0 ? static_cast<int>(lua_tointeger(lua, -1)) : -1;
    lua_pop(lua, 1);
    if (fact.within < 0)
      throw keys.error(table.name + ": same_fact: within is a number of days", "same_fact");
  }
  table.same_fact = std::move(fact);
  lua_pop(lua, 1);
}

CaseTable read_table(const Script& script, lua_State* lua, const std::string& name,
                     const Written& outer) {
  need_free_name(name, outer);
  const Declaration declaration = declaration_at(lua, lua_gettop(lua));
  const Written written = written_at(script, declaration, outer);
  CaseTable table;
  table.name = name;
  table.shape = shape_called(declaration.word, written, name);
  push_given(lua, lua_gettop(lua), 1);
  const KeyedTable keys(
      lua, lua_gettop(lua), name,
      {"label", "list", "owner", "key", "fields", "bridged", "touching", "same_fact"}, written);
  table.label = keys.text("label");
  if (table.label.empty()) table.label = spaced(name);
  table.list = keys.text("list");
  if (table.list.empty()) table.list = table.label;
  table.owner = keys.text("owner");
  read_fields(lua, table, keys);
  for (const std::string& field : keys.texts("key")) {
    table.key.push_back(need_field(table, field, keys, "key"));
  }
  read_bridged(lua, table, keys);
  read_touching(lua, table, keys);
  read_same_fact(lua, table, keys);
  lua_pop(lua, 1);
  return table;
}

Model read_tables(const Script& script, lua_State* lua) {
  const Declaration declaration = declaration_at(lua, -1);
  Written written{script.file().text, std::max(1, declaration.line), script.file().path};
  if (declaration.word != "model")
    throw written.error("model.lua ends in `return model { table = ..., ... }`");
  push_given(lua, lua_gettop(lua), 1);
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE) throw written.error("model needs { table = ... }");
  Model model;
  std::vector<std::string> names = keys_in_order(lua, index, written, "model");
  const auto child = std::find(names.begin(), names.end(), "child");
  if (child == names.end()) throw written.error("a model needs the table `child = facts { ... }`");
  std::rotate(names.begin(), child, child + 1);
  for (const std::string& name : names) {
    lua_getfield(lua, index, name.c_str());
    model.tables.push_back(read_table(script, lua, name, written));
    lua_pop(lua, 1);
  }
  if (model.tables.size() > k_most_tables) throw written.error("a model has at most 200 tables");
  if (model.tables[0].shape != Shape::facts)
    throw written.error("the table `child` must be facts { ... }", "child");
  return model;
}

}  // namespace

Result<Model> read_model(Assembly& assembly, int file) {
  Script script(assembly, file, "", -1);
  Model model;
  const bool read = script.run(
      [](Script& own) {
        define_declarations(own, k_field_words);
        define_declarations(own, {"model", "facts", "periods", "events", "records"});
        define_require_word(own);
      },
      [&](lua_State* lua) { model = read_tables(script, lua); });
  if (!read) return error_of(script.fault());
  return model;
}

}  // namespace tidemark
