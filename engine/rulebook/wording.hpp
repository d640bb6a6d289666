// Wording: what messages about rule files share: the nearest word, the line of a key. Pure
// functions, save shown_key, which reads a Lua stack.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// "; did you mean `kind`?", or "" when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       const std::vector<std::string>& known);
// A value as a message names it: its text, shortened, or its kind ("a table").
[[nodiscard]] std::string shown_key(lua_State* lua, int index);
[[nodiscard]] int line_at(std::string_view text, std::size_t offset);
// Where `key =`, `["key"] =` or "key" stands in `text` at or after `from_line`; npos when nowhere.
[[nodiscard]] std::size_t place_of_key(std::string_view text, std::string_view key, int from_line);
// The line of it; `from_line` itself when it is not found.
[[nodiscard]] int line_of_key(std::string_view text, std::string_view key, int from_line);
// "looked_after" -> "looked after"
[[nodiscard]] std::string spaced(std::string_view word);
// "a, b and c"
[[nodiscard]] std::string listed(const std::vector<std::string>& items, const char* last = " and ");
// "P1 (placed with own parents)" needs no article, "row" needs "a": "a row", "an event".
[[nodiscard]] std::string with_article(std::string_view noun);

}  // namespace tidemark
