#include "rulebook/source_column_reader.hpp"

#include <algorithm>

#include "rulebook/field_reader.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

void read_spellings(lua_State* lua, SourceColumn& column, const KeyedTable& options) {
  if (!options.push("spelt")) return;
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw options.error("spelt needs { [\"as the file says\"] = \"CODE\" }", "spelt");
  for (const std::string& spelling : keys_in_order(lua, index, options.written(), "spelt")) {
    lua_getfield(lua, index, spelling.c_str());
    const std::string value = lua_type(lua, -1) == LUA_TSTRING ? lua_tostring(lua, -1) : "";
    const bool listed_code = std::any_of(column.codes.begin(), column.codes.end(),
                                         [&](const Code& code) { return code.value == value; });
    if (!listed_code)
      throw options.error(column.name + ": spelt says \"" + value + "\", which is not in its list",
                          spelling);
    column.values.push_back({spelling, value});
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

// Options of columns in which systems write words where the return has codes.
void read_words(SourceColumn& column, const KeyedTable& options) {
  column.worded = options.flag("worded");
  column.begins_with_code = options.flag("begins_with_code");
  column.ticked = options.flag("ticked");
  column.unfilled = options.flag("unfilled");
  column.outside = options.texts("outside");
  column.when_blank = options.text("when_blank");
  const bool coded = column.kind == FieldKind::code || column.kind == FieldKind::flag;
  const bool worded = column.worded || !column.outside.empty() || !column.when_blank.empty();
  if (worded && !coded)
    throw options.error(column.name + ": worded, outside and when_blank are for code and flag");
  if (column.begins_with_code && !column.worded)
    throw options.error(column.name + ": begins_with_code is for a column that is worded");
  if (column.ticked && column.kind != FieldKind::code_set)
    throw options.error(column.name + ": ticked is for code_set");
}

}  // namespace

SourceColumn read_column(lua_State* lua, const std::string& name, const Written& written) {
  Written here = written;
  here.line = line_of_key(written.text, name, written.line);
  SourceColumn column;
  column.name = name;
  FieldKindWords words = read_field_kind(lua, lua_gettop(lua), here, name);
  column.kind = words.kind;
  column.codes = std::move(words.codes);
  if (!lua_isnil(lua, -1)) {
    const KeyedTable options(
        lua, lua_gettop(lua), name,
        {"required", "also", "spelt", "blank", "label", "before_birth", "worded",
         "begins_with_code", "ticked", "outside", "when_blank", "unfilled"},
        here);
    column.required = options.flag("required");
    column.before_birth = options.flag("before_birth");
    column.aliases = options.texts("also");
    column.blanks = options.texts("blank");
    read_spellings(lua, column, options);
    read_words(column, options);
  }
  lua_pop(lua, 1);
  return column;
}

}  // namespace tidemark
