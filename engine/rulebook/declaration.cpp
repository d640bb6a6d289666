#include "rulebook/declaration.hpp"

#include <new>

#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr const char* k_box = "declaration";

void push_declaration(lua_State* lua, const Declaration& declaration) {
  new (lua_newuserdatauv(lua, sizeof(Declaration), 2)) Declaration(declaration);
  luaL_setmetatable(lua, k_box);
}

int call_word(lua_State* lua) {
  const Declaration word = declaration_at(lua, 1);
  if (word.line > 0)
    throw RuleError("this `" + std::string(word.word) + "` was given its options already");
  lua_settop(lua, 3);
  push_declaration(lua, {word.word, Script::of(lua).position().line});
  lua_pushvalue(lua, 2);
  lua_setiuservalue(lua, 4, 1);
  lua_pushvalue(lua, 3);
  lua_setiuservalue(lua, 4, 2);
  return 1;
}

int index_word(lua_State* lua) {
  const Declaration word = declaration_at(lua, 1);
  throw RuleError("`" + std::string(word.word) + "` is a word for declaring and has no `" +
                  shown_key(lua, 2) + "`");
}

}  // namespace

void define_declarations(Script& script, std::initializer_list<const char*> words) {
  lua_State* lua = script.sandbox().lua();
  if (luaL_newmetatable(lua, k_box) != 0) {
    lua_pushcfunction(lua, guarded<call_word>);
    lua_setfield(lua, -2, "__call");
    lua_pushcfunction(lua, guarded<index_word>);
    lua_setfield(lua, -2, "__index");
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
  }
  lua_pop(lua, 1);
  for (const char* word : words) {
    push_declaration(lua, {word, 0});
    script.sandbox().define(word);
  }
}

Declaration declaration_at(lua_State* lua, int index) {
  const auto* box = static_cast<const Declaration*>(luaL_testudata(lua, index, k_box));
  return box == nullptr ? Declaration{} : *box;
}

void push_given(lua_State* lua, int index, int which) {
  lua_getiuservalue(lua, index, which);
}

Written written_at(const Script& script, const Declaration& declaration, const Written& outer) {
  if (declaration.line == 0) return outer;
  return {script.file().text, declaration.line, script.file().path};
}

}  // namespace tidemark
