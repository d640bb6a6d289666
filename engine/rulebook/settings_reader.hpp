// Reading rules/settings.lua: what the council chose in place of the rules' defaults.
//   return { ["PO-9M"] = { ["Months after the order"] = months(6) } }
#pragma once

#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

void read_settings(Assembly& assembly, int file, std::vector<RuleProblem>& problems);
// After the rules have run: a name that no rule asked for.
void report_unused(const Assembly& assembly, int file, std::vector<RuleProblem>& problems);

}  // namespace tidemark
