#include "rulebook/example_reader.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rulebook/calendar_reader.hpp"
#include "rulebook/given_cell.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

int need_table(const Script& script, const Written& written, const std::string& name) {
  const int table = script.model().table(name);
  if (table >= 0) return table;
  std::vector<std::string> known;
  for (const CaseTable& each : script.model().tables) known.push_back(each.name);
  throw written.error(
      "there is no case table `" + shorten(name, 60) + "`" + did_you_mean(name, known), name);
}

std::vector<Cell> read_row(Script& script, lua_State* lua, const CaseTable& table,
                           const Written& written) {
  std::vector<std::string> names;
  std::vector<Cell> row;
  for (const Field& field : table.fields) {
    names.push_back(field.name);
    row.push_back(blank_cell(field.kind));
  }
  const KeyedTable cells(lua, lua_gettop(lua), table.name, names, written);
  for (std::size_t i = 0; i < table.fields.size(); ++i) {
    if (!cells.push(names[i].c_str())) continue;
    row[i] = given_cell(lua, lua_gettop(lua), table, table.fields[i], script.assembly().given_pools,
                        written);
    lua_pop(lua, 1);
  }
  return row;
}

// Rows of one child lie in date order, as a snapshot's do; a blank date comes first.
void sort_rows(GivenTable& given, const CaseTable& table, const SidePools& pools) {
  if (table.shape != Shape::periods && table.shape != Shape::events) return;
  const auto place = [&pools](const std::vector<Cell>& row) {
    if (!is_side(row[0])) return row[0];
    const Date& date = pools.dates[static_cast<std::size_t>(row[0] - k_cell_side)];
    return date.hi != k_latest ? date.hi : date.lo;
  };
  std::stable_sort(given.rows.begin(), given.rows.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

GivenTable read_table(Script& script, lua_State* lua, const std::string& name,
                      const Written& written) {
  GivenTable given;
  given.table = need_table(script, written, name);
  const CaseTable& table = script.table(given.table);
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw written.error("given: " + name + " needs rows in braces", name);
  if (table.shape == Shape::facts) {
    given.rows.push_back(read_row(script, lua, table, written));
    return given;
  }
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    if (lua_isinteger(lua, -2) == 0) {
      throw written.error(
          "given: " + name + " is a list of rows: write { { " + shown_key(lua, -2) + " = ... } }",
          name);
    }
    lua_pop(lua, 1);
  }
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, index, i);
    given.rows.push_back(read_row(script, lua, table, written));
    lua_pop(lua, 1);
  }
  sort_rows(given, table, script.assembly().given_pools);
  return given;
}

void read_given(Script& script, lua_State* lua, Example& example, const KeyedTable& table) {
  if (table.push("given")) {
    const int index = lua_gettop(lua);
    if (lua_type(lua, index) != LUA_TTABLE)
      throw table.error("given needs { table = rows }", "given");
    for (const std::string& name : keys_in_order(lua, index, table.written(), "given")) {
      lua_getfield(lua, index, name.c_str());
      example.given.push_back(read_table(script, lua, name, table.written()));
      lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
  }
  for (const std::string& name : table.texts("not_supplied")) {
    const int absent = need_table(script, table.written(), name);
    for (const GivenTable& given : example.given) {
      if (given.table == absent)
        throw table.error(name + " is both given and not supplied", "not_supplied");
    }
    example.not_supplied.push_back(absent);
  }
}

Verdict verdict_in(const std::string& text, const Written& written) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(Verdict::error); ++i) {
    names.emplace_back(name_of(static_cast<Verdict>(i)));
    if (text == names.back()) return static_cast<Verdict>(i);
  }
  throw written.error(
      "expect: there is no verdict \"" + shorten(text, 40) + "\"" + did_you_mean(text, names),
      "expect");
}

std::optional<std::string> optional_text(const KeyedTable& table, const char* key) {
  if (!table.has(key)) return std::nullopt;
  return table.text(key);
}

void read_expect(lua_State* lua, Example& example, const KeyedTable& table) {
  if (!table.push("expect"))
    throw table.error("the example \"" + example.name + "\" needs `expect`");
  if (lua_type(lua, -1) == LUA_TSTRING) {
    example.expect = verdict_in(lua_tostring(lua, -1), table.written());
    lua_pop(lua, 1);
    return;
  }
  const KeyedTable expect(lua, lua_gettop(lua), "expect", {"due", "clock", "days_over", "reason"},
                          table.written(), true);
  if (lua_rawgeti(lua, expect.index(), 1) != LUA_TSTRING)
    throw table.error("expect needs a verdict first", "expect");
  example.expect = verdict_in(lua_tostring(lua, -1), table.written());
  example.due = optional_text(expect, "due");
  example.clock = optional_text(expect, "clock");
  example.reason = optional_text(expect, "reason");
  if (expect.push("days_over")) {
    if (lua_isinteger(lua, -1) == 0)
      throw table.error("expect: days_over is a whole number", "expect");
    example.days_over = static_cast<int>(lua_tointeger(lua, -1));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 2);
}

Example read_example(Script& script, lua_State* lua, const Written& written) {
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE || lua_rawgeti(lua, index, 1) != LUA_TSTRING) {
    throw written.error("an example is { \"name\", as_at = , given = , expect = }");
  }
  Example example;
  example.name = lua_tostring(lua, -1);
  lua_pop(lua, 1);
  Written here = written;
  here.line = line_of_key(written.text, example.name, written.line);
  const KeyedTable table(lua, index, "an example",
                         {"as_at", "given", "not_supplied", "terms", "expect"}, here, true);
  example.line = here.line;
  const std::optional<Day> as_at = parse_iso(table.required_text("as_at"));
  if (!as_at) throw table.error("as_at must be a date such as \"2021-04-30\"", "as_at");
  example.as_at = *as_at;
  read_given(script, lua, example, table);
  if (table.has("terms")) example.terms = school_terms_of(table, "terms");
  read_expect(lua, example, table);
  return example;
}

}  // namespace

void read_examples(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table) {
  if (!table.push("examples")) return;
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE) throw table.error("examples needs a list", "examples");
  Written written = table.written();
  written.line = line_of_key(written.text, "examples", written.line);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    rule.examples.push_back(read_example(script, lua, written));
    lua_pop(lua, 1);
    written.line = rule.examples.back().line;
  }
  lua_pop(lua, 1);
}

std::string missing_example(const Rule& rule) {
  const auto has = [&rule](std::initializer_list<Verdict> wanted) {
    return std::any_of(rule.examples.begin(), rule.examples.end(), [&](const Example& example) {
      return std::find(wanted.begin(), wanted.end(), example.expect) != wanted.end();
    });
  };
  std::vector<std::string> missing;
  if (!has({Verdict::breach, Verdict::explained, Verdict::met_late}))
    missing.emplace_back("a breach");
  if (!has({Verdict::on_track, Verdict::due_soon, Verdict::not_applicable}))
    missing.emplace_back("no breach");
  if (!has({Verdict::cannot_decide})) missing.emplace_back("a case that cannot be decided");
  return listed(missing);
}

}  // namespace tidemark
