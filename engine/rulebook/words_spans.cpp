// Spans, limits and settings.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr int k_longest_span = 100'000;

template <Unit Of>
void word_span(Script&, lua_State* lua) {
  const double count = lua_type(lua, 1) == LUA_TNUMBER ? lua_tonumber(lua, 1) : -1;
  if (count < 0 || count != std::floor(count) || count > k_longest_span) {
    throw RuleError("a span needs a whole number, as in " + words_of(Span{9, Of, false}) +
                    ", not " + shown_key(lua, 1));
  }
  push_box(lua, SpanBox{{static_cast<int>(count), Of, false}, -1});
}

void word_counting_the_day(Script& script, lua_State* lua) {
  SpanBox span = need_span(script, lua, 1, "counting_the_day");
  span.span.counting_the_day = true;
  push_box(lua, span);
}

// `within(days(7), { amber = days(2) })`: a warning that goes with this limit alone.
std::optional<Span> own_amber(Script& script, lua_State* lua, const char* word) {
  if (lua_isnoneornil(lua, 2)) return std::nullopt;
  if (lua_type(lua, 2) != LUA_TTABLE || lua_getfield(lua, 2, "amber") == LUA_TNIL) {
    throw RuleError(std::string(word) + ": after the span only { amber = days(2) }");
  }
  const Span amber = need_span(script, lua, lua_gettop(lua), "amber").span;
  lua_pop(lua, 1);
  return amber;
}

template <bool Reaches>
void word_limit(Script& script, lua_State* lua) {
  const char* word = Reaches ? "reaches" : "within";
  const SpanBox span = need_span(script, lua, 1, word);
  script.limits.push_back(
      {{k_no_expr, {span.span, Reaches, span.setting, own_amber(script, lua, word)}}});
  push_box(lua, LimitBox{static_cast<int>(script.limits.size()) - 1});
}

// Compared only within one unit: people may not turn months into days.
bool in_range(const Setting& setting) {
  if (!setting.is_span) {
    return setting.number >= setting.number_from && setting.number <= setting.number_to;
  }
  return setting.span.unit == setting.span_from.unit && setting.span.unit == setting.span_to.unit &&
         setting.span.count >= setting.span_from.count &&
         setting.span.count <= setting.span_to.count;
}

std::string shown_number(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

std::string range_of(const Setting& s) {
  return s.is_span ? words_of(s.span_from) + " to " + words_of(s.span_to)
                   : shown_number(s.number_from) + " to " + shown_number(s.number_to);
}

// One part of setting{...}: a span or a number, like the value itself.
void read_part(Script& script, lua_State* lua, const char* key, bool is_span, Span& span,
               double& number) {
  lua_getfield(lua, 1, key);
  if (is_span) {
    span = need_span(script, lua, lua_gettop(lua), key).span;
  } else {
    if (lua_type(lua, -1) != LUA_TNUMBER)
      throw RuleError(std::string("setting: ") + key + " must be a number");
    number = lua_tonumber(lua, -1);
  }
  lua_pop(lua, 1);
}

Setting read_setting(Script& script, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TTABLE) {
    throw RuleError("setting needs { default, label = , from = , to = }");
  }
  const std::vector<std::string> keys = {"label", "from", "to"};
  lua_pushnil(lua);
  while (lua_next(lua, 1) != 0) {
    lua_pop(lua, 1);
    const std::string key = shown_key(lua, -1);
    const bool is_default = lua_isinteger(lua, -1) != 0 && lua_tointeger(lua, -1) == 1;
    if (!is_default && std::find(keys.begin(), keys.end(), key) == keys.end()) {
      throw RuleError("setting has no key `" + key + "`" + did_you_mean(key, keys));
    }
  }
  Setting setting;
  setting.rule = script.rule();
  setting.at = script.position();
  lua_getfield(lua, 1, "label");
  if (lua_type(lua, -1) != LUA_TSTRING)
    throw RuleError("setting needs label = \"what people call it\"");
  setting.label = shorten(lua_tostring(lua, -1), 200);
  lua_rawgeti(lua, 1, 1);
  setting.is_span = box_at<SpanBox>(lua, -1) != nullptr;
  if (setting.is_span) {
    setting.span = box_at<SpanBox>(lua, -1)->span;
  } else if (lua_type(lua, -1) == LUA_TNUMBER) {
    setting.number = lua_tonumber(lua, -1);
  } else {
    throw RuleError("setting needs a span or a number first, as in setting { months(9), ... }");
  }
  lua_pop(lua, 2);
  read_part(script, lua, "from", setting.is_span, setting.span_from, setting.number_from);
  read_part(script, lua, "to", setting.is_span, setting.span_to, setting.number_to);
  if (!in_range(setting)) {
    throw RuleError("setting \"" + setting.label + "\": the default is not within " +
                    range_of(setting));
  }
  return setting;
}

void apply_override(Script& script, Setting& setting) {
  const auto found = script.assembly().overrides.find({setting.rule, setting.label});
  if (found == script.assembly().overrides.end()) return;
  found->second.used = true;
  const Override& chosen = found->second;
  const bool counting = setting.span.counting_the_day;
  const bool same_kind = setting.is_span == chosen.is_span;
  setting.span = chosen.span;
  setting.span.counting_the_day = counting;
  setting.number = chosen.number;
  if (same_kind && in_range(setting)) return;
  throw RuleError("settings.lua sets \"" + setting.label + "\" to " +
                  (chosen.is_span ? words_of(chosen.span) : shown_number(chosen.number)) +
                  "; people may choose from " + range_of(setting));
}

// The same setting met again (a library runs once for each rule, a file with `this` twice).
int find_or_add(Script& script, Setting setting) {
  std::vector<Setting>& settings = script.assembly().settings;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const Setting& other = settings[i];
    if (other.rule != setting.rule || other.label != setting.label) continue;
    if (other.at.line == setting.at.line && other.at.file == setting.at.file)
      return static_cast<int>(i);
    throw RuleError("there are two settings with the label \"" + setting.label + "\"");
  }
  settings.push_back(std::move(setting));
  return static_cast<int>(settings.size()) - 1;
}

// "lib/case.lua" -> "lib.case": how a library is named in require, and in settings.lua.
std::string module_of(const std::string& path) {
  std::string name = path.substr(0, path.size() - std::string_view(".lua").size());
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

void word_setting(Script& script, lua_State* lua) {
  Setting setting = read_setting(script, lua);
  if (script.in_library()) setting.rule = module_of(script.sandbox().here().file);
  apply_override(script, setting);
  const bool is_span = setting.is_span;
  const Span span = setting.span;
  const double number = setting.number;
  const int index = find_or_add(script, std::move(setting));
  if (is_span) {
    push_box(lua, SpanBox{span, index});
    return;
  }
  Expr expr;
  expr.op = Op::constant_number;
  expr.type = Type::number;
  expr.number = number;
  expr.setting = index;
  push_expr(lua, script.add(std::move(expr)));
}

}  // namespace

void define_span_words(Script& script) {
  Sandbox& sandbox = script.sandbox();
  sandbox.define("days", k_word<word_span<Unit::days>>);
  sandbox.define("weeks", k_word<word_span<Unit::weeks>>);
  sandbox.define("months", k_word<word_span<Unit::months>>);
  sandbox.define("years", k_word<word_span<Unit::years>>);
  sandbox.define("working_days", k_word<word_span<Unit::working_days>>);
  sandbox.define("school_days", k_word<word_span<Unit::school_days>>);
  sandbox.define("counting_the_day", k_word<word_counting_the_day>);
  sandbox.define("reaches", k_word<word_limit<true>>);
  sandbox.define("within", k_word<word_limit<false>>);
  sandbox.define("setting", k_word<word_setting>);
}

}  // namespace tidemark
