// RuleError: what is wrong with a rule file, in words. Thrown only inside Sandbox::call, where
// guarded<> turns it into a Lua error with file and line; it never leaves rulebook/.
#pragma once

#include <cstdio>
#include <lua.hpp>
#include <stdexcept>
#include <string>

namespace tidemark {

struct RuleError : std::runtime_error {
  explicit RuleError(const std::string& message, int at_line = 0, std::string in_file = {})
      : std::runtime_error(message), line(at_line), file(std::move(in_file)) {}
  int line;          // 0: the line that is running
  std::string file;  // "": the file that is running
};

// Raises a Lua error with this text.
[[noreturn]] void raise_text(lua_State* lua, const char* text);
// Where the error about to be raised is, when it is not at the line that is running.
void place_error(lua_State* lua, const RuleError& error);

// Every function that Lua can call is wrapped in this. A C++ exception that went through Lua would
// leave the state inconsistent and become a meaningless error object (lua5.4-c++ only knows its
// own). Lua's own errors are not std::exceptions: they pass through and run destructors.
template <int (*Function)(lua_State*)>
int guarded(lua_State* lua) {
  char text[2048];
  try {
    return Function(lua);
  } catch (const RuleError& error) {
    std::snprintf(text, sizeof text, "%s", error.what());
    place_error(lua, error);
  } catch (const std::exception& error) {
    std::snprintf(text, sizeof text, "%s", error.what());
  }
  raise_text(lua, text);
}

}  // namespace tidemark
