// CaseSet: the children or rows behind a printed count, known by keys that are the same wherever a
// snapshot of the same files is read. Values only. Nothing of it is ever printed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark {

using CaseSet = std::vector<std::uint64_t>;  // keys, ascending, each once

// `table`: of the row; "" where children are counted. `row`: its place among the child's rows
// there.
[[nodiscard]] std::uint64_t case_key(std::string_view child, std::string_view table,
                                     std::int32_t row);
// "" for -1. Lives as long as the rulebook.
[[nodiscard]] std::string_view table_name(const Rulebook& rulebook, int table);
void put_in_order(CaseSet& cases);

}  // namespace tidemark
