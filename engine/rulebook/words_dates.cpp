// Dates, numbers and windows: comparing, shifting, choosing the earliest.
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

struct Comparison {
  const char* word;
  Op op;
};
constexpr Comparison k_before{":before", Op::before};
constexpr Comparison k_after{":after", Op::after};
constexpr Comparison k_on_or_before{":on_or_before", Op::on_or_before};
constexpr Comparison k_on_or_after{":on_or_after", Op::on_or_after};
constexpr Comparison k_at_least{":at_least", Op::at_least};
constexpr Comparison k_more_than{":more_than", Op::more_than};
constexpr Comparison k_at_most{":at_most", Op::at_most};
constexpr Comparison k_under{":under", Op::under};

template <Type Of, const Comparison& Compare>
void compare(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  const ExprId other = need(script, lua, 2, Of, Compare.word);
  push_expr(lua, make(script, Compare.op, Type::truth, {self, other}));
}

void word_during(Script& script, lua_State* lua) {
  const ExprId window = need_window(script, lua, 2, ":during");
  push_expr(lua, make(script, Op::during, Type::truth, {expr_at(lua, 1), window}));
}

constexpr unsigned k_date = types(Type::date);
constexpr unsigned k_number = types(Type::number);

constexpr Method k_methods[] = {
    {"before", k_date, k_word<compare<Type::date, k_before>>},
    {"after", k_date, k_word<compare<Type::date, k_after>>},
    {"on_or_before", k_date, k_word<compare<Type::date, k_on_or_before>>},
    {"on_or_after", k_date, k_word<compare<Type::date, k_on_or_after>>},
    {"during", k_date, k_word<word_during>},
    {"at_least", k_number, k_word<compare<Type::number, k_at_least>>},
    {"more_than", k_number, k_word<compare<Type::number, k_more_than>>},
    {"at_most", k_number, k_word<compare<Type::number, k_at_most>>},
    {"under", k_number, k_word<compare<Type::number, k_under>>},
};

struct Choice {
  const char* word;
  Op op;
};
constexpr Choice k_earliest_of{"earliest_of", Op::earliest_of};
constexpr Choice k_latest_of{"latest_of", Op::latest_of};
constexpr Choice k_first_known{"first_known", Op::first_known};
constexpr Choice k_either_of{"either_of", Op::either_of};

template <const Choice& Word>
void choose_date(Script& script, lua_State* lua) {
  if (lua_gettop(lua) < 1)
    throw RuleError(std::string(Word.word) + " needs something to choose from");
  const bool values = (Word.op == Op::first_known || Word.op == Op::either_of) &&
                      type_at(script, lua, 1) == Type::value;
  const Type type = values ? Type::value : Type::date;
  std::vector<ExprId> args;
  for (int i = 1; i <= lua_gettop(lua); ++i) {
    args.push_back(need(script, lua, i, type, Word.word));
    if (values) need_same_list(script, args[0], args.back(), Word.word);
  }
  push_expr(lua, args.size() == 1 ? args[0] : make(script, Word.op, type, args));
}

void word_days_between(Script& script, lua_State* lua) {
  const ExprId from = need(script, lua, 1, Type::date, "days_between");
  const ExprId to = need(script, lua, 2, Type::date, "days_between");
  push_expr(lua, make(script, Op::days_between, Type::number, {from, to}));
}

void word_percent_of(Script& script, lua_State* lua) {
  const ExprId part = need(script, lua, 1, Type::number, "percent_of");
  const ExprId whole = need(script, lua, 2, Type::number, "percent_of");
  push_expr(lua, make(script, Op::percent_of, Type::number, {part, whole}));
}

void word_between(Script& script, lua_State* lua) {
  const ExprId from = need(script, lua, 1, Type::date, "between");
  const ExprId to = need(script, lua, 2, Type::date, "between");
  push_expr(lua, make(script, Op::window_closed, Type::window, {from, to}));
}

void word_last(Script& script, lua_State* lua) {
  push_expr(lua, last_span(script, need_span(script, lua, 1, "last")));
}

void word_day(Script& script, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING)
    throw RuleError("day needs a date such as day \"2015-04-01\"");
  push_expr(lua, constant_day(script, day_in(lua_tostring(lua, 1))));
}

ExprId date_of_birth(Script& script) {
  const ExprId child = make(script, Op::earliest, Type::row, {rows_of(script, 0)});
  return field_of(script, child, "date_of_birth");
}

void word_age_on(Script& script, lua_State* lua) {
  const ExprId day = need(script, lua, 1, Type::date, "age_on");
  push_expr(lua, make(script, Op::years_between, Type::number, {date_of_birth(script), day}));
}

template <Op Which>
void word_term(Script& script, lua_State* lua) {
  const char* word = Which == Op::term_start ? "term_start" : "term_end";
  push_expr(lua, make(script, Which, Type::date, {need(script, lua, 1, Type::date, word)}));
}

}  // namespace

std::span<const Method> date_methods() {
  return k_methods;
}

void define_date_words(Script& script) {
  Sandbox& sandbox = script.sandbox();
  sandbox.define("earliest_of", k_word<choose_date<k_earliest_of>>);
  sandbox.define("latest_of", k_word<choose_date<k_latest_of>>);
  sandbox.define("first_known", k_word<choose_date<k_first_known>>);
  sandbox.define("either_of", k_word<choose_date<k_either_of>>);
  sandbox.define("days_between", k_word<word_days_between>);
  sandbox.define("percent_of", k_word<word_percent_of>);
  sandbox.define("between", k_word<word_between>);
  sandbox.define("last", k_word<word_last>);
  sandbox.define("day", k_word<word_day>);
  sandbox.define("term_start", k_word<word_term<Op::term_start>>);
  sandbox.define("term_end", k_word<word_term<Op::term_end>>);
  push_expr(sandbox.lua(), as_at(script));
  sandbox.define("as_at");
  const CaseTable& child = script.table(0);
  const int born = child.field("date_of_birth");
  if (born < 0 || !is_date(child.fields[static_cast<std::size_t>(born)].kind)) return;
  sandbox.define("age_on", k_word<word_age_on>);
  push_expr(sandbox.lua(),
            make(script, Op::years_between, Type::number, {date_of_birth(script), as_at(script)}));
  sandbox.define("age");
}

}  // namespace tidemark
