// Case handles: how a compute function sees the child, its rows and dates. They are light userdata
// whose bits say everything (kind, generation, table, row or day), so none is ever allocated, and a
// row of another child is known by its generation. Inside Sandbox::call only.
#pragma once

#include <lua.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rulebook/compute_runner.hpp"

namespace tidemark {

// What the functions of one state are reading. The generation goes up with each call.
struct OpenCase {
  const Rulebook* rulebook = nullptr;
  const ChildCase* child_case = nullptr;
  std::uint8_t generation = 0;
  std::string undecided;       // why the function ended as cannot_decide; "" while it has not
  std::vector<CellRef> cells;  // each once, in order of reading
  std::set<std::tuple<int, int, std::uint32_t>> seen;
};

void define_case_handles(lua_State* lua, OpenCase& open);
void push_child(lua_State* lua, const OpenCase& open);
void push_day(lua_State* lua, Day day);
[[nodiscard]] std::optional<Day> day_at(lua_State* lua, int index);

}  // namespace tidemark
