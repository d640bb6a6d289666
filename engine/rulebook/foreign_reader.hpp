// Reading what a source says of files that are no lists: where its tables lie in an XML file, and
// which datasets are recognised only to be refused. Inside Sandbox::call only.
#pragma once

#include "rulebook/keyed_table.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

// Of the source: `xml = { record = "ROOT/CHILD", child = "HEADER/ID" }`.
[[nodiscard]] XmlRows read_xml_record(lua_State* lua, const KeyedTable& keys);
// Of one table: `xml = { row = "HEADER", filled = { "DUC" }, only = { UASC = "1" } }`.
[[nodiscard]] XmlRows read_xml_rows(lua_State* lua, const std::string& table,
                                    const KeyedTable& keys, const XmlRows& of_source);
void read_refused(lua_State* lua, const KeyedTable& keys, Sources& sources);

}  // namespace tidemark
