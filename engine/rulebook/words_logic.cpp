// all, any, none, choose, cannot_tell.
#include "base/text.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr lua_Integer k_most_parts = 1000;

struct Junction {
  const char* word;
  Op op;
};
constexpr Junction k_all{"all", Op::all_of};
constexpr Junction k_any{"any", Op::any_of};
constexpr Junction k_none{"none", Op::none_of};

// A hole in a list is a name that was nil: a misspelt word of a library.
void need_list(lua_State* lua, int index, const char* word, const char* other_key = nullptr) {
  if (lua_type(lua, index) != LUA_TTABLE) {
    throw RuleError(std::string(word) + " needs a list in braces, as in " + word + " { a, b }");
  }
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, index));
  if (count > k_most_parts) throw RuleError(std::string(word) + " has too many parts");
  lua_pushnil(lua);
  while (lua_next(lua, index) != 0) {
    const bool in_list = lua_isinteger(lua, -2) != 0 && lua_tointeger(lua, -2) >= 1 &&
                         lua_tointeger(lua, -2) <= count;
    const bool allowed = other_key != nullptr && lua_type(lua, -2) == LUA_TSTRING &&
                         std::string_view(lua_tostring(lua, -2)) == other_key;
    if (!in_list && !allowed) {
      throw RuleError(std::string(word) + " { ... } has a part that is nil, or a key `" +
                      shown_key(lua, -2) + "` that it does not know");
    }
    lua_pop(lua, 1);
  }
  if (count == 0) throw RuleError(std::string(word) + " {} has no parts");
}

template <const Junction& Word>
void junction(Script& script, lua_State* lua) {
  need_list(lua, 1, Word.word);
  std::vector<ExprId> parts;
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  for (lua_Integer i = 1; i <= count; ++i) {
    if (lua_rawgeti(lua, 1, i) == LUA_TNIL) {
      throw RuleError(std::string(Word.word) + " { ... }: part " + std::to_string(i) + " is nil");
    }
    parts.push_back(need(script, lua, lua_gettop(lua), Type::truth, Word.word));
    lua_pop(lua, 1);
  }
  const bool alone = parts.size() == 1 && Word.op != Op::none_of;
  push_expr(lua, alone ? parts[0] : make(script, Word.op, Type::truth, parts));
}

// Leaves the condition and the value of branch i on the stack.
void push_branch(lua_State* lua, lua_Integer i) {
  lua_rawgeti(lua, 1, i);
  if (lua_type(lua, -1) != LUA_TTABLE || lua_rawlen(lua, -1) != 2) {
    throw RuleError("choose: each branch is { condition, value }");
  }
  lua_rawgeti(lua, -1, 1);
  lua_rawgeti(lua, -2, 2);
}

void choose_limit(Script& script, lua_State* lua, lua_Integer count) {
  std::vector<LimitChoice> choices;
  const auto add = [&](ExprId when) {
    const auto* limit = box_at<LimitBox>(lua, -1);
    if (limit == nullptr)
      throw RuleError("choose: every value must be reaches(...) or within(...)");
    const auto& inner = script.limits[static_cast<std::size_t>(limit->index)];
    if (inner.size() != 1) throw RuleError("choose: a choice of limits cannot hold another");
    choices.push_back({when, inner[0].limit});
  };
  for (lua_Integer i = 1; i <= count; ++i) {
    push_branch(lua, i);
    add(need(script, lua, lua_gettop(lua) - 1, Type::truth, "choose"));
    lua_pop(lua, 3);
  }
  lua_getfield(lua, 1, "otherwise");
  add(k_no_expr);
  script.limits.push_back(std::move(choices));
  push_box(lua, LimitBox{static_cast<int>(script.limits.size()) - 1});
}

void word_choose(Script& script, lua_State* lua) {
  need_list(lua, 1, "choose", "otherwise");
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, 1));
  if (lua_getfield(lua, 1, "otherwise") == LUA_TNIL) {
    throw RuleError("choose needs `otherwise = value`");
  }
  if (box_at<LimitBox>(lua, -1) != nullptr) {
    choose_limit(script, lua, count);
    return;
  }
  if (box_at<SpanBox>(lua, -1) != nullptr) {
    throw RuleError("choose: put each span into reaches(...) or within(...)");
  }
  const Type type = type_at(script, lua, lua_gettop(lua));
  std::vector<ExprId> args;
  for (lua_Integer i = 1; i <= count; ++i) {
    push_branch(lua, i);
    args.push_back(need(script, lua, lua_gettop(lua) - 1, Type::truth, "choose"));
    args.push_back(need(script, lua, lua_gettop(lua), type, "choose"));
    if (type == Type::value) need_same_list(script, args[1], args.back(), "choose");
    lua_pop(lua, 3);
  }
  lua_getfield(lua, 1, "otherwise");
  args.push_back(need(script, lua, lua_gettop(lua), type, "choose"));
  if (type == Type::value) need_same_list(script, args[1], args.back(), "choose");
  for (std::size_t i = 3; i < args.size(); i += 2) {
    if (script.exprs()[args[1]].table != script.exprs()[args[i]].table && type != Type::value &&
        type != Type::date && type != Type::number) {
      throw RuleError("choose: the rows must be of one table");
    }
  }
  push_expr(lua, make(script, Op::choose, type, args));
}

// Neither yes nor no, whatever the record says, and why: for what a rule must not answer either
// way.
void word_cannot_tell(Script& script, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING || *lua_tostring(lua, 1) == '\0') {
    throw RuleError("cannot_tell needs the reason, as in cannot_tell \"no week on record lately\"");
  }
  Expr expr;
  expr.op = Op::constant_truth;
  expr.texts = {shorten(lua_tostring(lua, 1), 200)};
  push_expr(lua, script.add(std::move(expr)));
}

}  // namespace

void define_logic_words(Script& script) {
  Sandbox& sandbox = script.sandbox();
  sandbox.define("all", k_word<junction<k_all>>);
  sandbox.define("any", k_word<junction<k_any>>);
  sandbox.define("none", k_word<junction<k_none>>);
  sandbox.define("choose", k_word<word_choose>);
  sandbox.define("cannot_tell", k_word<word_cannot_tell>);
}

}  // namespace tidemark
