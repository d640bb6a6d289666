// Reading rules/sources/*.lua: how files become case tables.
#pragma once

#include "rulebook/script.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

// All the files of sources/, in order. `unless_supplied` may name a table of another file.
[[nodiscard]] Result<Sources> read_sources(Assembly& assembly, const std::vector<int>& files);

}  // namespace tidemark
