// The word tracker{...}: one table of Lua becomes one Tracker, checked key by key.
#include "rulebook/tracker_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulebook/keyed_table.hpp"
#include "rulebook/rule_parts.hpp"
#include "rulebook/rule_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

const std::vector<std::string> k_keys = {"title", "why",  "source",  "panel", "note",
                                         "who",   "each", "columns", "rules", "order"};

// What a tracker file returns: it says only that the file made one.
struct TrackerBox {
  static constexpr const char* k_name = "tracker";
};

// Of the types that a cell can show.
ExprId need_shown(Script& script, lua_State* lua, const Written& written, const std::string& what) {
  ExprId id = expr_at(lua, -1);
  const bool rows = id != k_no_expr && script.exprs()[id].type == Type::rows;
  if (rows) id = make(script, Op::count_rows, Type::number, {id});
  constexpr unsigned k_shown = types(Type::date, Type::number, Type::value, Type::truth);
  if (id == k_no_expr || !has_type(k_shown, script.exprs()[id].type)) {
    throw written.error(what +
                        " must be a date, a number, a value, a yes or no, or rows to be counted");
  }
  return id;
}

TrackerColumn read_column(Script& script, lua_State* lua, const KeyedTable& table, Written written,
                          bool has_this) {
  const KeyedTable item(lua, lua_gettop(lua), "a column", {}, written, true);
  const bool headed = lua_rawgeti(lua, item.index(), 1) == LUA_TSTRING;
  const std::string heading = headed ? shorten(lua_tostring(lua, -1), 80) : "";
  lua_pop(lua, 1);
  if (heading.empty()) throw written.error("a column is { \"heading\", expression }", "columns");
  written.line = line_of_key(written.text, heading, written.line);
  lua_rawgeti(lua, item.index(), 2);
  TrackerColumn column{heading, need_shown(script, lua, written, "the column \"" + heading + "\"")};
  lua_pop(lua, 1);
  need_closed(script, table, "columns", column.value, has_this);
  return column;
}

void read_columns(Script& script, lua_State* lua, Tracker& tracker, const KeyedTable& table) {
  if (!table.push("columns")) throw table.error("tracker needs `columns`");
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE)
    throw table.error("columns needs a list of { \"heading\", expression }", "columns");
  Written written = table.written();
  written.line = line_of_key(written.text, "columns", written.line);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    if (lua_type(lua, -1) != LUA_TTABLE)
      throw written.error("a column is { \"heading\", expression }");
    TrackerColumn column = read_column(script, lua, table, written, tracker.each != k_no_expr);
    for (const TrackerColumn& other : tracker.columns) {
      if (other.heading == column.heading)
        throw written.error("two columns are headed \"" + column.heading + "\"", column.heading);
    }
    tracker.columns.push_back(std::move(column));
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

void read_note(Script& script, lua_State* lua, Tracker& tracker, const KeyedTable& table) {
  if (!table.push("note")) return;
  if (tracker.panel.empty()) throw table.error("note is a panel's: say which with `panel`", "note");
  const KeyedTable note(lua, lua_gettop(lua), "note", {"seen", "says", "next"}, table.written());
  const bool has_this = tracker.each != k_no_expr;
  tracker.note.seen = read_expr(script, lua, note, "seen", Type::date, has_this);
  tracker.note.says = read_expr(script, lua, note, "says", Type::value, has_this);
  tracker.note.next = read_expr(script, lua, note, "next", Type::date, has_this);
  if (tracker.note.seen == k_no_expr || tracker.note.says == k_no_expr)
    throw table.error("note needs `seen` and `says`", "note");
  lua_pop(lua, 1);
}

void read_order(Script& script, lua_State* lua, Tracker& tracker, const KeyedTable& table) {
  if (!table.push("order")) return;
  const ExprId id = expr_at(lua, -1);
  const bool sorts =
      id != k_no_expr && has_type(types(Type::date, Type::number), script.exprs()[id].type);
  if (!sorts) throw table.error("order must be a date or a number", "order");
  lua_pop(lua, 1);
  need_closed(script, table, "order", id, tracker.each != k_no_expr);
  tracker.order = id;
}

void read_rules(Tracker& tracker, const KeyedTable& table) {
  tracker.rules = table.texts("rules");
  for (auto id = tracker.rules.begin(); id != tracker.rules.end(); ++id) {
    if (std::find(tracker.rules.begin(), id, *id) != id)
      throw table.error("rules names " + *id + " twice", *id);
  }
}

void read_who(Script& script, lua_State* lua, Tracker& tracker, const KeyedTable& table) {
  if (table.has("each")) tracker.each = read_expr(script, lua, table, "each", Type::rows, false);
  tracker.who = read_expr(script, lua, table, "who", Type::truth, tracker.each != k_no_expr);
  if (tracker.who == k_no_expr && tracker.each == k_no_expr)
    throw table.error("tracker needs `who` (or `each`)");
}

int word_tracker(lua_State* lua) {
  Script& script = Script::of(lua);
  lua_settop(lua, 1);
  luaL_checkstack(lua, 64, nullptr);
  Tracker tracker;
  tracker.id = script.rule();
  tracker.at = script.position();
  const KeyedTable table(lua, 1, "tracker", k_keys,
                         {script.file().text, tracker.at.line, script.file().path});
  if (!waits_for_this(script, lua, table, "each")) {
    tracker.title = table.required_text("title");
    tracker.why = table.required_text("why");
    tracker.source = table.required_text("source");
    tracker.panel = table.text("panel");
    read_who(script, lua, tracker, table);
    read_columns(script, lua, tracker, table);
    read_note(script, lua, tracker, table);
    read_rules(tracker, table);
    read_order(script, lua, tracker, table);
    script.trackers.push_back(std::move(tracker));
  }
  push_box(lua, TrackerBox{});
  return 1;
}

}  // namespace

void define_tracker_word(Script& script) {
  lua_State* lua = script.sandbox().lua();
  luaL_newmetatable(lua, TrackerBox::k_name);
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
  lua_pop(lua, 1);
  script.sandbox().define("tracker", guarded<word_tracker>);
}

void read_tracker_result(Script& script, lua_State* lua) {
  if (box_at<TrackerBox>(lua, -1) == nullptr) {
    throw RuleError("a file of trackers/ ends in `return tracker { ... }`; this one returns " +
                        shown_key(lua, -1),
                    1, script.file().path);
  }
  if (script.rerun_with < 0 && script.trackers.size() != 1) {
    throw RuleError("this file makes " + std::to_string(script.trackers.size()) +
                        " trackers; one file, one tracker",
                    1, script.file().path);
  }
}

}  // namespace tidemark
