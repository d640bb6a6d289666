#include "rulebook/case_handles.hpp"

#include <algorithm>
#include <cmath>

#include "rulebook/case_reading.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

const char k_open_case = 0;  // its address is a key of the registry

std::optional<Handle> handle_at(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TLIGHTUSERDATA) return std::nullopt;
  return Handle::from(lua_touserdata(lua, index));
}

Handle need_row(lua_State* lua, OpenCase& open, int index) {
  const std::optional<Handle> handle = handle_at(lua, index);
  if (!handle || handle->kind != Handle::Kind::row) throw RuleError("a row is needed here");
  if (handle->generation != open.generation) throw RuleError("this is a row of another child");
  return *handle;
}

std::string name_at(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TSTRING)
    throw RuleError("the name of a field is needed, not " + shown_key(lua, index));
  return lua_tostring(lua, index);
}

int row_blank(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const Handle row = need_row(lua, open, 1);
  lua_pushboolean(lua, is_blank(open, row, need_field(open, row.table, name_at(lua, 2))));
  return 1;
}

int row_or_else(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const Handle row = need_row(lua, open, 1);
  const int field = need_field(open, row.table, name_at(lua, 2));
  luaL_checkany(lua, 3);
  if (is_blank(open, row, field)) {
    lua_settop(lua, 3);
  } else {
    push_cell(lua, open, row, field);
  }
  return 1;
}

Handle need_rows(lua_State* lua, OpenCase& open) {
  const std::optional<Handle> handle = handle_at(lua, 1);
  if (!handle || handle->kind != Handle::Kind::rows)
    throw RuleError("call this with a colon, as in child.placement:current()");
  if (handle->generation != open.generation) throw RuleError("these are rows of another child");
  need_supplied(open, handle->table);
  return *handle;
}

int push_row(lua_State* lua, const OpenCase& open, int table, std::optional<std::uint32_t> row) {
  if (!row) {
    lua_pushnil(lua);
  } else {
    lua_pushlightuserdata(
        lua,
        Handle{Handle::Kind::row, open.generation, table, static_cast<std::int32_t>(*row)}.bits());
  }
  return 1;
}

int rows_count(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  lua_pushinteger(lua, slice_of(open, need_rows(lua, open).table).count);
  return 1;
}

int rows_current(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const int table = need_rows(lua, open).table;
  return push_row(lua, open, table, current_row(open, table));
}

template <int Place>  // 0: by argument; 1: earliest; -1: latest
int rows_nth(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const int table = need_rows(lua, open).table;
  const auto count = static_cast<lua_Integer>(slice_of(open, table).count);
  const lua_Integer n = Place == 0 ? luaL_checkinteger(lua, 2) : (Place > 0 ? 1 : count);
  if (Place == 0 && n < 1) throw RuleError(":nth counts from 1");
  need_order(open, table);
  if (n < 1 || n > count) return push_row(lua, open, table, std::nullopt);
  return push_row(lua, open, table, static_cast<std::uint32_t>(n - 1));
}

int next_row(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const int table = need_rows(lua, open).table;
  const lua_Integer i = luaL_checkinteger(lua, 2);
  if (i >= static_cast<lua_Integer>(slice_of(open, table).count)) return 0;
  lua_pushinteger(lua, i + 1);
  return 1 + push_row(lua, open, table, static_cast<std::uint32_t>(i));
}

int rows_rows(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  (void)need_rows(lua, open);
  lua_pushcfunction(lua, guarded<next_row>);
  lua_pushvalue(lua, 1);
  lua_pushinteger(lua, 0);
  return 3;
}

constexpr luaL_Reg k_rows_methods[] = {
    {"count", guarded<rows_count>},     {"current", guarded<rows_current>},
    {"earliest", guarded<rows_nth<1>>}, {"latest", guarded<rows_nth<-1>>},
    {"nth", guarded<rows_nth<0>>},      {"rows", guarded<rows_rows>}};

void push_method(lua_State* lua, std::span<const luaL_Reg> methods, const std::string& name,
                 const char* what) {
  std::vector<std::string> known;
  for (const luaL_Reg& method : methods) {
    if (name == method.name) {
      lua_pushcfunction(lua, method.func);
      return;
    }
    known.emplace_back(method.name);
  }
  throw RuleError(std::string(what) + " has no `" + name + "`" + did_you_mean(name, known));
}

void index_child(lua_State* lua, OpenCase& open, const std::string& name) {
  const Model& model = open.rulebook->model;
  const int table = model.table(name);
  if (table >= 0 && model.tables[static_cast<std::size_t>(table)].shape != Shape::facts) {
    lua_pushlightuserdata(lua, Handle{Handle::Kind::rows, open.generation, table, 0}.bits());
  } else if (table >= 0) {
    need_supplied(open, table);
    push_row(lua, open, table,
             slice_of(open, table).count > 0 ? std::optional<std::uint32_t>(0) : std::nullopt);
  } else {
    push_cell(lua, open, {Handle::Kind::row, open.generation, 0, 0}, need_field(open, 0, name));
  }
}

int index_handle(lua_State* lua) {
  OpenCase& open = open_case_of(lua);
  const std::optional<Handle> handle = handle_at(lua, 1);
  const std::string name = name_at(lua, 2);
  if (!handle) throw RuleError("this is no part of the child's record");
  if (handle->kind != Handle::Kind::day && handle->generation != open.generation) {
    throw RuleError(handle->kind == Handle::Kind::row ? "this is a row of another child"
                                                      : "this belongs to another child");
  }
  if (handle->kind == Handle::Kind::child) {
    index_child(lua, open, name);
  } else if (handle->kind == Handle::Kind::rows) {
    push_method(lua, k_rows_methods, name, "a list of rows");
  } else if (handle->kind == Handle::Kind::row) {
    if (name == "blank" || name == "or_else") {
      lua_pushcfunction(lua, name == "blank" ? guarded<row_blank> : guarded<row_or_else>);
    } else {
      push_cell(lua, open, *handle, need_field(open, handle->table, name));
    }
  } else {
    throw RuleError("a date has no `" + name + "`; compare it with < and >, or add days");
  }
  return 1;
}

Day need_day(lua_State* lua, int index) {
  const std::optional<Day> day = day_at(lua, index);
  if (!day)
    throw RuleError("a date can only be compared with a date, not with " + shown_key(lua, index));
  return *day;
}

template <bool OrEqual>
int compare_days(lua_State* lua) {
  const Day a = need_day(lua, 1);
  const Day b = need_day(lua, 2);
  lua_pushboolean(lua, OrEqual ? a <= b : a < b);
  return 1;
}

Day checked_day(double day) {
  if (!(day >= day_of(k_first_year, 1, 1) && day <= day_of(k_last_year, 12, 31)))
    throw RuleError("this date is out of range");
  return static_cast<Day>(day);
}

template <int Sign>
int shift_day(lua_State* lua) {
  const std::optional<Day> a = day_at(lua, 1);
  const std::optional<Day> b = day_at(lua, 2);
  if (a && b && Sign < 0) {
    lua_pushinteger(lua, *a - *b);
    return 1;
  }
  if (a && b) throw RuleError("two dates cannot be added; date - date gives the days between them");
  if (!a) throw RuleError("write the date first, as in date + 28");
  if (const auto* span = box_at<SpanBox>(lua, 2)) {
    const Date moved =
        shift(Date::known(*a), span->span, Sign, open_case_of(lua).rulebook->calendar);
    if (!moved.is_exact())
      cannot_decide(open_case_of(lua),
                    words_of(span->span) + " from " + in_words(*a) + " lies outside the calendar");
    push_day(lua, moved.lo);
    return 1;
  }
  if (lua_type(lua, 2) != LUA_TNUMBER || lua_tonumber(lua, 2) != std::floor(lua_tonumber(lua, 2))) {
    throw RuleError("a date takes a whole number of days or a span, not " + shown_key(lua, 2));
  }
  push_day(lua, checked_day(*a + Sign * lua_tonumber(lua, 2)));
  return 1;
}

int handle_text(lua_State* lua) {
  const std::optional<Day> day = day_at(lua, 1);
  lua_pushstring(lua, day ? iso(*day).c_str() : "a row");
  return 1;
}

int no_operator(lua_State*) {
  throw RuleError("rows and dates have no such operator; a date has <, <=, + days and - date");
}

constexpr luaL_Reg k_events[] = {
    {"__index", guarded<index_handle>},    {"__lt", guarded<compare_days<false>>},
    {"__le", guarded<compare_days<true>>}, {"__add", guarded<shift_day<1>>},
    {"__sub", guarded<shift_day<-1>>},     {"__tostring", guarded<handle_text>},
    {"__concat", guarded<no_operator>},    {"__mul", guarded<no_operator>},
    {"__div", guarded<no_operator>},       {"__unm", guarded<no_operator>},
    {"__len", guarded<no_operator>},       {"__call", guarded<no_operator>},
    {"__newindex", guarded<no_operator>}};

}  // namespace

OpenCase& open_case_of(lua_State* lua) {
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &k_open_case);
  auto* open = static_cast<OpenCase*>(lua_touserdata(lua, -1));
  lua_pop(lua, 1);
  return *open;
}

void define_case_handles(lua_State* lua, OpenCase& open) {
  lua_pushlightuserdata(lua, &open);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &k_open_case);
  lua_pushlightuserdata(lua, nullptr);  // one metatable serves all light userdata
  lua_newtable(lua);
  for (const luaL_Reg& event : k_events) {
    lua_pushcfunction(lua, event.func);
    lua_setfield(lua, -2, event.name);
  }
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);
}

void push_child(lua_State* lua, const OpenCase& open) {
  lua_pushlightuserdata(lua, Handle{Handle::Kind::child, open.generation, 0, 0}.bits());
}

void push_day(lua_State* lua, Day day) {
  lua_pushlightuserdata(lua, Handle{Handle::Kind::day, 0, 0, day}.bits());
}

std::optional<Day> day_at(lua_State* lua, int index) {
  const std::optional<Handle> handle = handle_at(lua, index);
  if (!handle || handle->kind != Handle::Kind::day) return std::nullopt;
  return handle->number;
}

}  // namespace tidemark
