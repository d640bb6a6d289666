// A tiny model and rule texts for the tests of rulebook/. Everything in them is invented.
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark::tests {

// model.lua, lib/case.lua, lib/lists.lua and a calendar; enough for the rules of the tests.
std::vector<RuleFile> tiny_ground();
// A rule that loads, with `body` in place of its logic and its examples left out (draft).
std::string draft_rule(const std::string& body);
// tiny_ground and one rule file.
Rulebook load_one(const std::string& path, const std::string& text);
Rulebook load_files(std::vector<RuleFile> more);
// The message of the only problem; fails the test when there is none or more than one.
std::string only_problem(const Rulebook& book);

}  // namespace tidemark::tests
