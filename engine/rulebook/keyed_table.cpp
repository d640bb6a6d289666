#include "rulebook/keyed_table.hpp"

#include <algorithm>

#include "rulebook/wording.hpp"

namespace tidemark {

RuleError Written::error(const std::string& message, std::string_view key) const {
  return RuleError(message, key.empty() ? line : line_of_key(text, key, line), file);
}

KeyedTable::KeyedTable(lua_State* lua, int index, std::string what, std::vector<std::string> known,
                       Written written, bool list)
    : lua_(lua),
      index_(lua_absindex(lua, index)),
      what_(std::move(what)),
      written_(std::move(written)) {
  if (lua_type(lua, index_) != LUA_TTABLE) throw error(what_ + " needs a table in braces");
  lua_pushnil(lua);
  while (lua_next(lua, index_) != 0) {
    lua_pop(lua, 1);
    if (list && lua_isinteger(lua, -1) != 0) continue;
    const std::string key = shown_key(lua, -1);
    if (lua_type(lua, -1) == LUA_TSTRING &&
        std::find(known.begin(), known.end(), key) != known.end()) {
      continue;
    }
    throw error(what_ + " has no key `" + key + "`" + did_you_mean(key, known), key);
  }
}

RuleError KeyedTable::error(const std::string& message, std::string_view key) const {
  return written_.error(message, key);
}

bool KeyedTable::push(const char* key) const {
  luaL_checkstack(lua_, 4, nullptr);
  lua_pushstring(lua_, key);
  if (lua_rawget(lua_, index_) != LUA_TNIL) return true;
  lua_pop(lua_, 1);
  return false;
}

bool KeyedTable::has(const char* key) const {
  if (!push(key)) return false;
  lua_pop(lua_, 1);
  return true;
}

std::string KeyedTable::text(const char* key) const {
  if (!push(key)) return "";
  if (lua_type(lua_, -1) != LUA_TSTRING) {
    throw error(what_ + ": " + key + " must be text in quotes, not " + shown_key(lua_, -1), key);
  }
  std::string value = lua_tostring(lua_, -1);
  lua_pop(lua_, 1);
  return value;
}

std::string KeyedTable::required_text(const char* key) const {
  std::string value = text(key);
  if (value.empty()) throw error(what_ + " needs `" + key + "`");
  return value;
}

bool KeyedTable::flag(const char* key) const {
  if (!push(key)) return false;
  if (lua_type(lua_, -1) != LUA_TBOOLEAN)
    throw error(what_ + ": " + key + " must be true or false", key);
  const bool value = lua_toboolean(lua_, -1) != 0;
  lua_pop(lua_, 1);
  return value;
}

std::vector<std::string> KeyedTable::texts(const char* key) const {
  if (!push(key)) return {};
  Written here = written_;
  here.line = line_of_key(written_.text, key, written_.line);
  std::vector<std::string> values = text_list(lua_, lua_gettop(lua_), here, what_ + ": " + key);
  lua_pop(lua_, 1);
  return values;
}

std::vector<std::string> text_list(lua_State* lua, int index, const Written& written,
                                   const std::string& what) {
  if (lua_type(lua, index) == LUA_TSTRING) return {lua_tostring(lua, index)};
  if (lua_type(lua, index) != LUA_TTABLE) {
    throw written.error(what + " must be text in quotes or a list of texts");
  }
  std::vector<std::string> values;
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, index, i);
    if (lua_type(lua, -1) != LUA_TSTRING) {
      throw written.error(what + " must hold texts in quotes, not " + shown_key(lua, -1));
    }
    values.emplace_back(lua_tostring(lua, -1));
    lua_pop(lua, 1);
  }
  return values;
}

std::vector<std::string> keys_in_order(lua_State* lua, int index, const Written& written,
                                       const std::string& what) {
  std::vector<std::pair<std::size_t, std::string>> keys;
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    lua_pop(lua, 1);
    if (lua_type(lua, -1) != LUA_TSTRING) {
      throw written.error(what + " needs names as keys, not " + shown_key(lua, -1));
    }
    const std::string key = lua_tostring(lua, -1);
    keys.emplace_back(place_of_key(written.text, key, written.line), key);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<std::string> names;
  for (auto& [place, name] : keys) names.push_back(std::move(name));
  return names;
}

}  // namespace tidemark
