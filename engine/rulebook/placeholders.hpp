// Placeholders: the {names} in the sentences of a rule. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "rulebook/keyed_table.hpp"
#include "rulebook/rule.hpp"

namespace tidemark {

// clock, due, limit and overdue are filled in by the engine.
[[nodiscard]] bool is_own_placeholder(const std::string& name);
// The names in braces; a brace that is not closed is the text from it on.
[[nodiscard]] std::vector<std::string> placeholders_of(const std::string& sentence);
// Every name in `says` and in the reasons is a fact, or something the engine can fill in.
void check_placeholders(const Rule& rule, const Written& written);

}  // namespace tidemark
