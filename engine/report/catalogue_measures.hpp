// The measures of the catalogue, from a rulebook that was loaded with its measures. Pure functions.
#pragma once

#include <string>

#include "rulebook/rulebook.hpp"

namespace tidemark::report {

[[nodiscard]] std::string measures_md(const Rulebook& book);
// Lines of the catalogue's CSV.
[[nodiscard]] std::string measures_csv(const Rulebook& book);

}  // namespace tidemark::report
