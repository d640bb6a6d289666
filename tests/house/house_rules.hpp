// The rules of the house that a compiler does not check: which folder of engine/ may include
// which, how long a file may grow, who may log and who may look at the clock. Reads files only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tidemark::house {

// One sentence for each broken rule under this engine folder, each opening with file:line, sorted.
[[nodiscard]] std::vector<std::string> complaints(const std::filesystem::path& engine);

}  // namespace tidemark::house
