// The parts of measure{...} that are read key by key. Inside Sandbox::call only.
#pragma once

#include "rulebook/keyed_table.hpp"
#include "rulebook/script.hpp"

namespace tidemark {

// What is counted at `key`: a yes or no, rows, a number; an assumption where one is `allowed`.
[[nodiscard]] Quantity read_quantity(Script& script, lua_State* lua, const KeyedTable& table,
                                     const char* key, bool has_this, bool assumption_allowed);
void read_split(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table);
void read_rounding(lua_State* lua, Measure& measure, const KeyedTable& table);
// A plain number or a setting, at `key`.
[[nodiscard]] std::optional<double> read_own_number(Script& script, lua_State* lua,
                                                    const KeyedTable& table, const char* key);
// The keys that speak of other measures: changes, reconciles, adds, less, forecast, benchmark.
void read_references(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table);

}  // namespace tidemark
