// Reading `gives = { placement = joined { ... } }`: how one source table fills case tables. Inside
// Sandbox::call only.
#pragma once

#include <string>
#include <vector>

#include "rulebook/declaration.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

struct NamedFeed {
  Feed feed;
  std::string unless_supplied;  // a source table that may not be known yet
};

[[nodiscard]] std::vector<NamedFeed> read_feeds(const Script& script, lua_State* lua,
                                                const SourceTable& table, const KeyedTable& keys);
// One filter, as in `fresh_start = { RNE = { "S" } }`; no codes where the key is not there.
[[nodiscard]] ColumnIs read_one_filter(lua_State* lua, const SourceTable& table,
                                       const KeyedTable& keys, const char* key);
[[nodiscard]] int need_column(const SourceTable& table, const std::string& name,
                              const Written& written, const char* key);

}  // namespace tidemark
