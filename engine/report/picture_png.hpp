// A picture as pixels, for formats that take no drawing: PNG at 200 dots an inch. Pure function.
#pragma once

#include <string>

#include "base/result.hpp"
#include "report/document.hpp"
#include "report/paper_text.hpp"

namespace tidemark::report {

[[nodiscard]] Result<std::string> picture_png(const Picture& picture, PaperText& text);

}  // namespace tidemark::report
