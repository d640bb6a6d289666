// KeyedTable: a Lua table with named keys, as rule{...} or periods{...} is given one. A key that is
// not among those known is an error at its line. Lives on the Lua stack of one call.
#pragma once

#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "rulebook/rule_error.hpp"

namespace tidemark {

// Where messages about a table point: the text it was written in and the line it starts at.
struct Written {
  std::string_view text;
  int line = 0;
  std::string file;
  [[nodiscard]] RuleError error(const std::string& message, std::string_view key = {}) const;
};

class KeyedTable {
 public:
  // `what` is what a message calls it ("rule"). `list`: entries 1..n are allowed beside the keys.
  KeyedTable(lua_State* lua, int index, std::string what, std::vector<std::string> known,
             Written written, bool list = false);

  // Leaves the value on the stack and says true, or leaves nothing.
  [[nodiscard]] bool push(const char* key) const;
  [[nodiscard]] bool has(const char* key) const;
  [[nodiscard]] std::string text(const char* key) const;  // "" when there is none
  [[nodiscard]] std::string required_text(const char* key) const;
  [[nodiscard]] bool flag(const char* key) const;                       // false when there is none
  [[nodiscard]] std::vector<std::string> texts(const char* key) const;  // a text or a list of them
  [[nodiscard]] int index() const { return index_; }
  [[nodiscard]] const Written& written() const { return written_; }
  [[nodiscard]] RuleError error(const std::string& message, std::string_view key = {}) const;

 private:
  lua_State* lua_;
  int index_;
  std::string what_;
  Written written_;
};

// The texts of the list at `index`, or the one text there.
[[nodiscard]] std::vector<std::string> text_list(lua_State* lua, int index, const Written& written,
                                                 const std::string& what);
// The text keys of the table at `index`, in the order in which the file writes them.
[[nodiscard]] std::vector<std::string> keys_in_order(lua_State* lua, int index,
                                                     const Written& written,
                                                     const std::string& what);

}  // namespace tidemark
