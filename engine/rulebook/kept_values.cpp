#include "rulebook/kept_values.hpp"

#include "rulebook/rule_error.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

// In the registry: a list of what is watched, each { function or table, copy of its contents }.
constexpr const char* k_kept = "kept values";
constexpr lua_Integer k_most_kept = 2000;

bool is_noted(lua_State* lua, int list, int value) {
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    lua_rawgeti(lua, -1, 1);
    const bool same = lua_rawequal(lua, -1, value) != 0;
    lua_pop(lua, 2);
    if (same) return true;
  }
  if (count >= k_most_kept) throw RuleError("a compute function has too much within reach");
  return false;
}

void note(lua_State* lua, int list, int value);

void copy_upvalues(lua_State* lua, int list, int function, int copy) {
  for (int i = 1; lua_getupvalue(lua, function, i) != nullptr; ++i) {
    note(lua, list, lua_gettop(lua));
    lua_rawseti(lua, copy, i);
  }
}

void copy_entries(lua_State* lua, int list, int table, int copy) {
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    note(lua, list, lua_gettop(lua));
    lua_pushvalue(lua, -2);
    lua_insert(lua, -2);
    lua_rawset(lua, copy);
  }
}

// The environment is read-only, and its raw contents are empty: nothing in it is followed.
void note(lua_State* lua, int list, int value) {
  luaL_checkstack(lua, 12, "a compute function has too much within reach");
  const bool function = lua_type(lua, value) == LUA_TFUNCTION && lua_iscfunction(lua, value) == 0;
  const bool table = lua_type(lua, value) == LUA_TTABLE;
  if ((!function && !table) || is_noted(lua, list, value)) return;
  lua_createtable(lua, 2, 0);
  lua_pushvalue(lua, value);
  lua_rawseti(lua, -2, 1);
  lua_newtable(lua);
  const int copy = lua_gettop(lua);
  lua_pushvalue(lua, copy);
  lua_rawseti(lua, -3, 2);
  lua_pushvalue(lua, -2);
  lua_rawseti(lua, list, static_cast<lua_Integer>(lua_rawlen(lua, list)) + 1);
  if (function) copy_upvalues(lua, list, value, copy);
  if (table) copy_entries(lua, list, value, copy);
  lua_pop(lua, 2);
}

std::string changed_upvalue(lua_State* lua, int function, int copy) {
  for (int i = 1;; ++i) {
    const char* name = lua_getupvalue(lua, function, i);
    if (name == nullptr) return "";
    lua_rawgeti(lua, copy, i);
    const bool same = lua_rawequal(lua, -1, -2) != 0;
    lua_pop(lua, 2);
    if (!same) return name;
  }
}

std::string changed_entry(lua_State* lua, int table, int copy) {
  for (const int from : {table, copy}) {  // both ways: an entry may have come, changed or gone
    lua_pushnil(lua);
    while (lua_next(lua, from) != 0) {
      lua_pushvalue(lua, -2);
      lua_rawget(lua, from == table ? copy : table);
      const bool same = lua_rawequal(lua, -1, -2) != 0;
      lua_pop(lua, 2);
      if (same) continue;
      std::string name = shown_key(lua, -1);
      lua_pop(lua, 1);
      return name;
    }
  }
  return "";
}

}  // namespace

void keep_values(lua_State* lua) {
  const int function = lua_gettop(lua);
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, k_kept);
  note(lua, lua_gettop(lua), function);
  lua_settop(lua, function);
}

std::string changed_value(lua_State* lua) {
  const int top = lua_gettop(lua);
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, k_kept);
  const int list = lua_gettop(lua);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  std::string changed;
  for (lua_Integer i = 1; i <= count && changed.empty(); ++i) {
    lua_settop(lua, list);
    lua_rawgeti(lua, list, i);
    lua_rawgeti(lua, -1, 1);
    lua_rawgeti(lua, -2, 2);
    const int thing = lua_gettop(lua) - 1;
    changed = lua_type(lua, thing) == LUA_TTABLE ? changed_entry(lua, thing, thing + 1)
                                                 : changed_upvalue(lua, thing, thing + 1);
  }
  lua_settop(lua, top);
  return changed;
}

}  // namespace tidemark
