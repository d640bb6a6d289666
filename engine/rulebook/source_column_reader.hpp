// Reading `DECOM = date { required = true }`: one column of a source table. Inside Sandbox::call
// only.
#pragma once

#include <string>

#include "rulebook/declaration.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

// The declaration at the top of the stack.
[[nodiscard]] SourceColumn read_column(lua_State* lua, const std::string& name,
                                       const Written& written);

}  // namespace tidemark
