// The outputs of a run: report.html for people, findings.json for programs.
#pragma once

#include <string>

#include "audit/run.hpp"
#include "base/result.hpp"

namespace tidemark::report {

// One self-contained HTML5 page: no script, nothing fetched, prints on A4 in black and white.
[[nodiscard]] std::string report_html(const AuditRun& run, const std::string& snapshot_path);

// Makes the folder for the outputs: before the run, so that none is made that cannot be written.
[[nodiscard]] Status make_folder(const std::string& folder);

// An audit with its outputs: report.html, findings.csv, findings.json, load-notes.csv and
// summary.csv in `folder`, which is made. Each file is replaced whole or not at all. When a file of
// findings cannot be written nothing of the run is recorded. With request.before_commit the files
// are all there when it is called, and nothing is recorded when one of them cannot be.
[[nodiscard]] Result<AuditRun> audit_into(AuditRequest request, const std::string& folder);

}  // namespace tidemark::report
