// The words for text: linear in their input, or charged for it. No patterns: stock Lua's can run
// for ever on sixty letters.
#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rulebook/sandbox.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_longest_needle = 256;
constexpr std::size_t k_longest_format = 2048;

std::string_view text_at(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TSTRING) {
    throw RuleError("text was expected here, not " + shown_key(lua, index));
  }
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, index, &size);
  return {text, size};
}

void charge_for(lua_State* lua, std::size_t work) {
  Sandbox::of(lua).charge(static_cast<std::int64_t>(work / 8));
}

int push(lua_State* lua, std::string_view text) {
  lua_pushlstring(lua, text.data(), text.size());
  return 1;
}

int text_lower(lua_State* lua) {
  const std::string_view text = text_at(lua, 1);
  charge_for(lua, text.size());
  return push(lua, lower(text));
}

int text_upper(lua_State* lua) {
  std::string text(text_at(lua, 1));
  charge_for(lua, text.size());
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return push(lua, text);
}

int text_trim(lua_State* lua) {
  const std::string_view text = text_at(lua, 1);
  charge_for(lua, text.size());
  return push(lua, trim(text));
}

int text_contains(lua_State* lua) {
  const std::string_view text = text_at(lua, 1);
  const std::string_view part = text_at(lua, 2);
  if (part.size() > k_longest_needle) {
    throw RuleError("text.contains looks for at most " + std::to_string(k_longest_needle) +
                    " letters");
  }
  charge_for(lua, text.size() * (part.size() + 1));
  lua_pushboolean(lua, text.find(part) != std::string_view::npos);
  return 1;
}

int text_starts_with(lua_State* lua) {
  lua_pushboolean(lua, text_at(lua, 1).starts_with(text_at(lua, 2)));
  return 1;
}

int text_ends_with(lua_State* lua) {
  lua_pushboolean(lua, text_at(lua, 1).ends_with(text_at(lua, 2)));
  return 1;
}

int text_equals_ignoring_case(lua_State* lua) {
  const std::string_view a = text_at(lua, 1);
  const std::string_view b = text_at(lua, 2);
  charge_for(lua, a.size() + b.size());
  lua_pushboolean(lua, lower(a) == lower(b));
  return 1;
}

int text_len(lua_State* lua) {
  lua_pushinteger(lua, static_cast<lua_Integer>(text_at(lua, 1).size()));
  return 1;
}

// From letter i to letter j, counted from 1; negative: from the end.
int text_sub(lua_State* lua) {
  const std::string_view text = text_at(lua, 1);
  const auto size = static_cast<lua_Integer>(text.size());
  const auto place = [size](lua_Integer i) {
    return i < 0 ? std::max(size + i + 1, lua_Integer{0}) : i;
  };
  const lua_Integer from = std::max(place(luaL_checkinteger(lua, 2)), lua_Integer{1});
  const lua_Integer to = std::min(place(luaL_optinteger(lua, 3, -1)), size);
  if (from > to) return push(lua, "");
  return push(lua, text.substr(static_cast<std::size_t>(from - 1),
                               static_cast<std::size_t>(to - from + 1)));
}

// "S47*": the star stands for any letters. Linear but for the charge: one star is tried at a time.
int text_like(lua_State* lua) {
  const std::string_view text = text_at(lua, 1);
  const std::string_view pattern = text_at(lua, 2);
  if (pattern.size() > k_longest_needle) throw RuleError("text.like: the pattern is too long");
  charge_for(lua, text.size() * (pattern.size() + 1));
  std::size_t t = 0, p = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && pattern[p] == text[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      break;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  lua_pushboolean(lua, t == text.size() && p == pattern.size());
  return 1;
}

std::string one_formatted(lua_State* lua, char kind, int places, int argument) {
  if (kind == 's') {
    luaL_checkany(lua, argument);
    return lua_type(lua, argument) == LUA_TSTRING ? std::string(text_at(lua, argument))
                                                  : shown_key(lua, argument);
  }
  if (kind == 'd') return std::to_string(luaL_checkinteger(lua, argument));
  const double number = luaL_checknumber(lua, argument);
  if (!std::isfinite(number) || std::fabs(number) > 1e15) {
    throw RuleError("text.format: the number is too large to print");
  }
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", places, number);
  return buffer;
}

// %d, %s, %f and %.2f, %%.
int text_format(lua_State* lua) {
  const std::string_view format = text_at(lua, 1);
  std::string result;
  int argument = 1;
  for (std::size_t i = 0; i < format.size() && result.size() <= k_longest_format; ++i) {
    if (format[i] != '%') {
      result += format[i];
      continue;
    }
    int places = 6;
    if (i + 2 < format.size() && format[i + 1] == '.' && format[i + 2] >= '0' &&
        format[i + 2] <= '9') {
      places = format[i + 2] - '0';
      i += 2;
    }
    const char kind = ++i < format.size() ? format[i] : ' ';
    if (kind == '%') {
      result += '%';
    } else if (kind == 'd' || kind == 's' || kind == 'f') {
      result += one_formatted(lua, kind, places, ++argument);
    } else {
      throw RuleError("text.format knows %d, %s, %f, %.2f and %%");
    }
  }
  if (result.size() > k_longest_format) throw RuleError("text.format: the result is too long");
  return push(lua, result);
}

}  // namespace

void define_text_words(Sandbox& sandbox) {
  constexpr luaL_Reg k_words[] = {{"contains", guarded<text_contains>},
                                  {"ends_with", guarded<text_ends_with>},
                                  {"equals_ignoring_case", guarded<text_equals_ignoring_case>},
                                  {"format", guarded<text_format>},
                                  {"len", guarded<text_len>},
                                  {"like", guarded<text_like>},
                                  {"lower", guarded<text_lower>},
                                  {"starts_with", guarded<text_starts_with>},
                                  {"sub", guarded<text_sub>},
                                  {"trim", guarded<text_trim>},
                                  {"upper", guarded<text_upper>}};
  lua_State* lua = sandbox.lua();
  lua_newtable(lua);
  for (const luaL_Reg& word : k_words) {
    lua_pushcfunction(lua, word.func);
    lua_setfield(lua, -2, word.name);
  }
  make_read_only(lua, "text");
  sandbox.define("text");
}

}  // namespace tidemark
