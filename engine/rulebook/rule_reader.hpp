// Reading what a rule file returned. Inside Sandbox::call only.
#pragma once

#include "rulebook/script.hpp"

namespace tidemark {

// Stack top: what the file returned. Its rules are in script.rules, unless script.rerun_with says
// that the file must run again because only now it is known what `this` is a row of.
void read_rule_result(Script& script, lua_State* lua);
[[nodiscard]] RuleError unbound_error(const Script& script, const Script::Unbound& unbound);

}  // namespace tidemark
