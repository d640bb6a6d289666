// Declarations: the words of model.lua and sources/. A word only remembers what it was given
// (`periods { ... }`, `code(list, options)`, bare `date`); C++ reads the whole when the file has
// returned. Inside Sandbox::call only.
#pragma once

#include <initializer_list>
#include <string_view>

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

struct Declaration {
  std::string_view word;  // "" when the value is no declaration
  int line = 0;           // where it was written; 0 for a bare word
};

void define_declarations(Script& script, std::initializer_list<const char*> words);
[[nodiscard]] Declaration declaration_at(lua_State* lua, int index);
// Leaves what the word was given first (1) or second (2) on the stack; nil when nothing.
void push_given(lua_State* lua, int index, int which);
// The place of messages about this declaration: its own line, or `outer` where it has none.
[[nodiscard]] Written written_at(const Script& script, const Declaration& declaration,
                                 const Written& outer);

}  // namespace tidemark
