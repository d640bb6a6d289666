// Reading the examples of a rule: the case tables of an invented child, and what the rule must say
// of it. Inside Sandbox::call only.
#pragma once

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

void read_examples(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table);

// Which example a live rule lacks: "a breach", "no breach", "a case that cannot be decided"; ""
// when it has them all.
[[nodiscard]] std::string missing_example(const Rule& rule);

}  // namespace tidemark
