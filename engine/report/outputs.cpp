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

namespace {

Status write_outputs(FindingsFiles& files, const AuditRun& run, const AuditRequest& request,
                     const std::filesystem::path& into) {
  if (request.progress) request.progress("writing the report", 0, 0);
  if (Status s = files.finish(run, request.snapshot_path); !s) return s;
  const std::string summary = summary_csv(*run.rulebook, run.judgements.counts);
  if (Status s = write_file(into / "summary.csv", summary); !s) return s;
  if (Status s = write_file(into / "load-notes.csv", load_notes_csv(run.snapshot->notes)); !s) {
    return s;
  }
  return write_file(into / "report.html", report_html(run, request.snapshot_path));
}

}  // namespace

Result<AuditRun> audit_into(AuditRequest request, const std::string& folder, Outputs when) {
  if (Status made = make_folder(folder); !made) return made.error();
  auto files = FindingsFiles::begin(folder);
  if (!files) return files.error();
  request.take_finding = [&files](const Finding& finding, Change since_last) {
    return files.value().take(finding, since_last);
  };
  if (when == Outputs::before_commit) {
    request.before_commit = [&, then = std::move(request.before_commit)](
                                const Store& store, const AuditRun& run) -> Status {
      if (Status s = write_outputs(files.value(), run, request, folder); !s) return s;
      return then ? then(store, run) : Status(Done{});
    };
  }
  auto run = run_audit(request);
  if (!run || when == Outputs::before_commit) return run;
  if (Status s = write_outputs(files.value(), run.value(), request, folder); !s) return s.error();
  return run;
}

}  // namespace tidemark::report
