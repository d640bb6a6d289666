#include "rulebook/wording.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_shown = 80;

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::size_t offset_of_line(std::string_view text, int line) {
  std::size_t offset = 0;
  for (int at = 1; at < line; ++at) {
    const std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) return text.size();
    offset = end + 1;
  }
  return offset;
}

bool is_key_at(std::string_view text, std::size_t at, std::size_t length) {
  const char quote = at > 0 ? text[at - 1] : ' ';
  if (quote == '"' || quote == '\'')
    return text.substr(at + length, 1) == std::string_view(&quote, 1);
  if (at > 0 && is_word_letter(text[at - 1])) return false;
  std::size_t next = at + length;
  if (next < text.size() && is_word_letter(text[next])) return false;
  next = text.find_first_not_of(" \t", next);
  return next != std::string_view::npos && text[next] == '=' &&
         (next + 1 == text.size() || text[next + 1] != '=');
}

}  // namespace

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? "" : "; did you mean `" + near + "`?";
}

std::string shown_key(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TSTRING: {
      std::size_t size = 0;
      const char* text = lua_tolstring(lua, index, &size);
      return shorten({text, size}, k_shown);
    }
    case LUA_TNUMBER: {
      lua_pushvalue(lua, index);  // lua_tolstring would turn the original into text
      std::string text = lua_tostring(lua, -1);
      lua_pop(lua, 1);
      return text;
    }
    case LUA_TNIL:
    case LUA_TNONE:
      return "nil";
    case LUA_TBOOLEAN:
      return lua_toboolean(lua, index) != 0 ? "true" : "false";
    case LUA_TTABLE:
      return "a table";
    case LUA_TFUNCTION:
      return "a function";
    default:
      return "an expression";
  }
}

int line_at(std::string_view text, std::size_t offset) {
  const std::size_t end = std::min(offset, text.size());
  return 1 +
         static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(end), '\n'));
}

std::size_t place_of_key(std::string_view text, std::string_view key, int from_line) {
  if (key.empty()) return std::string_view::npos;
  std::size_t at = text.find(key, offset_of_line(text, from_line));
  while (at != std::string_view::npos && !is_key_at(text, at, key.size())) {
    at = text.find(key, at + 1);
  }
  return at;
}

int line_of_key(std::string_view text, std::string_view key, int from_line) {
  const std::size_t at = place_of_key(text, key, from_line);
  return at == std::string_view::npos ? from_line : line_at(text, at);
}

std::string spaced(std::string_view word) {
  std::string result(word);
  std::replace(result.begin(), result.end(), '_', ' ');
  return result;
}

std::string listed(const std::vector<std::string>& items, const char* last) {
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) result += i + 1 == items.size() ? last : ", ";
    result += items[i];
  }
  return result;
}

std::string with_article(std::string_view noun) {
  constexpr std::string_view k_vowels = "aeiouAEIO";
  const bool vowel = !noun.empty() && k_vowels.find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace tidemark
