// The parts of findings.json: one object; a finding a line, so that 140,000 of them stream out and
// diff well. Pure functions.
#pragma once

#include <string>

#include "audit/run.hpp"

namespace tidemark::report {

// The run, up to where the findings begin.
[[nodiscard]] std::string json_head(const AuditRun& run, const std::string& snapshot_path);
[[nodiscard]] std::string json_of(const Finding& finding, Change since_last);
inline constexpr const char* k_json_foot = "\n]}\n";

}  // namespace tidemark::report
