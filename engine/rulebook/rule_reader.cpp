// The words rule{...} and versions{...}: one table of Lua becomes one Rule, checked key by key.
#include "rulebook/rule_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulebook/example_reader.hpp"
#include "rulebook/keyed_table.hpp"
#include "rulebook/placeholders.hpp"
#include "rulebook/rule_parts.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

const std::vector<std::string> k_keys = {
    "title",        "why",         "source",   "standing",        "severity",   "owner",
    "applies",      "each",        "clock",    "limit",           "stops",      "amber",
    "due",          "breach_when", "says",     "facts",           "amber_when", "breach_on_due",
    "explained_by", "in_force",    "maturity", "to_be_confirmed", "examples",   "says_also"};

template <class Choice>
Choice one_of(const KeyedTable& table, const char* key, std::initializer_list<Choice> choices) {
  const std::string text = table.required_text(key);
  std::vector<std::string> names;
  for (const Choice choice : choices) {
    if (text == name_of(choice)) return choice;
    names.emplace_back(name_of(choice));
  }
  throw table.error(std::string(key) + " is " + listed(names, " or ") + ", not \"" +
                        shorten(text, 40) + "\"" + did_you_mean(text, names),
                    key);
}

void read_words(Rule& rule, const KeyedTable& table) {
  rule.title = table.required_text("title");
  rule.why = table.required_text("why");
  rule.source = table.required_text("source");
  rule.owner = table.required_text("owner");
  rule.says = table.required_text("says");
  rule.standing =
      one_of(table, "standing", {Standing::statutory, Standing::guidance, Standing::local});
  rule.severity = one_of(table, "severity",
                         {Severity::critical, Severity::high, Severity::medium, Severity::low});
  if (table.has("maturity")) {
    rule.maturity = one_of(table, "maturity",
                           {Maturity::draft, Maturity::trial, Maturity::live, Maturity::retired});
  }
  rule.to_be_confirmed = table.flag("to_be_confirmed");
}

void read_each(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table) {
  if (!table.push("each")) return;
  if (box_at<UnboundBox>(lua, -1) != nullptr) {
    throw table.error("each says which rows; it cannot speak of `this`", "each");
  }
  lua_pop(lua, 1);
  rule.each = read_expr(script, lua, table, "each", Type::rows, false);
  rule.each_binder = 0;
}

void read_limit(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table,
                bool has_this) {
  if (!table.push("limit")) return;
  const auto* limit = box_at<LimitBox>(lua, -1);
  if (limit == nullptr) {
    const bool span = box_at<SpanBox>(lua, -1) != nullptr;
    throw table.error(span ? "limit: say reaches(...) (a breach on the day) or within(...) (the "
                             "day itself is still good)"
                           : "limit needs reaches(span), within(span) or choose of them",
                      "limit");
  }
  lua_pop(lua, 1);
  rule.limits = script.limits[static_cast<std::size_t>(limit->index)];
  for (const LimitChoice& choice : rule.limits) {
    if (choice.when != k_no_expr) need_closed(script, table, "limit", choice.when, has_this);
  }
}

void read_logic(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table) {
  read_each(script, lua, rule, table);
  const bool this_row = rule.each != k_no_expr;
  const auto read = [&](const char* key, Type type) {
    return read_expr(script, lua, table, key, type, this_row);
  };
  rule.applies = read("applies", Type::truth);
  rule.clock = read("clock", Type::date);
  rule.stops = read("stops", Type::date);
  rule.due = read("due", Type::date);
  rule.breach_on_due = table.flag("breach_on_due");
  rule.breach_when = read("breach_when", Type::truth);
  rule.amber_when = read("amber_when", Type::truth);
  read_limit(script, lua, rule, table, this_row);
  if (table.push("amber")) {
    rule.amber = at_key(table, "amber", [&] {
                   return need_span(script, lua, lua_gettop(lua), "amber");
                 }).span;
    lua_pop(lua, 1);
  }
}

void check_logic(const Rule& rule, const KeyedTable& table) {
  const bool limited = !rule.limits.empty();
  const bool due = rule.due != k_no_expr;
  const bool state = rule.breach_when != k_no_expr;
  if (rule.applies == k_no_expr && rule.each == k_no_expr)
    throw table.error("rule needs `applies` (or `each`)");
  if (!limited && !due && !state)
    throw table.error("rule needs one of `limit`, `due`, `breach_when`");
  if (limited && rule.clock == k_no_expr)
    throw table.error("limit needs a `clock` to count from", "limit");
  if (limited && due) throw table.error("rule has `limit` and `due`; one of them says when", "due");
  if (rule.breach_on_due && !due)
    throw table.error("breach_on_due goes with `due`; a limit says reaches(...)", "breach_on_due");
  if (limited && state)
    throw table.error("rule has `limit` and `breach_when`; one of them decides", "breach_when");
  if (rule.amber && !limited && !due)
    throw table.error("amber counts back from a `limit` or `due`; use `amber_when`", "amber");
  if (rule.amber_when != k_no_expr && !state)
    throw table.error("amber_when goes with `breach_when`; use `amber`", "amber_when");
}

int word_rule(lua_State* lua) {
  Script& script = Script::of(lua);
  lua_settop(lua, 1);
  luaL_checkstack(lua, 64, nullptr);
  const Position at = script.position();
  const KeyedTable table(lua, 1, "rule", k_keys, {script.file().text, at.line, script.file().path});
  const int first = static_cast<int>(script.rules.size());
  if (waits_for_this(script, lua, table, "each")) {
    push_box(lua, RuleBox{first, 0});
    return 1;
  }
  Rule rule;
  rule.id = script.rule();
  rule.at = at;
  read_words(rule, table);
  read_logic(script, lua, rule, table);
  check_logic(rule, table);
  read_facts(script, lua, rule, table);
  const bool has_this = rule.each != k_no_expr;
  rule.explained_by = read_reasons(script, lua, table, "explained_by", has_this);
  rule.says_also = read_reasons(script, lua, table, "says_also", has_this);
  read_in_force(lua, rule, table);
  check_placeholders(rule, table.written());
  read_examples(script, lua, rule, table);
  if (rule.each != k_no_expr && script.this_table() >= 0 &&
      script.exprs()[rule.each].table != script.this_table()) {
    throw table.error("all versions of a rule must have `each` of one table", "each");
  }
  script.rules.push_back(std::move(rule));
  push_box(lua, RuleBox{first, 1});
  return 1;
}

int word_versions(lua_State* lua) {
  Script& script = Script::of(lua);
  luaL_checktype(lua, 1, LUA_TTABLE);
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, 1, i);
    if (box_at<RuleBox>(lua, -1) == nullptr)
      throw RuleError("versions needs a list of rule { ... }");
    lua_pop(lua, 1);
  }
  for (const Rule& rule : script.rules) {
    if (!rule.in_force) throw RuleError("each of several versions needs `in_force`", rule.at.line);
  }
  push_box(lua, RuleBox{0, static_cast<int>(script.rules.size())});
  return 1;
}

}  // namespace

bool waits_for_this(Script& script, lua_State* lua, const KeyedTable& table, const char* key) {
  if (!absorb_unbound(script, lua)) return false;
  const Script::Unbound& unbound =
      script.unbound[static_cast<std::size_t>(box_at<UnboundBox>(lua, -1)->index)];
  lua_settop(lua, 1);
  if (!unbound.is_this || !table.push(key)) throw unbound_error(script, unbound);
  const ExprId each = expr_at(lua, -1);
  lua_pop(lua, 1);
  if (each == k_no_expr || script.exprs()[each].type != Type::rows) {
    throw table.error(std::string(key) + " needs rows of a case table, and cannot speak of `this`",
                      key);
  }
  if (script.this_table() >= 0) throw unbound_error(script, unbound);
  script.rerun_with = script.exprs()[each].table;
  return true;
}

RuleError unbound_error(const Script& script, const Script::Unbound& unbound) {
  const auto file = static_cast<std::size_t>(unbound.at.file);
  return RuleError(unbound.message, unbound.at.line, (*script.files())[file].path);
}

void define_rule_word(Script& script) {
  script.sandbox().define("rule", guarded<word_rule>);
  script.sandbox().define("versions", guarded<word_versions>);
}

void read_rule_result(Script& script, lua_State* lua) {
  const auto* box = box_at<RuleBox>(lua, -1);
  if (box == nullptr) {
    throw RuleError(
        "a rule file ends in `return rule { ... }`; this one returns " + shown_key(lua, -1), 1,
        script.file().path);
  }
  if (script.rerun_with >= 0) return;
  if (script.rules.empty()) throw RuleError("versions {} holds no rule", 1, script.file().path);
  const bool all = box->first == 0 && box->count == static_cast<int>(script.rules.size());
  if (!all) {
    throw RuleError("this file makes " + std::to_string(script.rules.size()) +
                        " rules and does not return them all; use `return versions { ... }`",
                    1, script.file().path);
  }
}

}  // namespace tidemark
