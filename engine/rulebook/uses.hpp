// What of the case tables a rule asks of, from its expressions. Pure functions.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark {

// Adds the tables, and the fields as { table, field }, that these expressions and all below them
// read. A compute function reads by name and is not seen here.
struct Uses {
  std::set<int> tables;
  std::set<std::pair<int, int>> fields;
};
void add_uses(const ExprPool& exprs, const std::vector<ExprId>& roots, Uses& uses);

// Everything that a rule, a tracker or a measure says.
[[nodiscard]] Uses uses_of(const Rulebook& rulebook, const Rule& rule);
[[nodiscard]] Uses uses_of(const Rulebook& rulebook, const Tracker& tracker);
[[nodiscard]] Uses uses_of(const Rulebook& rulebook, const Measure& measure);

}  // namespace tidemark
