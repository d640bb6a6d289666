// What `tidemark backtest` prints: counts by rule and by severity at each date. No child is named.
// Pure functions.
#pragma once

#include <string>

#include "audit/backtest.hpp"
#include "report/document.hpp"

namespace tidemark::report {

[[nodiscard]] std::string backtest_text(const Backtest& backtest);
// date,rule,known,population,breach,explained,due_soon,met_late,cannot_decide,error; a date of
// which nothing was known has one line with nothing but the date.
[[nodiscard]] std::string backtest_csv(const Backtest& backtest);
[[nodiscard]] Document backtest_document(const Backtest& backtest, const std::string& made_at);

}  // namespace tidemark::report
