#include "rulebook/rule_parts.hpp"

#include "base/text.hpp"
#include "rulebook/placeholders.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

void need_closed(Script& script, const KeyedTable& table, const char* key, ExprId id,
                 bool has_this) {
  if (!has_this && script.exprs().extent(id).uses_this) {
    throw table.error(std::string(key) + ": `this` is there only in a rule with `each`", key);
  }
  if (!script.exprs().extent(id).open.empty()) {
    throw table.error(std::string(key) + " uses a row outside the function that it was given to",
                      key);
  }
}

ExprId read_expr(Script& script, lua_State* lua, const KeyedTable& table, const char* key,
                 Type type, bool has_this) {
  if (!table.push(key)) return k_no_expr;
  const ExprId id =
      at_key(table, key, [&] { return need(script, lua, lua_gettop(lua), type, key); });
  lua_pop(lua, 1);
  need_closed(script, table, key, id, has_this);
  return id;
}

void read_facts(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table) {
  if (!table.push("facts")) return;
  const int index = lua_gettop(lua);
  if (lua_type(lua, index) != LUA_TTABLE)
    throw table.error("facts needs { name = expression }", "facts");
  Written written = table.written();
  written.line = line_of_key(written.text, "facts", written.line);
  for (const std::string& name : keys_in_order(lua, index, written, "facts")) {
    lua_getfield(lua, index, name.c_str());
    ExprId id = expr_at(lua, -1);
    const bool rows = id != k_no_expr && script.exprs()[id].type == Type::rows;
    if (rows) id = make(script, Op::count_rows, Type::number, {id});
    constexpr unsigned k_shown = types(Type::date, Type::number, Type::value);
    if (id == k_no_expr || !has_type(k_shown, script.exprs()[id].type)) {
      throw written.error(
          "fact `" + name + "` must be a date, a number, a value or rows to be counted", name);
    }
    if (is_own_placeholder(name))
      throw written.error("a fact cannot be called `" + name + "`: the engine fills that in", name);
    need_closed(script, table, "facts", id, rule.each != k_no_expr);
    rule.facts.push_back({name, id});
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

std::vector<Reason> read_reasons(Script& script, lua_State* lua, const KeyedTable& table,
                                 const char* key, bool has_this) {
  std::vector<Reason> reasons;
  if (!table.push(key)) return reasons;
  const int list = lua_gettop(lua);
  if (lua_type(lua, list) != LUA_TTABLE) throw table.error(std::string(key) + " needs a list", key);
  Written written = table.written();
  written.line = line_of_key(written.text, key, written.line);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    const KeyedTable item(lua, lua_gettop(lua), "a reason", {"when"}, written, true);
    if (lua_rawgeti(lua, item.index(), 1) != LUA_TSTRING) {
      throw written.error("a reason is { \"text\", when = condition }");
    }
    Reason reason{lua_tostring(lua, -1), k_no_expr};
    reason.when = read_expr(script, lua, item, "when", Type::truth, has_this);
    if (reason.when == k_no_expr)
      throw written.error("the reason \"" + shorten(reason.text, 60) + "\" needs `when`");
    reasons.push_back(std::move(reason));
    lua_pop(lua, 2);
  }
  lua_pop(lua, 1);
  return reasons;
}

void read_in_force(lua_State* lua, Rule& rule, const KeyedTable& table) {
  if (!table.push("in_force")) return;
  const KeyedTable times(lua, lua_gettop(lua), "in_force", {"from", "to", "by"}, table.written());
  InForce in_force;
  const auto day = [&](const char* key, Day otherwise) {
    const std::string text = times.text(key);
    return text.empty() ? otherwise : at_key(table, key, [&] { return day_in(text); });
  };
  in_force.from = day("from", k_earliest);
  in_force.to = day("to", k_latest);
  const std::string by = times.text("by");
  if (!by.empty() && by != "clock" && by != "due")
    throw table.error("in_force: by is \"clock\" or \"due\"", "by");
  in_force.by_due = by == "due";
  if (in_force.from > in_force.to) throw table.error("in_force ends before it begins", "in_force");
  if (!in_force.by_due && rule.clock == k_no_expr)
    throw table.error("in_force is chosen by the clock, and there is none", "in_force");
  rule.in_force = in_force;
  lua_pop(lua, 1);
}

}  // namespace tidemark
