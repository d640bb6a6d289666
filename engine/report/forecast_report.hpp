// What `tidemark forecast` prints: clocks that run out, exemptions that end and actions due, by
// week and by owner or team. Names children: internal. Pure functions.
#pragma once

#include <string>

#include "audit/forecast.hpp"
#include "report/document.hpp"

namespace tidemark::report {

[[nodiscard]] std::string forecast_text(const Forecast& forecast);
// week,due,rule,child,occasion,owner,verdict,clock,team,what
[[nodiscard]] std::string forecast_csv(const Forecast& forecast);
[[nodiscard]] Document forecast_document(const Forecast& forecast, const std::string& made_at);

}  // namespace tidemark::report
