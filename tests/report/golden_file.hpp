// Golden files: what a section printed when somebody last looked at it and accepted it.
// tests/report/accept writes them anew; read its difference before committing it.
#pragma once

#include <string>

namespace tidemark::made {

// "" when `html` is what tests/report/golden/<name><extension> holds; else a sentence that says
// where they part. With TIDEMARK_ACCEPT=1 the file is written and the answer is "".
[[nodiscard]] std::string difference_from_golden(const std::string& name, const std::string& html,
                                                 const std::string& extension = ".html");

}  // namespace tidemark::made
