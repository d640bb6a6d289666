// The words measure{...} and assumption{...}. Inside Sandbox::call only.
#pragma once

#include "rulebook/script.hpp"

namespace tidemark {

// Stack top: what the file returned. Its measure is the only one in script.measures, unless
// script.rerun_with says that the file must run again.
void read_measure_result(Script& script, lua_State* lua);

}  // namespace tidemark
