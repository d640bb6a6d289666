// Sorting the exceptions and writing them in the format of rules.md.
#pragma once

#include <string>
#include <vector>

#include "rules.hpp"

namespace limit {

// `found` has one entry for each thread that judged.
void write_exceptions(const std::string& path, const ChildKeys& children,
                      std::vector<Exceptions>& found);

}  // namespace limit
