#include "rulebook/foreign_reader.hpp"

#include <utility>

namespace tidemark {

XmlRows read_xml_record(lua_State* lua, const KeyedTable& keys) {
  XmlRows rows;
  if (!keys.push("xml")) return rows;
  const KeyedTable xml(lua, lua_gettop(lua), "xml", {"record", "child"}, keys.written());
  rows.record = xml.required_text("record");
  rows.child = xml.required_text("child");
  lua_pop(lua, 1);
  return rows;
}

namespace {

void read_only(lua_State* lua, const KeyedTable& xml, XmlRows& rows) {
  if (!xml.push("only")) return;
  const int only = lua_gettop(lua);
  if (lua_type(lua, only) != LUA_TTABLE)
    throw xml.error("only needs { ELEMENT = \"text\" }", "only");
  for (const std::string& name : keys_in_order(lua, only, xml.written(), "only")) {
    lua_getfield(lua, only, name.c_str());
    for (std::string& text : text_list(lua, lua_gettop(lua), xml.written(), "only")) {
      rows.only.emplace_back(name, std::move(text));
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

}  // namespace

XmlRows read_xml_rows(lua_State* lua, const std::string& table, const KeyedTable& keys,
                      const XmlRows& of_source) {
  XmlRows rows;
  if (!keys.push("xml")) return rows;
  const KeyedTable xml(lua, lua_gettop(lua), table + ": xml", {"row", "filled", "only"},
                       keys.written());
  if (of_source.record.empty()) {
    throw keys.error(table + ": xml needs the source to say xml = { record = ..., child = ... }",
                     "xml");
  }
  rows = of_source;
  rows.row = xml.required_text("row");
  rows.filled = xml.texts("filled");
  read_only(lua, xml, rows);
  lua_pop(lua, 1);
  return rows;
}

void read_refused(lua_State* lua, const KeyedTable& keys, Sources& sources) {
  if (!keys.push("refuses")) return;
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE) throw keys.error("refuses needs a list", "refuses");
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    const KeyedTable item(lua, lua_gettop(lua), "refuses",
                          {"what", "columns", "xml", "xml_text", "json"}, keys.written());
    sources.refused.push_back({item.required_text("what"), item.texts("columns"), item.text("xml"),
                               item.text("xml_text"), item.texts("json")});
    const Refused& refused = sources.refused.back();
    if (refused.columns.empty() && refused.xml.empty() && refused.json.empty())
      throw keys.error("refuses needs columns, an element of XML or keys of JSON to know it by",
                       "refuses");
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

}  // namespace tidemark
