// The outputs of a run as bytes: report.html for people, findings.json for programs. Pure
// functions of the run and of the path as the caller spelt it.
#pragma once

#include <string>

#include "audit/run.hpp"
#include "base/result.hpp"

namespace tidemark::report {

// One self-contained HTML5 page: no script, nothing fetched, prints on A4 in black and white.
[[nodiscard]] std::string report_html(const AuditRun& run, const std::string& snapshot_path);

// The run's header and every finding with its facts and cells; keys in a fixed order.
[[nodiscard]] std::string findings_json(const AuditRun& run, const std::string& snapshot_path);

// Makes the folder for the outputs: before the run, so that none is made that cannot be written.
[[nodiscard]] Status make_folder(const std::string& folder);

// report.html, findings.csv, findings.json, load-notes.csv and summary.csv in `folder`, which is
// there. Each file is replaced whole or not at all.
[[nodiscard]] Status write_outputs(const AuditRun& run, const std::string& snapshot_path,
                                   const std::string& folder);

}  // namespace tidemark::report
