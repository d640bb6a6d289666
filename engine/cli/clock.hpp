// The one place where the program reads a clock: when a run was made. Nothing that is judged
// depends on it.
#pragma once

#include <string>

namespace tidemark::cli {

// "2026-11-22T08:30:00Z"; TIDEMARK_NOW, if set, is taken as it stands (for tests).
[[nodiscard]] std::string time_of_run();

}  // namespace tidemark::cli
