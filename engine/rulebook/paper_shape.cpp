#include "rulebook/paper_shape.hpp"

#include <algorithm>

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr const char* k_file = "papers.lua";

// "placement.kind", or "review" for its dates alone.
FieldNamed field_named(const Model& model, const std::string& text, const Written& written) {
  const std::size_t dot = text.find('.');
  const std::string table_name = text.substr(0, dot);
  FieldNamed named{model.table(table_name), -1};
  if (named.table < 0) {
    std::vector<std::string> tables;
    for (const CaseTable& table : model.tables) tables.push_back(table.name);
    throw written.error(
        "there is no case table `" + table_name + "`" + did_you_mean(table_name, tables), text);
  }
  if (dot == std::string::npos) return named;
  const CaseTable& table = model.tables[static_cast<std::size_t>(named.table)];
  const std::string field_name = text.substr(dot + 1);
  named.field = table.field(field_name);
  if (named.field < 0) {
    std::vector<std::string> fields;
    for (const Field& field : table.fields) fields.push_back(field.name);
    throw written.error(
        table_name + " has no field `" + field_name + "`" + did_you_mean(field_name, fields), text);
  }
  return named;
}

FieldNamed field_at(const Model& model, const KeyedTable& keys, const char* key) {
  const std::string text = keys.text(key);
  return text.empty() ? FieldNamed{} : field_named(model, text, keys.written());
}

void need_dates(const Model& model, const FieldNamed& named, const Written& written) {
  const CaseTable& table = model.tables[static_cast<std::size_t>(named.table)];
  if (table.shape == Shape::periods || table.shape == Shape::events) return;
  throw written.error(table.name + " has no date of its own for its rows, so it makes no lane",
                      table.name);
}

// { "Placement", "placement.kind" }
PaperLane read_lane(const Model& model, lua_State* lua, const Written& written) {
  const std::vector<std::string> texts = text_list(lua, lua_gettop(lua), written, "a lane");
  if (texts.size() < 2) throw written.error("a lane is { \"Heading\", \"table.field\", ... }");
  PaperLane lane{texts.front(), {}};
  for (std::size_t i = 1; i < texts.size(); ++i) {
    lane.rows.push_back(field_named(model, texts[i], written));
    need_dates(model, lane.rows.back(), written);
  }
  return lane;
}

std::vector<PaperLane> read_lanes(const Model& model, lua_State* lua, const KeyedTable& keys) {
  std::vector<PaperLane> lanes;
  if (!keys.push("lanes")) return lanes;
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE)
    throw keys.error("lanes needs a list of { \"Heading\", \"table.field\" }", "lanes");
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    lanes.push_back(read_lane(model, lua, keys.written()));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  return lanes;
}

PaperShape read_shape(const Script& script, lua_State* lua) {
  const Written written{script.file().text, 1, script.file().path};
  if (lua_type(lua, -1) != LUA_TTABLE)
    throw written.error("papers.lua ends in `return { lanes = { ... }, ... }`");
  const KeyedTable keys(
      lua, lua_gettop(lua), "papers.lua",
      {"birth", "worker", "team", "lanes", "actions", "exemptions", "no_tracker", "recording"},
      written);
  const Model& model = script.model();
  PaperShape shape;
  shape.birth = field_at(model, keys, "birth");
  shape.worker = field_at(model, keys, "worker");
  shape.team = field_at(model, keys, "team");
  shape.lanes = read_lanes(model, lua, keys);
  shape.actions = keys.texts("actions");
  shape.exemptions = keys.texts("exemptions");
  shape.no_tracker = keys.texts("no_tracker");
  shape.recording = keys.texts("recording");
  return shape;
}

}  // namespace

Result<PaperShape> paper_shape(const Rulebook& rulebook) {
  const auto file = std::find_if(rulebook.files.begin(), rulebook.files.end(),
                                 [](const RuleFile& f) { return f.path == k_file; });
  if (file == rulebook.files.end()) return PaperShape{};
  Assembly assembly;
  assembly.files = &rulebook.files;
  assembly.model = &rulebook.model;
  Script script(assembly, static_cast<int>(file - rulebook.files.begin()), "", -1);
  PaperShape shape;
  const bool read =
      script.run([](Script&) {}, [&](lua_State* lua) { shape = read_shape(script, lua); });
  if (!read) return error_of(script.fault());
  return shape;
}

}  // namespace tidemark
