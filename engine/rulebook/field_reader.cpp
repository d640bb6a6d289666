#include "rulebook/field_reader.hpp"

#include <algorithm>
#include <array>

#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_most_in_set = 28;  // a cell holds a bit for each
constexpr std::array k_kinds = {FieldKind::date,   FieldKind::milestone, FieldKind::booking,
                                FieldKind::code,   FieldKind::code_set,  FieldKind::text,
                                FieldKind::number, FieldKind::flag,      FieldKind::id};

FieldKind kind_called(std::string_view word, const Written& written, const std::string& what) {
  std::size_t i = 0;
  for (const char* name : k_field_words) {
    if (word == name) return k_kinds[i];
    ++i;
  }
  throw written.error(
      what + " needs a kind: " + listed({k_field_words.begin(), k_field_words.end()}, " or "));
}

// { E1 = "placement order" }, or a list of values that are their own meaning.
std::vector<Code> read_codes(lua_State* lua, int index, const Written& written,
                             const std::string& what) {
  if (lua_type(lua, index) != LUA_TTABLE)
    throw written.error(what + ": code needs a list, as in code(lists.placement)");
  std::vector<Code> codes;
  for (const std::string& value : lua_rawlen(lua, index) > 0 ? text_list(lua, index, written, what)
                                                             : std::vector<std::string>{}) {
    codes.push_back({value, value});
  }
  if (!codes.empty()) return codes;
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    if (lua_type(lua, -2) != LUA_TSTRING || lua_type(lua, -1) != LUA_TSTRING) {
      throw written.error(what + ": a code list is { CODE = \"what it means\" }");
    }
    codes.push_back({lua_tostring(lua, -2), lua_tostring(lua, -1)});
    lua_pop(lua, 1);
  }
  std::sort(codes.begin(), codes.end(),
            [](const Code& a, const Code& b) { return a.value < b.value; });
  if (codes.empty()) throw written.error(what + ": the code list is empty");
  return codes;
}

}  // namespace

FieldKindWords read_field_kind(lua_State* lua, int index, const Written& written,
                               const std::string& what) {
  const Declaration declaration = declaration_at(lua, index);
  FieldKindWords field;
  field.kind = kind_called(declaration.word, written, what);
  const bool coded = field.kind == FieldKind::code || field.kind == FieldKind::code_set;
  if (coded) {
    push_given(lua, index, 1);
    field.codes = read_codes(lua, lua_gettop(lua), written, what);
    lua_pop(lua, 1);
    if (field.kind == FieldKind::code_set && field.codes.size() > k_most_in_set) {
      throw written.error(what + ": code_set takes at most 28 codes");
    }
  }
  if (field.kind == FieldKind::flag) field.codes = {{"no", "no"}, {"yes", "yes"}};
  push_given(lua, index, coded ? 2 : 1);
  return field;
}

}  // namespace tidemark
