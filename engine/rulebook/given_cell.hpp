// One cell of an example, as the rule's author writes it. Inside Sandbox::call only.
#pragma once

#include <optional>
#include <string_view>

#include "rulebook/keyed_table.hpp"
#include "snapshot/cell.hpp"
#include "snapshot/model.hpp"

namespace tidemark {

// What a blank means for this kind of field.
[[nodiscard]] Cell blank_cell(FieldKind kind);
[[nodiscard]] Cell given_cell(lua_State* lua, int index, const CaseTable& table, const Field& field,
                              SidePools& pools, const Written& written);
// "2021-04-01", "..2021-04-01" (up to), "2021-04-01..", "2021-04-01..2021-04-30", ".." (unknown).
[[nodiscard]] std::optional<Date> date_in(std::string_view text);

}  // namespace tidemark
