// The five files of a run, in one folder.
#include <filesystem>
#include <system_error>

#include "audit/findings_csv.hpp"
#include "base/file.hpp"
#include "report/findings_files.hpp"
#include "report/report.hpp"

namespace tidemark::report {

Status make_folder(const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (!failed) return Done{};
  return Error{ErrorKind::input, "the output folder " + folder + " cannot be made (" +
                                     failed.message() + "); name another with --out DIR"};
}

Result<AuditRun> audit_into(AuditRequest request, const std::string& folder) {
  if (Status made = make_folder(folder); !made) return made.error();
  auto files = FindingsFiles::begin(folder);
  if (!files) return files.error();
  request.take_finding = [&files](const Finding& finding, Change since_last) {
    return files.value().take(finding, since_last);
  };
  auto run = run_audit(request);
  if (!run) return run;
  if (request.progress) request.progress("writing the report", 0, 0);
  if (Status s = files.value().finish(run.value(), request.snapshot_path); !s) return s.error();
  const std::filesystem::path into(folder);
  const AuditRun& made = run.value();
  const std::string summary = summary_csv(*made.rulebook, made.judgements.counts);
  if (Status s = write_file(into / "summary.csv", summary); !s) return s.error();
  if (Status s = write_file(into / "load-notes.csv", load_notes_csv(made.snapshot->notes)); !s) {
    return s.error();
  }
  const std::string page = report_html(made, request.snapshot_path);
  if (Status s = write_file(into / "report.html", page); !s) return s.error();
  return run;
}

}  // namespace tidemark::report
