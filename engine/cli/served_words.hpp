// What is said of a scheduled run in the table of outcomes and in mail: counts and fixed words,
// never a child and never the words of an error, which may quote a file. Pure functions.
#pragma once

#include <string>

#include "audit/run.hpp"
#include "cli/letter.hpp"
#include "store/outcome_table.hpp"

namespace tidemark::cli {

[[nodiscard]] std::string words_of_run(const AuditRun& run);
[[nodiscard]] std::string words_of_failure(ErrorKind kind);
[[nodiscard]] Letter letter_of(const ScheduledOutcome& outcome);

}  // namespace tidemark::cli
