// table.insert, table.concat and table.sort, bounded and without metamethods.
#include <vector>

#include "rulebook/sandbox.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr lua_Integer k_longest_sort = 10'000;

lua_Integer list_length(lua_State* lua, int index) {
  luaL_checktype(lua, index, LUA_TTABLE);
  return static_cast<lua_Integer>(lua_rawlen(lua, index));
}

int table_insert(lua_State* lua) {
  const lua_Integer length = list_length(lua, 1);
  if (lua_gettop(lua) != 2) throw RuleError("table.insert(list, value) adds at the end, only");
  if (lua_getmetatable(lua, 1) != 0) throw RuleError("this table is read-only");
  lua_rawseti(lua, 1, length + 1);
  return 0;
}

int table_concat(lua_State* lua) {
  const lua_Integer length = list_length(lua, 1);
  const char* separator = luaL_optstring(lua, 2, "");
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (lua_Integer i = 1; i <= length; ++i) {
    if (i > 1) luaL_addstring(&buffer, separator);
    const int type = lua_rawgeti(lua, 1, i);
    if (type != LUA_TSTRING && type != LUA_TNUMBER) {
      throw RuleError("table.concat: item " + std::to_string(i) + " is " + shown_key(lua, -1));
    }
    luaL_addvalue(&buffer);
  }
  Sandbox::of(lua).charge(length);
  luaL_pushresult(&buffer);
  return 1;
}

// Stack: list, comparator or nil. Lua's own sort and std::sort both misbehave when a comparator
// contradicts itself; a merge does not.
bool comes_before(lua_State* lua, lua_Integer a, lua_Integer b) {
  if (lua_isnoneornil(lua, 2)) {
    lua_rawgeti(lua, 1, a);
    lua_rawgeti(lua, 1, b);
    const bool less = lua_compare(lua, -2, -1, LUA_OPLT) != 0;
    lua_pop(lua, 2);
    return less;
  }
  lua_pushvalue(lua, 2);
  lua_rawgeti(lua, 1, a);
  lua_rawgeti(lua, 1, b);
  lua_call(lua, 2, 1);
  const bool less = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return less;
}

using Places = std::vector<lua_Integer>;

void merge(lua_State* lua, const Places& from, Places& to, std::size_t low, std::size_t width) {
  const std::size_t middle = std::min(low + width, from.size());
  const std::size_t high = std::min(low + 2 * width, from.size());
  std::size_t left = low;
  std::size_t right = middle;
  for (std::size_t k = low; k < high; ++k) {
    const bool take_right =
        right < high && (left >= middle || comes_before(lua, from[right], from[left]));
    to[k] = take_right ? from[right++] : from[left++];
  }
}

int table_sort(lua_State* lua) {
  const lua_Integer length = list_length(lua, 1);
  if (length > k_longest_sort) {
    throw RuleError("table.sort takes at most " + std::to_string(k_longest_sort) + " items");
  }
  if (lua_getmetatable(lua, 1) != 0) throw RuleError("this table is read-only");
  lua_settop(lua, 2);
  Sandbox::of(lua).charge(length * 16);
  Places places(static_cast<std::size_t>(length));
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<lua_Integer>(i) + 1;
  Places other(places.size());
  for (std::size_t width = 1; width < places.size(); width *= 2) {
    for (std::size_t low = 0; low < places.size(); low += 2 * width) {
      merge(lua, places, other, low, width);
    }
    places.swap(other);
  }
  lua_createtable(lua, static_cast<int>(length), 0);
  for (std::size_t i = 0; i < places.size(); ++i) {
    lua_rawgeti(lua, 1, places[i]);
    lua_rawseti(lua, 3, static_cast<lua_Integer>(i) + 1);
  }
  for (lua_Integer i = 1; i <= length; ++i) {
    lua_rawgeti(lua, 3, i);
    lua_rawseti(lua, 1, i);
  }
  return 0;
}

}  // namespace

void define_table_words(Sandbox& sandbox) {
  lua_State* lua = sandbox.lua();
  lua_newtable(lua);
  lua_pushcfunction(lua, guarded<table_insert>);
  lua_setfield(lua, -2, "insert");
  lua_pushcfunction(lua, guarded<table_concat>);
  lua_setfield(lua, -2, "concat");
  lua_pushcfunction(lua, guarded<table_sort>);
  lua_setfield(lua, -2, "sort");
  make_read_only(lua, "table");
  sandbox.define("table");
}

}  // namespace tidemark
