// KeptValues: what a compute function could carry from one child to the next (its upvalues, tables
// and functions within reach) must not change, or its answers would depend on the order of children
// and on the number of threads. Inside Sandbox::call only.
#pragma once

#include <lua.hpp>
#include <string>

namespace tidemark {

// Notes everything within reach of the function on top of the stack. More than one may be noted.
void keep_values(lua_State* lua);
// The name of something that is not what it was; "" when all is.
[[nodiscard]] std::string changed_value(lua_State* lua);

}  // namespace tidemark
