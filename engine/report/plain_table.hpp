// Plain table: rows of text as lines of a terminal, columns aligned, two spaces between. Pure.
#pragma once

#include <string>
#include <vector>

namespace tidemark::report {

// The first row is the heading, with a rule under it.
[[nodiscard]] std::string plain_table(const std::vector<std::vector<std::string>>& rows);

}  // namespace tidemark::report
