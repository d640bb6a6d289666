// The five files of a run, in one folder.
#include <filesystem>
#include <system_error>

#include "audit/findings_csv.hpp"
#include "base/file.hpp"
#include "report/report.hpp"

namespace tidemark::report {

Status make_folder(const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (!failed) return Done{};
  return Error{ErrorKind::input, "the output folder " + folder + " cannot be made (" +
                                     failed.message() + "); name another with --out DIR"};
}

Status write_outputs(const AuditRun& run, const std::string& snapshot_path,
                     const std::string& folder) {
  const std::filesystem::path into(folder);
  // One at a time, so that only one of the large texts is in memory.
  const auto write = [&](const char* name, const std::string& content) {
    return write_file(into / name, content);
  };
  if (Status s = write("findings.csv", findings_csv(run.findings)); !s) return s;
  if (Status s = write("summary.csv", summary_csv(*run.rulebook, run.judgements.counts)); !s)
    return s;
  if (Status s = write("load-notes.csv", load_notes_csv(run.snapshot->notes)); !s) return s;
  if (Status s = write("findings.json", findings_json(run, snapshot_path)); !s) return s;
  return write("report.html", report_html(run, snapshot_path));
}

}  // namespace tidemark::report
