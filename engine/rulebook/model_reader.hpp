// Reading rules/model.lua: the case tables.
#pragma once

#include "rulebook/script.hpp"

namespace tidemark {

// Runs the file. Error: its message already names file and line.
[[nodiscard]] Result<Model> read_model(Assembly& assembly, int file);

}  // namespace tidemark
