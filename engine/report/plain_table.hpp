// Plain table: rows of text as lines of a terminal, columns aligned, two spaces between. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "report/document.hpp"

namespace tidemark::report {

// The first row is the heading, with a rule under it.
[[nodiscard]] std::string plain_table(const std::vector<std::vector<std::string>>& rows);

// The first `columns` of a document's table; what stands in its place where it has no row.
[[nodiscard]] std::string plain_table(const TableBlock& table, std::size_t columns);

}  // namespace tidemark::report
