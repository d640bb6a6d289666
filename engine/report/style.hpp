// The page's style sheet. Values only.
#pragma once

#include <string>

namespace tidemark::report {

// `footer` is printed at the foot of every page beside "Page x of y".
[[nodiscard]] std::string style_sheet(const std::string& footer);
// Words as a CSS string that nothing in them can end.
[[nodiscard]] std::string css_string(const std::string& words);

}  // namespace tidemark::report
