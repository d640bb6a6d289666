// Text as it may be printed: what a council's file holds need not be UTF-8. Pure function.
#pragma once

#include <string>
#include <string_view>

namespace tidemark::report {

// `raw` with every byte that is not part of well-formed UTF-8, and every control character other
// than tab and line feed, replaced by U+FFFD, so that HTML and JSON readers accept the page.
[[nodiscard]] std::string printable_utf8(std::string_view raw);

}  // namespace tidemark::report
