// The outputs of a run: report.html for people, findings.json for programs.
#pragma once

#include <cstdint>
#include <string>

#include "audit/run.hpp"
#include "base/result.hpp"

namespace tidemark::report {

// One self-contained HTML5 page: no script, nothing fetched, prints on A4 in black and white.
[[nodiscard]] std::string report_html(const AuditRun& run, const std::string& snapshot_path);

// Makes the folder for the outputs: before the run, so that none is made that cannot be written.
[[nodiscard]] Status make_folder(const std::string& folder);

// `before_commit`: all are there when request.before_commit is called, and nothing is recorded when
// one of them cannot be. `after_commit`: none is there before the run is recorded.
enum class Outputs : std::uint8_t { before_commit, after_commit };

// An audit with its outputs: report.html, findings.csv, findings.json, load-notes.csv and
// summary.csv in `folder`, which is made. Each file is replaced whole or not at all. When a file of
// findings cannot be written nothing of the run is recorded.
[[nodiscard]] Result<AuditRun> audit_into(AuditRequest request, const std::string& folder,
                                          Outputs when = Outputs::after_commit);

}  // namespace tidemark::report
