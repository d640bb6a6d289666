// What `tidemark measures` prints: the same figures as text for people, CSV for scripts, JSON for
// programs. Pure functions of the run.
#pragma once

#include <string>

#include "audit/measures.hpp"

namespace tidemark::report {

[[nodiscard]] std::string measures_text(const MeasureRun& run);
[[nodiscard]] std::string measures_csv(const MeasureRun& run);
[[nodiscard]] std::string measures_json(const MeasureRun& run);

}  // namespace tidemark::report
