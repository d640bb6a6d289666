// Rows of the case tables: choosing some, choosing one, counting.
#include <algorithm>
#include <cmath>

#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr int k_most_nested = 5;  // each looks at every row: more would never end

const CaseTable& table_of(Script& script, ExprId id) {
  return script.table(script.exprs()[id].table);
}

void need_shape(Script& script, ExprId rows, bool allowed, const char* word, const char* instead) {
  if (allowed) return;
  throw RuleError(spell(script.exprs(), script.model(), rows) + ": " + word +
                  " is not for rows of " + table_of(script, rows).name + "; " + instead);
}

void need_periods(Script& script, ExprId rows, const char* word, const char* instead) {
  need_shape(script, rows, table_of(script, rows).shape == Shape::periods, word, instead);
}

void need_dated(Script& script, ExprId rows, const char* word) {
  const Shape shape = table_of(script, rows).shape;
  need_shape(script, rows, shape == Shape::periods || shape == Shape::events, word,
             "they have no date of their own: use :where(function(row) ... end)");
}

ExprId open_row(Script& script, int table, int binder) {
  Expr expr;
  expr.op = Op::bound_row;
  expr.type = Type::row;
  expr.table = table;
  expr.binder = binder;
  return script.add(std::move(expr));
}

// Stack 2: a table of conditions, a function of a row, or (for :unbroken) nothing. k_no_expr where
// the answer rests on a `this` that stands for nothing; that is then on top of the stack.
ExprId condition_on(Script& script, lua_State* lua, ExprId row, const char* word) {
  if (lua_type(lua, 2) == LUA_TFUNCTION) {
    lua_pushvalue(lua, 2);
    push_expr(lua, row);
    lua_call(lua, 1, 1);
    if (box_at<UnboundBox>(lua, -1) != nullptr) return k_no_expr;
    return need(script, lua, lua_gettop(lua), Type::truth, word);
  }
  if (lua_type(lua, 2) != LUA_TTABLE) {
    throw RuleError(std::string(word) + " needs { field = value } or function(row) ... end");
  }
  std::vector<std::string> names;
  lua_pushnil(lua);
  while (lua_next(lua, 2) != 0) {
    lua_pop(lua, 1);
    if (lua_type(lua, -1) != LUA_TSTRING) {
      throw RuleError(std::string(word) + " {...} takes conditions such as kind = \"P1\"");
    }
    names.emplace_back(lua_tostring(lua, -1));
  }
  if (names.empty()) throw RuleError(std::string(word) + " {} has no condition");
  std::sort(names.begin(), names.end());
  std::vector<ExprId> conditions;
  for (const std::string& name : names) {
    const ExprId value = field_of(script, row, name);
    lua_getfield(lua, 2, name.c_str());
    conditions.push_back(matches(script, lua, value, lua_gettop(lua), name));
    lua_pop(lua, 1);
  }
  return conditions.size() == 1 ? conditions[0] : make(script, Op::all_of, Type::truth, conditions);
}

// The rows or run for which a condition holds. Its binder is known only when the body is.
void bind(Script& script, lua_State* lua, Op op, Type type, const char* word) {
  const ExprId rows = expr_at(lua, 1);
  const int open = script.fresh_binder();
  ExprId condition = k_no_expr;
  if (op == Op::unbroken && lua_isnoneornil(lua, 2)) {
    condition = constant_truth(script, true);
  } else {
    condition = condition_on(script, lua, open_row(script, script.exprs()[rows].table, open), word);
    if (condition == k_no_expr) return;
  }
  const int binder = script.exprs().extent(condition).highest_binder + 1;
  if (binder > k_most_nested) {
    throw RuleError(std::string(word) + ": more than " + std::to_string(k_most_nested) +
                    " conditions on rows inside one another");
  }
  Expr expr;
  expr.op = op;
  expr.type = type;
  expr.table = script.exprs()[rows].table;
  expr.binder = binder;
  expr.args = {rows, script.exprs().rebind(condition, open, binder)};
  push_expr(lua, script.add(std::move(expr)));
}

void word_where(Script& script, lua_State* lua) {
  bind(script, lua, Op::where_rows, Type::rows, ":where");
}

void word_unbroken(Script& script, lua_State* lua) {
  need_periods(script, expr_at(lua, 1), ":unbroken", "only periods make a run");
  bind(script, lua, Op::unbroken, Type::run, ":unbroken");
}

void word_current(Script& script, lua_State* lua) {
  need_periods(script, expr_at(lua, 1), ":current", "use :latest()");
  push_expr(lua, make(script, Op::current, Type::row, {expr_at(lua, 1)}));
}

template <Op Which>
void word_one(Script& script, lua_State* lua) {
  push_expr(lua, make(script, Which, Type::row, {expr_at(lua, 1)}));
}

void word_nth(Script& script, lua_State* lua) {
  const double n = lua_type(lua, 2) == LUA_TNUMBER ? lua_tonumber(lua, 2) : 0;
  if (n < 1 || n != std::floor(n) || n > 10'000)
    throw RuleError(":nth counts from 1, as in :nth(2)");
  Expr expr;
  expr.op = Op::nth;
  expr.type = Type::row;
  expr.table = script.exprs()[expr_at(lua, 1)].table;
  expr.args = {expr_at(lua, 1)};
  expr.number = n;
  push_expr(lua, script.add(std::move(expr)));
}

void word_any(Script& script, lua_State* lua) {
  push_expr(lua, make(script, Op::any_rows, Type::truth, {expr_at(lua, 1)}));
}

void word_count(Script& script, lua_State* lua) {
  push_expr(lua, make(script, Op::count_rows, Type::number, {expr_at(lua, 1)}));
}

void word_count_of(Script& script, lua_State* lua) {
  const ExprId rows = expr_at(lua, 1);
  if (lua_type(lua, 2) != LUA_TSTRING) throw RuleError(":count_of needs the name of a field");
  const ExprId row = make(script, Op::latest, Type::row, {rows});
  Expr expr;
  expr.op = Op::count_distinct;
  expr.type = Type::number;
  expr.args = {rows};
  expr.table = script.exprs()[rows].table;
  expr.field = script.exprs()[field_of(script, row, lua_tostring(lua, 2))].field;
  push_expr(lua, script.add(std::move(expr)));
}

void word_starting_within(Script& script, lua_State* lua) {
  need_dated(script, expr_at(lua, 1), ":starting_within");
  const ExprId window = need_window(script, lua, 2, ":starting_within");
  push_expr(lua, make(script, Op::starting_within, Type::rows, {expr_at(lua, 1), window}));
}

void word_within(Script& script, lua_State* lua) {
  need_shape(script, expr_at(lua, 1), table_of(script, expr_at(lua, 1)).shape == Shape::events,
             ":within", "use :starting_within or :touching");
  const ExprId window = need_window(script, lua, 2, ":within");
  push_expr(lua, make(script, Op::starting_within, Type::rows, {expr_at(lua, 1), window}));
}

void word_touching(Script& script, lua_State* lua) {
  need_periods(script, expr_at(lua, 1), ":touching", "use :within");
  const ExprId window = need_window(script, lua, 2, ":touching");
  push_expr(lua, make(script, Op::touching, Type::rows, {expr_at(lua, 1), window}));
}

void word_days_within(Script& script, lua_State* lua) {
  need_periods(script, expr_at(lua, 1), ":days_within", "only periods last for days");
  const ExprId window = need_window(script, lua, 2, ":days_within");
  push_expr(lua, make(script, Op::days_within, Type::number, {expr_at(lua, 1), window}));
}

// A date field over rows: for rows of several stages, whose order no single date gives.
template <Op Which>
void word_date_in(Script& script, lua_State* lua) {
  const ExprId rows = expr_at(lua, 1);
  const char* word = Which == Op::earliest_in ? ":earliest_of" : ":latest_of";
  if (lua_type(lua, 2) != LUA_TSTRING)
    throw RuleError(std::string(word) + " needs the name of a field");
  const ExprId row = make(script, Op::latest, Type::row, {rows});
  const ExprId field = field_of(script, row, lua_tostring(lua, 2));
  if (script.exprs()[field].type != Type::date) {
    throw RuleError(std::string(word) + ": " + lua_tostring(lua, 2) + " is not a date");
  }
  Expr expr;
  expr.op = Which;
  expr.type = Type::date;
  expr.args = {rows};
  expr.table = script.exprs()[rows].table;
  expr.field = script.exprs()[field].field;
  push_expr(lua, script.add(std::move(expr)));
}

void word_sum(Script& script, lua_State* lua) {
  const ExprId rows = expr_at(lua, 1);
  if (lua_type(lua, 2) != LUA_TSTRING) throw RuleError(":sum needs the name of a field");
  const ExprId row = make(script, Op::latest, Type::row, {rows});
  const ExprId field = field_of(script, row, lua_tostring(lua, 2));
  if (script.exprs()[field].type != Type::number) {
    throw RuleError(std::string(":sum: ") + lua_tostring(lua, 2) + " is not a number");
  }
  Expr expr;
  expr.op = Op::sum_in;
  expr.type = Type::number;
  expr.args = {rows};
  expr.table = script.exprs()[rows].table;
  expr.field = script.exprs()[field].field;
  push_expr(lua, script.add(std::move(expr)));
}

void word_nth_day(Script& script, lua_State* lua) {
  need_periods(script, expr_at(lua, 1), ":nth_day", "only periods last for days");
  const double n = lua_type(lua, 2) == LUA_TNUMBER ? lua_tonumber(lua, 2) : 0;
  if (n < 1 || n != std::floor(n) || n > 40'000)
    throw RuleError(":nth_day counts days from 1, as in :nth_day(91, window)");
  Expr expr;
  expr.op = Op::nth_day;
  expr.type = Type::date;
  expr.args = {expr_at(lua, 1), need_window(script, lua, 3, ":nth_day")};
  expr.number = n;
  push_expr(lua, script.add(std::move(expr)));
}

void word_since(Script& script, lua_State* lua) {
  need_dated(script, expr_at(lua, 1), ":since");
  const ExprId day = need(script, lua, 2, Type::date, ":since");
  push_expr(lua, make(script, Op::since, Type::rows, {expr_at(lua, 1), day}));
}

void word_supplied(Script& script, lua_State* lua) {
  Expr expr;
  expr.op = Op::supplied;
  expr.table = script.exprs()[expr_at(lua, 1)].table;
  push_expr(lua, script.add(std::move(expr)));
}

constexpr unsigned k_rows = types(Type::rows);

constexpr Method k_methods[] = {
    {"where", k_rows, k_word<word_where>},
    {"unbroken", k_rows, k_word<word_unbroken>},
    {"current", k_rows, k_word<word_current>},
    {"latest", k_rows, k_word<word_one<Op::latest>>},
    {"earliest", k_rows, k_word<word_one<Op::earliest>>},
    {"nth", k_rows, k_word<word_nth>},
    {"any", k_rows, k_word<word_any>},
    {"count", k_rows, k_word<word_count>},
    {"count_of", k_rows, k_word<word_count_of>},
    {"starting_within", k_rows, k_word<word_starting_within>},
    {"within", k_rows, k_word<word_within>},
    {"touching", k_rows, k_word<word_touching>},
    {"days_within", k_rows, k_word<word_days_within>},
    {"earliest_of", k_rows, k_word<word_date_in<Op::earliest_in>>},
    {"latest_of", k_rows, k_word<word_date_in<Op::latest_in>>},
    {"sum", k_rows, k_word<word_sum>},
    {"nth_day", k_rows, k_word<word_nth_day>},
    {"since", k_rows, k_word<word_since>},
    {"supplied", k_rows, k_word<word_supplied>},
};

}  // namespace

std::span<const Method> row_methods() {
  return k_methods;
}

}  // namespace tidemark
