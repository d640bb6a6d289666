// The words of plain Lua that rules may use, made anew where Lua's own can hang, show an address or
// differ between processes (notes: the order of `pairs` is random in stock Lua).
#include <algorithm>
#include <cmath>
#include <vector>

#include "rulebook/sandbox.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

int word_assert(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (lua_toboolean(lua, 1) != 0) return lua_gettop(lua);
  throw RuleError(lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "assertion failed");
}

int word_error(lua_State* lua) {
  lua_settop(lua, 1);
  return lua_error(lua);
}

int next_in_list(lua_State* lua) {
  const lua_Integer i = luaL_checkinteger(lua, 2) + 1;
  lua_pushinteger(lua, i);
  return lua_geti(lua, 1, i) == LUA_TNIL ? 1 : 2;
}

int word_ipairs(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_pushcfunction(lua, guarded<next_in_list>);
  lua_pushvalue(lua, 1);
  lua_pushinteger(lua, 0);
  return 3;
}

struct Key {
  bool is_number = false;
  double number = 0;
  std::string text;
  bool operator<(const Key& other) const {
    if (is_number != other.is_number) return is_number;
    return is_number ? number < other.number : text < other.text;
  }
};

std::vector<Key> sorted_keys(lua_State* lua, int table) {
  std::vector<Key> keys;
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    lua_pop(lua, 1);
    if (lua_type(lua, -1) == LUA_TNUMBER) {
      keys.push_back({true, lua_tonumber(lua, -1), {}});
    } else if (lua_type(lua, -1) == LUA_TSTRING) {
      keys.push_back({false, 0, lua_tostring(lua, -1)});
    } else {
      throw RuleError("pairs: the keys of the table must be numbers or text");
    }
  }
  Sandbox::of(lua).charge(static_cast<std::int64_t>(keys.size()) * 8);
  std::sort(keys.begin(), keys.end());
  return keys;
}

// Upvalues: the sorted keys, how many were handed out.
int next_in_order(lua_State* lua) {
  const lua_Integer i = lua_tointeger(lua, lua_upvalueindex(2)) + 1;
  lua_pushinteger(lua, i);
  lua_replace(lua, lua_upvalueindex(2));
  if (lua_rawgeti(lua, lua_upvalueindex(1), i) == LUA_TNIL) return 1;
  lua_pushvalue(lua, -1);
  lua_rawget(lua, 1);
  return 2;
}

int word_pairs(lua_State* lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  const std::vector<Key> keys = sorted_keys(lua, 1);
  lua_createtable(lua, static_cast<int>(keys.size()), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto whole = static_cast<lua_Integer>(keys[i].number);
    if (!keys[i].is_number) {
      lua_pushlstring(lua, keys[i].text.data(), keys[i].text.size());
    } else if (std::floor(keys[i].number) == keys[i].number && std::fabs(keys[i].number) < 1e15) {
      lua_pushinteger(lua, whole);
    } else {
      lua_pushnumber(lua, keys[i].number);
    }
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  lua_pushinteger(lua, 0);
  lua_pushcclosure(lua, guarded<next_in_order>, 2);
  lua_pushvalue(lua, 1);
  return 2;
}

int word_select(lua_State* lua) {
  const int count = lua_gettop(lua) - 1;
  if (lua_type(lua, 1) == LUA_TSTRING && shown_key(lua, 1) == "#") {
    lua_pushinteger(lua, count);
    return 1;
  }
  const lua_Integer from = luaL_checkinteger(lua, 1);
  luaL_argcheck(lua, from >= 1, 1, "counts from 1");
  return from > count ? 0 : count - static_cast<int>(from) + 1;
}

int word_tonumber(lua_State* lua) {
  if (lua_type(lua, 1) == LUA_TNUMBER) {
    lua_settop(lua, 1);
  } else if (lua_type(lua, 1) != LUA_TSTRING ||
             lua_stringtonumber(lua, lua_tostring(lua, 1)) == 0) {
    lua_pushnil(lua);
  }
  return 1;
}

// Never an address: what is printed must be the same in every process.
int word_tostring(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (luaL_callmeta(lua, 1, "__tostring") != 0) return 1;
  lua_pushstring(lua, shown_key(lua, 1).c_str());
  if (lua_type(lua, 1) == LUA_TSTRING) lua_pushvalue(lua, 1);
  return 1;
}

int word_type(lua_State* lua) {
  luaL_checkany(lua, 1);
  lua_pushstring(lua, luaL_typename(lua, 1));
  return 1;
}

template <double (*Round)(double)>
int rounded(lua_State* lua) {
  if (lua_isinteger(lua, 1) != 0) {
    lua_settop(lua, 1);
    return 1;
  }
  const double value = Round(luaL_checknumber(lua, 1));
  lua_Integer whole = 0;
  if (lua_numbertointeger(value, &whole)) {
    lua_pushinteger(lua, whole);
  } else {
    lua_pushnumber(lua, value);
  }
  return 1;
}

int word_abs(lua_State* lua) {
  if (lua_isinteger(lua, 1) != 0) {
    const lua_Integer value = lua_tointeger(lua, 1);
    lua_pushinteger(lua, value == LUA_MININTEGER ? LUA_MAXINTEGER : std::abs(value));
  } else {
    lua_pushnumber(lua, std::fabs(luaL_checknumber(lua, 1)));
  }
  return 1;
}

template <int Sign>  // 1: the largest, -1: the smallest
int extreme(lua_State* lua) {
  luaL_checknumber(lua, 1);
  int best = 1;
  for (int i = 2; i <= lua_gettop(lua); ++i) {
    luaL_checknumber(lua, i);
    const int lesser = Sign > 0 ? best : i;
    if (lua_compare(lua, lesser, Sign > 0 ? i : best, LUA_OPLT) != 0) best = i;
  }
  lua_pushvalue(lua, best);
  return 1;
}

double floor_of(double value) {
  return std::floor(value);
}
double ceil_of(double value) {
  return std::ceil(value);
}

struct Word {
  const char* name;
  lua_CFunction function;
};

}  // namespace

void define_plain_words(Sandbox& sandbox) {
  constexpr Word k_plain[] = {
      {"assert", guarded<word_assert>},     {"error", guarded<word_error>},
      {"ipairs", guarded<word_ipairs>},     {"pairs", guarded<word_pairs>},
      {"select", guarded<word_select>},     {"tonumber", guarded<word_tonumber>},
      {"tostring", guarded<word_tostring>}, {"type", guarded<word_type>}};
  constexpr Word k_math[] = {{"abs", guarded<word_abs>},
                             {"ceil", guarded<rounded<ceil_of>>},
                             {"floor", guarded<rounded<floor_of>>},
                             {"max", guarded<extreme<1>>},
                             {"min", guarded<extreme<-1>>}};
  for (const Word& word : k_plain) sandbox.define(word.name, word.function);
  lua_State* lua = sandbox.lua();
  lua_newtable(lua);
  for (const Word& word : k_math) {
    lua_pushcfunction(lua, word.function);
    lua_setfield(lua, -2, word.name);
  }
  make_read_only(lua, "math");
  sandbox.define("math");
}

}  // namespace tidemark
