// The word tracker{...}. Inside Sandbox::call only.
#pragma once

#include "rulebook/script.hpp"

namespace tidemark {

void define_tracker_word(Script& script);
// Stack top: what the file returned. Its tracker is the only one in script.trackers, unless
// script.rerun_with says that the file must run again.
void read_tracker_result(Script& script, lua_State* lua);

}  // namespace tidemark
