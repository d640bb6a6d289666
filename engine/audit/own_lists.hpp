// The lists that Tidemark itself keeps, as files of a snapshot: exemptions and actions recorded in
// the store, so that the rules about them (EX-EXPIRED, SGO-EXEMPT-3M, ACT-OVERDUE) run on the
// store. They become part of the run's snapshot and are kept with it. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "casework/life.hpp"
#include "snapshot/held_files.hpp"

namespace tidemark {

constexpr const char* k_exemption_file = "tidemark-exemptions.csv";
constexpr const char* k_action_file = "tidemark-actions.csv";

// The council's lists x_exemption and x_action (domain/readings.md); "" where there is no row. Only
// of exceptions that are open; an exemption that lapsed is no longer one.
[[nodiscard]] std::string exemption_list(const std::vector<ExceptionLife>& lives);
[[nodiscard]] std::string action_list(const std::vector<ExceptionLife>& lives);

// Which of its own lists a council sends beside these (x_exemption, x_action).
struct CouncilLists {
  bool exemptions = false, actions = false;
};

// Is the text of such a file marked as a list that tells of some rows only?
[[nodiscard]] bool tells_of_some(const std::string& list);

// Does a sentence on rows that changed speak of these lists? A row that left them was not
// corrected.
[[nodiscard]] bool speaks_of_own_lists(const std::string& words);

// Adds those that have rows, as tidemark-exemptions.csv and tidemark-actions.csv. Where the
// council's own is `missed`, a column more makes it a list that tells of some rows, never of all
// (rules/sources/tidemark.lua).
[[nodiscard]] Status hold_own_lists(const std::vector<ExceptionLife>& lives,
                                    const CouncilLists& missed, HeldFiles& files);

}  // namespace tidemark
