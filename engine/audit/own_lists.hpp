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

// The council's lists x_exemption and x_action (domain/readings.md); "" where there is no row. Only
// of exceptions that are open; an exemption that lapsed is no longer one.
[[nodiscard]] std::string exemption_list(const std::vector<ExceptionLife>& lives);
[[nodiscard]] std::string action_list(const std::vector<ExceptionLife>& lives);

// Does a sentence on rows that changed speak of these lists? A row that left them was not
// corrected.
[[nodiscard]] bool speaks_of_own_lists(const std::string& words);

// Adds those that have rows, as tidemark-exemptions.csv and tidemark-actions.csv.
[[nodiscard]] Status hold_own_lists(const std::vector<ExceptionLife>& lives, HeldFiles& files);

}  // namespace tidemark
