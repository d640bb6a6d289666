// Rows of one workbook that decide differently about the same exception: two days of an exemption,
// or an exemption in one row and an escalation in another. Nobody can say which the panel meant, so
// none of them is taken. Pure functions.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "report/papers/filled_decisions.hpp"

namespace tidemark::report {

// Pack and reference of each that is contested. An action, or a record that is wrong, may stand
// beside any other decision, and the same row twice is no contest. Rows that cannot be read are
// left out.
[[nodiscard]] std::set<std::pair<std::int64_t, std::string>> contested_in(
    const std::vector<FilledRow>& rows);

}  // namespace tidemark::report
