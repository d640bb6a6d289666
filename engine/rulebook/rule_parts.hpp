// The parts of rule{...} that are read key by key. Inside Sandbox::call only.
#pragma once

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

// Errors of `need` point at the line of `rule {`; this moves them to the key's line.
template <class Read>
auto at_key(const KeyedTable& table, const char* key, const Read& read) {
  try {
    return read();
  } catch (const RuleError& error) {
    if (error.line > 0) throw;
    throw table.error(error.what(), key);
  }
}

// An expression that a rule rests on speaks of no row but `this`, and of that only with `each`.
void need_closed(Script& script, const KeyedTable& table, const char* key, ExprId id,
                 bool has_this);
// The expression at `key`; k_no_expr when there is none.
[[nodiscard]] ExprId read_expr(Script& script, lua_State* lua, const KeyedTable& table,
                               const char* key, Type type, bool has_this);

void read_facts(Script& script, lua_State* lua, Rule& rule, const KeyedTable& table);
// `explained_by` or `says_also`: { { "text", when = condition }, ... }.
[[nodiscard]] std::vector<Reason> read_reasons(Script& script, lua_State* lua,
                                               const KeyedTable& table, const char* key,
                                               bool has_this);
void read_in_force(lua_State* lua, Rule& rule, const KeyedTable& table);

}  // namespace tidemark
