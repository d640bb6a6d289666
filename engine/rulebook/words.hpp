// The words that rule files see, bound to a Script. Lua values of the language are small boxes
// (full userdata without destructors). Everything here runs inside Sandbox::call, on one thread.
#pragma once

#include <initializer_list>
#include <new>
#include <span>
#include <string>
#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

struct ExprBox {
  static constexpr const char* k_name = "expression";
  ExprId id = k_no_expr;
};
struct SpanBox {
  static constexpr const char* k_name = "span";
  Span span;
  int setting = -1;
};
struct LimitBox {
  static constexpr const char* k_name = "limit";
  int index = -1;  // into Script::limits
};
struct UnboundBox {
  static constexpr const char* k_name = "unbound";
  int index = -1;  // into Script::unbound
};
struct RuleBox {
  static constexpr const char* k_name = "rule";
  int first = 0;  // into Script::rules
  int count = 0;
};

struct MeasureBox {
  static constexpr const char* k_name = "measure";
  int index = -1;  // into Script::measures; -1: the file must run again
};
struct AssumptionBox {
  static constexpr const char* k_name = "assumption";
  int index = -1;  // into Script::assumptions
};

template <class Box>
void push_box(lua_State* lua, const Box& box) {
  new (lua_newuserdatauv(lua, sizeof(Box), 0)) Box(box);
  luaL_setmetatable(lua, Box::k_name);
}
template <class Box>
const Box* box_at(lua_State* lua, int index) {
  return static_cast<const Box*>(luaL_testudata(lua, index, Box::k_name));
}

// A word of the language as C++ writes it: reads its arguments from the stack, pushes one result.
using WordBody = void (*)(Script&, lua_State*);
// If an argument rests on a `this` that stands for nothing, so does the result: pushes it.
[[nodiscard]] bool absorb_unbound(Script& script, lua_State* lua);

template <WordBody Body>
int word_entry(lua_State* lua) {
  Script& script = Script::of(lua);
  if (absorb_unbound(script, lua)) return 1;
  Body(script, lua);
  return 1;
}
template <WordBody Body>
constexpr lua_CFunction k_word = guarded<word_entry<Body>>;

struct Method {
  const char* name;
  unsigned types;  // bits of Type
  lua_CFunction function;
};
template <class... Types>
constexpr unsigned types(Types... each) {
  return ((1U << static_cast<unsigned>(each)) | ...);
}
[[nodiscard]] constexpr bool has_type(unsigned set, Type type) {
  return ((set >> static_cast<unsigned>(type)) & 1U) != 0;
}
[[nodiscard]] std::span<const Method> value_methods();
[[nodiscard]] std::span<const Method> date_methods();
[[nodiscard]] std::span<const Method> row_methods();

void define_rule_words(Script& script);  // all of them; the case tables too
void define_expression_box(Script& script);
void define_period_words(Script& script);
void define_shared_words(Script& script);  // those that rules and measures have in common
void define_measure_words(Script& script);
void define_measure_word(Script& script);
void define_logic_words(Script& script);
void define_date_words(Script& script);
void define_span_words(Script& script);
void define_compute_word(Script& script);
void define_require_word(Script& script);
void define_rule_word(Script& script);

// The functions given to compute, by their order in the file: kept in the Lua state that ran it.
void keep_compute(lua_State* lua, int order);  // the function is at index 2
void push_compute(lua_State* lua, int order);

// Reading arguments; what is not of the type wanted is an error in words.
[[nodiscard]] ExprId expr_at(lua_State* lua, int index);  // k_no_expr when it is none
[[nodiscard]] Type type_at(Script& script, lua_State* lua, int index);
[[nodiscard]] ExprId need(Script& script, lua_State* lua, int index, Type type, const char* word);
[[nodiscard]] ExprId need_window(Script& script, lua_State* lua, int index, const char* word);
[[nodiscard]] SpanBox need_span(Script& script, lua_State* lua, int index, const char* word);
[[nodiscard]] Day day_in(const std::string& text);  // ISO, or an error
[[nodiscard]] std::vector<std::string> texts_from(lua_State* lua, int index, const char* word);

// Building.
void push_expr(lua_State* lua, ExprId id);
[[nodiscard]] ExprId make(Script& script, Op op, Type type, std::vector<ExprId> args = {});
[[nodiscard]] ExprId constant_truth(Script& script, bool value);
[[nodiscard]] ExprId constant_number(Script& script, double value);
[[nodiscard]] ExprId constant_day(Script& script, Day day);
[[nodiscard]] ExprId as_at(Script& script);
[[nodiscard]] ExprId rows_of(Script& script, int table);
[[nodiscard]] ExprId last_span(Script& script, const SpanBox& span);
[[nodiscard]] ExprId shifted(Script& script, ExprId date, const SpanBox& span, bool forward);
[[nodiscard]] ExprId field_of(Script& script, ExprId row, const std::string& name);
// What kind of field a value, date or number expression comes from; nullptr when from none.
[[nodiscard]] const Field* field_behind(const Script& script, ExprId id);
// One condition on a value: `kind = "P1"`, `kind = { "P1", "P2" }`, `from = this.from`.
[[nodiscard]] ExprId matches(Script& script, lua_State* lua, ExprId value, int index,
                             const std::string& name);
[[nodiscard]] ExprId value_is_one_of(Script& script, ExprId value,
                                     const std::vector<std::string>& texts, Op op);
void need_same_list(const Script& script, ExprId a, ExprId b, const char* word);

// "placement:current().kind": as the rule wrote it, for messages.
[[nodiscard]] std::string spell(const ExprPool& exprs, const Model& model, ExprId id);
[[nodiscard]] std::string kind_of(const Script& script, ExprId id);  // "a code", "a list of rows"
[[nodiscard]] const char* name_of(Type type);                        // "a date"

}  // namespace tidemark
