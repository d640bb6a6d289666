// The last pass over a drawn PDF: what Cairo cannot say. Language, the title in the window's bar,
// alternatives of figures, scopes of table headings, artifacts, reading order of tabs, fixed dates
// and identity. An error names what qpdf found wrong with the file. Pure function.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/document.hpp"

namespace tidemark::report {

// `alternatives`: of the figures, in the order in which they are drawn.
[[nodiscard]] Result<std::string> finish_paper(const std::string& drawn, const Document& document,
                                               const std::vector<std::string>& alternatives);

}  // namespace tidemark::report
