// :is, :is_not, :includes, :same_as, :known, :missing, and the conditions of where{...}.
#include <algorithm>

#include "base/text.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

bool has_codes(FieldKind kind) {
  return kind == FieldKind::code || kind == FieldKind::code_set || kind == FieldKind::flag;
}

Cell code_for(const Script& script, ExprId value, const Field& field, const std::string& text) {
  const int code = code_index(field, text);
  if (code >= 0) return code;
  std::vector<std::string> known;
  for (const Code& each : field.codes) known.push_back(each.value);
  std::string suggestion = did_you_mean(text, known);
  if (suggestion.empty() && known.size() <= 12) suggestion = "; it has " + listed(known);
  throw RuleError(spell(script.exprs(), script.model(), value) + " has no value \"" +
                  shorten(text, 40) + "\"" + suggestion);
}

void word_is_known(Script& script, lua_State* lua) {
  push_expr(lua, make(script, Op::is_known, Type::truth, {expr_at(lua, 1)}));
}

void word_is_missing(Script& script, lua_State* lua) {
  push_expr(lua, make(script, Op::is_missing, Type::truth, {expr_at(lua, 1)}));
}

template <Op IsOp>
void word_is(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  const char* word = IsOp == Op::value_is ? ":is" : ":is_not";
  if (expr_at(lua, 2) != k_no_expr && IsOp == Op::value_is) {
    push_expr(lua, matches(script, lua, self, 2, word));
    return;
  }
  if (script.exprs()[self].type == Type::value) {
    push_expr(lua, value_is_one_of(script, self, texts_from(lua, 2, word), IsOp));
    return;
  }
  if (IsOp == Op::value_is_not) throw RuleError(":is_not is for codes, flags and text");
  push_expr(lua, matches(script, lua, self, 2, word));
}

void word_includes(Script& script, lua_State* lua) {
  push_expr(
      lua, value_is_one_of(script, expr_at(lua, 1), texts_from(lua, 2, ":includes"), Op::includes));
}

// Free text is written by many hands: one of these texts somewhere in it, whatever the case.
void word_contains(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  const Field* field = field_behind(script, self);
  if (field == nullptr || field->kind != FieldKind::text) {
    throw RuleError(spell(script.exprs(), script.model(), self) +
                    " is not free text; :contains is for text, use :is");
  }
  Expr expr;
  expr.op = Op::text_contains;
  expr.args = {self};
  for (const std::string& text : texts_from(lua, 2, ":contains")) {
    if (trim(text).empty()) throw RuleError(":contains needs a word to look for");
    expr.texts.push_back(lower(text));
  }
  std::sort(expr.texts.begin(), expr.texts.end());
  push_expr(lua, script.add(std::move(expr)));
}

void word_count_codes(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  const Field* field = field_behind(script, self);
  if (field == nullptr || field->kind != FieldKind::code_set) {
    throw RuleError(spell(script.exprs(), script.model(), self) +
                    " holds one value; :count is for sets of codes and for rows");
  }
  push_expr(lua, make(script, Op::count_codes, Type::number, {self}));
}

void word_same_as(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  const ExprId other = need(script, lua, 2, Type::value, ":same_as");
  need_same_list(script, self, other, ":same_as");
  push_expr(lua, make(script, Op::same_value, Type::truth, {self, other}));
}

constexpr unsigned k_recorded = types(Type::date, Type::number, Type::value, Type::row, Type::run);

constexpr Method k_methods[] = {
    {"known", k_recorded, k_word<word_is_known>},
    {"missing", k_recorded, k_word<word_is_missing>},
    {"is", types(Type::value, Type::number, Type::date), k_word<word_is<Op::value_is>>},
    {"is_not", types(Type::value), k_word<word_is<Op::value_is_not>>},
    {"includes", types(Type::value), k_word<word_includes>},
    {"contains", types(Type::value), k_word<word_contains>},
    {"count", types(Type::value), k_word<word_count_codes>},
    {"same_as", types(Type::value), k_word<word_same_as>},
};

}  // namespace

std::span<const Method> value_methods() {
  return k_methods;
}

void need_same_list(const Script& script, ExprId a, ExprId b, const char* word) {
  const Field* of_a = field_behind(script, a);
  const Field* of_b = field_behind(script, b);
  const auto same_value = [](const Code& x, const Code& y) { return x.value == y.value; };
  if (of_a != nullptr && of_b != nullptr && has_codes(of_a->kind) == has_codes(of_b->kind) &&
      std::equal(of_a->codes.begin(), of_a->codes.end(), of_b->codes.begin(), of_b->codes.end(),
                 same_value)) {
    return;
  }
  throw RuleError(std::string(word) + " needs two values of the same list: " +
                  spell(script.exprs(), script.model(), a) + " and " +
                  spell(script.exprs(), script.model(), b) + " are not");
}

ExprId value_is_one_of(Script& script, ExprId value, const std::vector<std::string>& texts, Op op) {
  const Field* field = field_behind(script, value);
  const bool set = field != nullptr && field->kind == FieldKind::code_set;
  if (set != (op == Op::includes)) {
    throw RuleError(spell(script.exprs(), script.model(), value) +
                    (set ? " holds several codes; use :includes" : " holds one value; use :is"));
  }
  Expr expr;
  expr.op = op;
  expr.args = {value};
  for (const std::string& text : texts) {
    if (field != nullptr && has_codes(field->kind)) {
      expr.codes.push_back(code_for(script, value, *field, text));
    } else {
      expr.texts.push_back(text);
    }
  }
  std::sort(expr.codes.begin(), expr.codes.end());
  expr.codes.erase(std::unique(expr.codes.begin(), expr.codes.end()), expr.codes.end());
  std::sort(expr.texts.begin(), expr.texts.end());
  expr.texts.erase(std::unique(expr.texts.begin(), expr.texts.end()), expr.texts.end());
  return script.add(std::move(expr));
}

ExprId matches(Script& script, lua_State* lua, ExprId value, int index, const std::string& name) {
  const Type type = script.exprs()[value].type;
  if (type == Type::date) {
    const ExprId day = need(script, lua, index, Type::date, name.c_str());
    return make(script, Op::same_day, Type::truth, {value, day});
  }
  if (type == Type::number) {
    const ExprId number = need(script, lua, index, Type::number, name.c_str());
    return make(script, Op::equals, Type::truth, {value, number});
  }
  if (expr_at(lua, index) != k_no_expr) {
    const ExprId other = need(script, lua, index, Type::value, name.c_str());
    need_same_list(script, value, other, name.c_str());
    return make(script, Op::same_value, Type::truth, {value, other});
  }
  const Field* field = field_behind(script, value);
  const bool set = field != nullptr && field->kind == FieldKind::code_set;
  std::vector<std::string> texts;
  if (lua_type(lua, index) == LUA_TTABLE) {
    texts = texts_from(lua, index, name.c_str());
  } else if (lua_type(lua, index) == LUA_TSTRING) {
    texts = {lua_tostring(lua, index)};
  } else {
    throw RuleError(name + " needs text in quotes or a list of texts, not " +
                    shown_key(lua, index));
  }
  return value_is_one_of(script, value, texts, set ? Op::includes : Op::value_is);
}

}  // namespace tidemark
