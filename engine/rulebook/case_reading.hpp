// Reading a child's cells for a compute function: a blank, partly known or unsupplied cell ends it
// as cannot_decide; every cell that is read is noted. Inside Sandbox::call only.
#pragma once

#include <optional>

#include "rulebook/case_handles.hpp"
#include "rulebook/rule_error.hpp"

namespace tidemark {

struct Handle {
  enum class Kind : std::uint8_t { none, child, rows, row, day };
  Kind kind = Kind::none;
  std::uint8_t generation = 0;
  int table = 0;            // fits in 8 bits: a model has at most 255 tables
  std::int32_t number = 0;  // the row, or the day

  [[nodiscard]] void* bits() const;
  [[nodiscard]] static Handle from(void* bits);
};

[[nodiscard]] OpenCase& open_case_of(lua_State* lua);
[[noreturn]] void cannot_decide(OpenCase& open, const std::string& why);

[[nodiscard]] const CaseSlice& slice_of(const OpenCase& open, int table);
[[nodiscard]] int need_field(const OpenCase& open, int table, const std::string& name);
// Ends as cannot_decide where rows may exist that nobody saw.
void need_supplied(OpenCase& open, int table);
// Ends as cannot_decide where the order of the rows is not certain.
void need_order(OpenCase& open, int table);
[[nodiscard]] std::optional<std::uint32_t> current_row(OpenCase& open, int table);
[[nodiscard]] bool is_blank(OpenCase& open, const Handle& row, int field);
void push_cell(lua_State* lua, OpenCase& open, const Handle& row, int field);

}  // namespace tidemark
