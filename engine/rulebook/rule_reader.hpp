// Reading what a rule file returned. Inside Sandbox::call only.
#pragma once

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

// Stack top: what the file returned. Its rules are in script.rules, unless script.rerun_with says
// that the file must run again because only now it is known what `this` is a row of.
void read_rule_result(Script& script, lua_State* lua);
// The table at index 1 speaks of `this`, and only now is it known what `key` makes it a row of:
// true when the file must run again.
[[nodiscard]] bool waits_for_this(Script& script, lua_State* lua, const KeyedTable& table,
                                  const char* key);
[[nodiscard]] RuleError unbound_error(const Script& script, const Script::Unbound& unbound);

}  // namespace tidemark
