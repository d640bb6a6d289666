// Targets: what a council set itself for the year beside what was achieved, by the measures that
// state one (Derby, Exit from Care, December 2021, lines 47-48: 28 and 35). Which event counts, the
// measure says and the table prints. Pure functions.
#pragma once

#include <string>

#include "audit/measures.hpp"
#include "report/document.hpp"

namespace tidemark::report {

// A row for each measure with a target and each period; empty where no measure has one. Of one
// period the caption says it, of several a column does.
[[nodiscard]] TableBlock targets_table(const MeasureRun& run, const std::string& id);

// "For the other 41 measures no target is set."; "" where every measure has one.
[[nodiscard]] std::string without_target_words(const MeasureRun& run);

// "Forecasts assume that ...": what the measures state of what they expect; "" of no forecast.
[[nodiscard]] std::string forecasts_assume(const MeasureRun& run);

}  // namespace tidemark::report
