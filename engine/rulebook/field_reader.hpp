// Kinds of field as model.lua and sources/ declare them: date, code(list), text { label = ... }.
// Inside Sandbox::call only.
#pragma once

#include <vector>

#include "rulebook/declaration.hpp"
#include "snapshot/model.hpp"

namespace tidemark {

struct FieldKindWords {
  FieldKind kind = FieldKind::text;
  std::vector<Code> codes;
};

constexpr std::initializer_list<const char*> k_field_words = {
    "date", "milestone", "booking", "code", "code_set", "text", "number", "flag", "id"};

// The declaration at `index`. Leaves its options (a table or nil) on the stack.
[[nodiscard]] FieldKindWords read_field_kind(lua_State* lua, int index, const Written& written,
                                             const std::string& what);

}  // namespace tidemark
