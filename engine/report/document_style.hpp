// What a paper's page adds to the report's style sheet: its own paper size, the boxes in the
// margins, the house's colour, the widths of columns. Pure function.
#pragma once

#include <string>

#include "report/document.hpp"

namespace tidemark::report {

[[nodiscard]] std::string document_style(const Document& document);

}  // namespace tidemark::report
