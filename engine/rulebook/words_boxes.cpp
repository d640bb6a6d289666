// How the values of the language behave in Lua: methods, fields, +, -; and the traps: an operator
// that Lua would answer with a plain yes or no is an error that names the word to use.
#include "base/text.hpp"
#include "rulebook/describe_expr.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

// The word of that name for that type; if there is none, for any type.
const Method* find_method(const std::string& name, Type type) {
  const Method* elsewhere = nullptr;
  for (const auto methods : {value_methods(), date_methods(), row_methods()}) {
    for (const Method& method : methods) {
      if (name != method.name) continue;
      if (has_type(method.types, type)) return &method;
      elsewhere = &method;
    }
  }
  return elsewhere;
}

std::string listed_types(unsigned set) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(Type::window); ++i) {
    if (has_type(set, static_cast<Type>(i))) names.emplace_back(name_of(static_cast<Type>(i)));
  }
  return listed(names, " or ");
}

[[noreturn]] void no_such_word(Script& script, ExprId self, const std::string& name) {
  const Expr& expr = script.exprs()[self];
  const std::string what = spell(script.exprs(), script.model(), self);
  const Method* elsewhere = find_method(name, expr.type);
  if (expr.type == Type::rows) {
    const CaseTable& table = script.table(expr.table);
    const char* take = table.shape == Shape::periods ? ":current()" : ":latest()";
    const bool of_row =
        table.field(name) >= 0 || (elsewhere != nullptr && has_type(elsewhere->types, Type::row));
    if (name == "known" || name == "missing")
      throw RuleError(what + " is a list of rows; ask :any(), or take " + take + " first");
    if (of_row || elsewhere != nullptr)
      throw RuleError(what + " is a list of rows; take " + take + " first");
  }
  if (expr.type == Type::row && elsewhere != nullptr) {
    throw RuleError(what + " is one row; :" + name +
                    (name == "any" ? " is for lists: ask :known()"
                                   : " needs " + listed_types(elsewhere->types)));
  }
  if (elsewhere != nullptr) {
    throw RuleError(what + " is " + kind_of(script, self) + "; :" + name + " needs " +
                    listed_types(elsewhere->types));
  }
  std::vector<std::string> words;
  for (const auto methods : {value_methods(), date_methods(), row_methods()}) {
    for (const Method& method : methods) {
      if (has_type(method.types, expr.type)) words.emplace_back(method.name);
    }
  }
  throw RuleError(what + " is " + kind_of(script, self) + " and has no word `" + shorten(name, 60) +
                  "`" + did_you_mean(name, words));
}

bool is_facts(Script& script, const Expr& expr) {
  return expr.type == Type::rows && script.table(expr.table).shape == Shape::facts;
}

// `this` in a rule without `each`, or in a library that this rule does not use it from.
void push_unbound(Script& script, lua_State* lua, Script::Unbound unbound) {
  script.unbound.push_back(std::move(unbound));
  push_box(lua, UnboundBox{static_cast<int>(script.unbound.size()) - 1});
}

void index_expr(Script& script, lua_State* lua) {
  const ExprId self = expr_at(lua, 1);
  if (lua_type(lua, 2) != LUA_TSTRING) {
    throw RuleError(spell(script.exprs(), script.model(), self) +
                    " cannot be counted into; use :nth(n)");
  }
  const std::string name = lua_tostring(lua, 2);
  const Expr expr = script.exprs()[self];
  const Method* method = find_method(name, expr.type);
  if (method != nullptr && has_type(method->types, expr.type)) {
    lua_pushcfunction(lua, method->function);
    return;
  }
  if (expr.type == Type::row) {
    if (expr.op == Op::bound_row && expr.binder == 0 && script.in_library() &&
        script.table(expr.table).field(name) < 0) {
      push_unbound(script, lua,
                   {"`this` is a row of " + script.table(expr.table).name +
                        ", which has no field `" + name + "`",
                    script.position(), true});
      return;
    }
    if (method != nullptr && script.table(expr.table).field(name) < 0)
      no_such_word(script, self, name);
    push_expr(lua, field_of(script, self, name));
  } else if (expr.type == Type::run && (name == "from" || name == "to")) {
    Expr field;
    field.op = Op::date_field;
    field.type = Type::date;
    field.table = expr.table;
    field.field = name == "from" ? 0 : 1;
    field.args = {self};
    push_expr(lua, script.add(std::move(field)));
  } else if (is_facts(script, expr)) {
    push_expr(lua, field_of(script, make(script, Op::earliest, Type::row, {self}), name));
  } else {
    no_such_word(script, self, name);
  }
}

template <bool Forward>
void plus_or_minus(Script& script, lua_State* lua) {
  const auto* span = box_at<SpanBox>(lua, 2);
  if (Forward && box_at<SpanBox>(lua, 1) != nullptr) {
    throw RuleError("write the date first: date + months(9)");
  }
  if (span != nullptr) {
    const ExprId date = need(script, lua, 1, Type::date, Forward ? "+ span" : "- span");
    push_expr(lua, shifted(script, date, *span, Forward));
    return;
  }
  if (expr_at(lua, 1) != k_no_expr && script.exprs()[expr_at(lua, 1)].type == Type::date) {
    throw RuleError(expr_at(lua, 2) == k_no_expr ? "a date and a number: write date + days(7)"
                                                 : "two dates: write days_between(a, b)");
  }
  const char* word = Forward ? "+" : "-";
  const ExprId a = need(script, lua, 1, Type::number, word);
  const ExprId b = need(script, lua, 2, Type::number, word);
  push_expr(lua, make(script, Forward ? Op::plus : Op::minus, Type::number, {a, b}));
}

void to_text(Script& script, lua_State* lua) {
  if (const auto* span = box_at<SpanBox>(lua, 1)) {
    lua_pushstring(lua, words_of(span->span).c_str());
    return;
  }
  const ExprId id = expr_at(lua, 1);
  if (id == k_no_expr) {
    lua_pushstring(lua, "a part of a rule");
    return;
  }
  Describer say(script.exprs(), script.model(), script.assembly().computes);
  lua_pushstring(lua, say.phrase(id).c_str());
}

struct Trap {
  const char* event;
  const char* instead;
};
constexpr Trap k_traps[] = {
    {"__eq", "`==` asks Lua, not the record; use :is or :same_as"},
    {"__lt", "`<` and `>` ask Lua, not the record; use :before, :after, :under or :more_than"},
    {"__le", "`<=` and `>=` ask Lua, not the record; use :on_or_before, :at_least or :at_most"},
    {"__unm", "a minus sign cannot stand before this"},
    {"__mul", "only + and - are for numbers and dates of a rule"},
    {"__div", "only + and - are for numbers and dates of a rule"},
    {"__mod", "only + and - are for numbers and dates of a rule"},
    {"__pow", "only + and - are for numbers and dates of a rule"},
    {"__idiv", "only + and - are for numbers and dates of a rule"},
    {"__concat",
     "`..` cannot join this to text; name it in facts and write {name} in the sentence"},
    {"__len", "`#` counts Lua tables; use :count()"},
    {"__call", "this is no function; a method is called with a colon, as in placement:current()"},
    {"__newindex", "the words of the language cannot be changed"},
};

int spring(lua_State* lua) {
  throw RuleError(lua_tostring(lua, lua_upvalueindex(1)));
}

void add_traps(lua_State* lua) {
  for (const Trap& trap : k_traps) {
    lua_pushstring(lua, trap.instead);
    lua_pushcclosure(lua, guarded<spring>, 1);
    lua_setfield(lua, -2, trap.event);
  }
  lua_pushboolean(lua, 0);
  lua_setfield(lua, -2, "__metatable");
}

int index_nothing(lua_State* lua) {
  throw RuleError(std::string(lua_tostring(lua, lua_upvalueindex(1))) + " has no word `" +
                  shown_key(lua, 2) + "`");
}

template <class Box>
void define_box(lua_State* lua, const char* what) {
  luaL_newmetatable(lua, Box::k_name);
  add_traps(lua);
  lua_pushstring(lua, what);
  lua_pushcclosure(lua, guarded<index_nothing>, 1);
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, k_word<to_text>);
  lua_setfield(lua, -2, "__tostring");
}

void set_event(lua_State* lua, const char* event, lua_CFunction function) {
  lua_pushcfunction(lua, function);
  lua_setfield(lua, -2, event);
}

// Stack top: the word itself, `this` or `period`. The place that matters is where it is first used.
void place_unbound(Script& script, lua_State* lua) {
  const auto* box = box_at<UnboundBox>(lua, -1);
  Script::Unbound unbound = script.unbound[static_cast<std::size_t>(box->index)];
  if (unbound.at.line > 0) return;
  lua_pop(lua, 1);
  unbound.at = script.position();
  push_unbound(script, lua, std::move(unbound));
}

bool holds_unbound(lua_State* lua, int index, int depth) {
  if (box_at<UnboundBox>(lua, index) != nullptr) {
    lua_pushvalue(lua, index);
    return true;
  }
  if (lua_type(lua, index) != LUA_TTABLE || depth == 0) return false;
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    if (holds_unbound(lua, lua_gettop(lua), depth - 1)) return true;
    lua_pop(lua, 1);
  }
  return false;
}

// Whatever is made of an unbound `this` is unbound; its methods too.
int unbound_method(lua_State* lua) {
  lua_pushvalue(lua, lua_upvalueindex(1));
  return 1;
}

int index_unbound(lua_State* lua) {
  lua_pushvalue(lua, 1);
  place_unbound(Script::of(lua), lua);
  if (find_method(shown_key(lua, 2), Type::truth) != nullptr) {
    lua_pushcclosure(lua, guarded<unbound_method>, 1);
  }
  return 1;
}

}  // namespace

bool absorb_unbound(Script& script, lua_State* lua) {
  if (script.unbound.empty()) return false;
  const int count = lua_gettop(lua);
  for (int i = 1; i <= count; ++i) {
    if (!holds_unbound(lua, i, 3)) continue;
    place_unbound(script, lua);
    return true;
  }
  return false;
}

void define_expression_box(Script& script) {
  lua_State* lua = script.sandbox().lua();
  define_box<ExprBox>(lua, "an expression");
  set_event(lua, "__index", k_word<index_expr>);
  set_event(lua, "__add", k_word<plus_or_minus<true>>);
  set_event(lua, "__sub", k_word<plus_or_minus<false>>);
  define_box<SpanBox>(lua, "a span");
  set_event(lua, "__add", k_word<plus_or_minus<true>>);
  set_event(lua, "__sub", k_word<plus_or_minus<false>>);
  define_box<LimitBox>(lua, "a limit");
  define_box<RuleBox>(lua, "a rule");
  define_box<MeasureBox>(lua, "a measure");
  define_box<AssumptionBox>(lua, "an assumption");
  define_box<UnboundBox>(lua, "`this`");
  set_event(lua, "__index", guarded<index_unbound>);
  set_event(lua, "__add", k_word<plus_or_minus<true>>);
  set_event(lua, "__sub", k_word<plus_or_minus<false>>);
  lua_pop(lua, 7);
  if (script.this_table() < 0) {
    push_unbound(
        script, lua,
        {script.is_measure() ? "`this` is there only in a measure that counts rows or has `each`"
                             : "`this` is there only in a rule with `each`",
         {},
         true});
  } else {
    Expr row;
    row.op = Op::bound_row;
    row.type = Type::row;
    row.table = script.this_table();
    row.binder = 0;
    push_expr(lua, script.add(std::move(row)));
  }
  script.sandbox().define("this");
}

// Both ends of a period are included. Its last day is the as-at day: the wall stands there.
void define_period_words(Script& script) {
  lua_State* lua = script.sandbox().lua();
  const ExprId last = as_at(script);
  const ExprId first = make(script, Op::period_start, Type::date);
  const std::pair<const char*, ExprId> words[] = {
      {"period", make(script, Op::window_closed, Type::window, {first, last})},
      {"period_start", first},
      {"period_end", last}};
  for (const auto& [word, meaning] : words) {
    if (script.is_measure()) {
      push_expr(lua, meaning);
    } else {
      push_unbound(script, lua, {"`" + std::string(word) + "` is only for measures", {}, false});
    }
    script.sandbox().define(word);
  }
}

}  // namespace tidemark
