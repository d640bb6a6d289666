// Making expression nodes, and reading the arguments of words.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_longest_text = 1000;

std::string shown(Script& script, lua_State* lua, int index) {
  const ExprId id = expr_at(lua, index);
  if (id != k_no_expr)
    return spell(script.exprs(), script.model(), id) + " is " + kind_of(script, id);
  if (box_at<SpanBox>(lua, index) != nullptr)
    return "a span (" + words_of(box_at<SpanBox>(lua, index)->span) + ") is no date";
  if (lua_type(lua, index) == LUA_TSTRING) return "\"" + shown_key(lua, index) + "\" is text";
  if (lua_isnoneornil(lua, index)) return "there is nothing here";
  return "this is " + with_article(luaL_typename(lua, index));
}

}  // namespace

const char* name_of(Type type) {
  switch (type) {
    case Type::truth:
      return "a yes-or-no answer";
    case Type::date:
      return "a date";
    case Type::number:
      return "a number";
    case Type::value:
      return "a value";
    case Type::rows:
      return "a list of rows";
    case Type::row:
      return "a row";
    case Type::run:
      return "a run of rows";
    case Type::window:
      return "a window";
  }
  return "";
}

ExprId expr_at(lua_State* lua, int index) {
  const auto* box = box_at<ExprBox>(lua, index);
  return box == nullptr ? k_no_expr : box->id;
}

Type type_at(Script& script, lua_State* lua, int index) {
  const ExprId id = expr_at(lua, index);
  if (id != k_no_expr) return script.exprs()[id].type;
  if (lua_type(lua, index) == LUA_TNUMBER) return Type::number;
  if (lua_type(lua, index) == LUA_TBOOLEAN) return Type::truth;
  if (lua_type(lua, index) == LUA_TSTRING) return Type::date;  // the only type with literals
  throw RuleError("an expression is needed here: " + shown(script, lua, index));
}

ExprId need(Script& script, lua_State* lua, int index, Type type, const char* word) {
  const ExprId id = expr_at(lua, index);
  if (id != k_no_expr && script.exprs()[id].type == type) return id;
  if (id == k_no_expr) {
    const int given = lua_type(lua, index);
    if (type == Type::date && given == LUA_TSTRING) {
      return constant_day(script, day_in(lua_tostring(lua, index)));
    }
    if (type == Type::number && given == LUA_TNUMBER) {
      return constant_number(script, lua_tonumber(lua, index));
    }
    if (type == Type::truth && given == LUA_TBOOLEAN) {
      return constant_truth(script, lua_toboolean(lua, index) != 0);
    }
  }
  throw RuleError(shown(script, lua, index) + "; " + word + " needs " + name_of(type));
}

SpanBox need_span(Script& script, lua_State* lua, int index, const char* word) {
  if (const auto* span = box_at<SpanBox>(lua, index)) return *span;
  throw RuleError(shown(script, lua, index) + "; " + word + " needs a span such as months(9)");
}

ExprId need_window(Script& script, lua_State* lua, int index, const char* word) {
  if (const auto* span = box_at<SpanBox>(lua, index)) return last_span(script, *span);
  const ExprId id = expr_at(lua, index);
  if (id != k_no_expr && script.exprs()[id].type == Type::window) return id;
  throw RuleError(shown(script, lua, index) + "; " + word +
                  " needs a window such as last(months(12)) or between(a, b)");
}

Day day_in(const std::string& text) {
  const std::optional<Day> day = parse_iso(text);
  if (!day) throw RuleError("\"" + shorten(text, 40) + "\" is not a date; write \"2021-04-30\"");
  return *day;
}

std::vector<std::string> texts_from(lua_State* lua, int index, const char* word) {
  std::vector<std::string> texts;
  const auto add = [&](int at) {
    if (lua_type(lua, at) != LUA_TSTRING) {
      throw RuleError(std::string(word) + " needs text in quotes, not " + shown_key(lua, at));
    }
    texts.emplace_back(lua_tostring(lua, at));
    if (texts.back().size() > k_longest_text)
      throw RuleError(std::string(word) + ": the text is too long");
  };
  if (lua_type(lua, index) != LUA_TTABLE) {
    for (int i = index; i <= lua_gettop(lua); ++i) add(i);
  } else {
    const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
    for (lua_Integer i = 1; i <= count; ++i) {
      lua_rawgeti(lua, index, i);
      add(lua_gettop(lua));
      lua_pop(lua, 1);
    }
  }
  if (texts.empty()) throw RuleError(std::string(word) + " needs at least one value");
  return texts;
}

void push_expr(lua_State* lua, ExprId id) {
  push_box(lua, ExprBox{id});
}

ExprId make(Script& script, Op op, Type type, std::vector<ExprId> args) {
  Expr expr;
  expr.op = op;
  expr.type = type;
  if (!args.empty() && (type == Type::rows || type == Type::row || type == Type::run)) {
    expr.table = script.exprs()[args[op == Op::choose && args.size() > 1 ? 1 : 0]].table;
  }
  expr.args = std::move(args);
  return script.add(std::move(expr));
}

ExprId constant_truth(Script& script, bool value) {
  Expr expr;
  expr.codes = {value ? 1 : 0};
  return script.add(std::move(expr));
}

ExprId constant_number(Script& script, double value) {
  if (!std::isfinite(value)) throw RuleError("this number is not finite");
  Expr expr;
  expr.op = Op::constant_number;
  expr.type = Type::number;
  expr.number = value;
  return script.add(std::move(expr));
}

ExprId constant_day(Script& script, Day day) {
  Expr expr;
  expr.op = Op::constant_day;
  expr.type = Type::date;
  expr.day = day;
  return script.add(std::move(expr));
}

ExprId as_at(Script& script) {
  return make(script, Op::as_at, Type::date);
}

ExprId rows_of(Script& script, int table) {
  Expr expr;
  expr.op = Op::all_rows;
  expr.type = Type::rows;
  expr.table = table;
  return script.add(std::move(expr));
}

ExprId shifted(Script& script, ExprId date, const SpanBox& span, bool forward) {
  Expr expr;
  expr.op = forward ? Op::shift_forward : Op::shift_back;
  expr.type = Type::date;
  expr.args = {date};
  expr.span = span.span;
  expr.setting = span.setting;
  return script.add(std::move(expr));
}

ExprId last_span(Script& script, const SpanBox& span) {
  const ExprId today = as_at(script);
  return make(script, Op::window, Type::window, {shifted(script, today, span, false), today});
}

ExprId field_of(Script& script, ExprId row, const std::string& name) {
  const Expr& of = script.exprs()[row];
  const CaseTable& table = script.table(of.table);
  Expr expr;
  expr.table = of.table;
  expr.field = table.field(name);
  if (expr.field < 0) {
    std::vector<std::string> names;
    for (const Field& field : table.fields) names.push_back(field.name);
    throw RuleError(table.name + " has no field `" + shorten(name, 60) + "`" +
                    did_you_mean(name, names));
  }
  const FieldKind kind = table.fields[static_cast<std::size_t>(expr.field)].kind;
  expr.args = {row};
  expr.op = is_date(kind) ? Op::date_field
                          : (kind == FieldKind::number ? Op::number_field : Op::value_field);
  expr.type = is_date(kind) ? Type::date : (kind == FieldKind::number ? Type::number : Type::value);
  return script.add(std::move(expr));
}

const Field* field_behind(const Script& script, ExprId id) {
  const Expr& expr = script.exprs()[id];
  switch (expr.op) {
    case Op::value_field:
    case Op::date_field:
    case Op::number_field:
      return &script.table(expr.table).fields[static_cast<std::size_t>(expr.field)];
    case Op::first_known:
    case Op::either_of:
      return field_behind(script, expr.args[0]);
    case Op::choose:
      return field_behind(script, expr.args[1]);
    default:
      return nullptr;
  }
}

}  // namespace tidemark
