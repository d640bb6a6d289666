// Reading rules/settings.lua: what the council chose in place of the rules' defaults.
//   return { ["PO-9M"] = { ["Months after the order"] = months(6) } }
#pragma once

#include <vector>

#include "rulebook/script.hpp"

namespace tidemark {

void read_settings(Assembly& assembly, int file, std::vector<RuleProblem>& problems);
// After the files have run: a name that none asked for. `ids_not_run`: files that did not run this
// time, and libraries that perhaps did not; nothing is said of a setting of theirs, unless another
// setting of the same name was asked for.
void report_unused(const Assembly& assembly, int file, const std::vector<std::string>& ids_not_run,
                   std::vector<RuleProblem>& problems);

}  // namespace tidemark
