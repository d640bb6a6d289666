// What `tidemark restate` prints: old figure, new figure, and why, child by child. Always internal.
// Pure functions of the run.
#pragma once

#include <string>

#include "audit/restatement.hpp"

namespace tidemark::report {

[[nodiscard]] std::string restatement_text(const RestateRun& run);
[[nodiscard]] std::string restatement_csv(const RestateRun& run);

}  // namespace tidemark::report
