#include "report/findings_files.hpp"

#include <filesystem>

#include "audit/findings_csv.hpp"
#include "report/findings_json.hpp"

namespace tidemark::report {

Result<FindingsFiles> FindingsFiles::begin(const std::string& folder) {
  const std::filesystem::path into(folder);
  auto csv = GrowingFile::begin(into / "findings.csv");
  if (!csv) return csv.error();
  auto json = GrowingFile::begin(into / "findings.json");
  if (!json) return json.error();
  auto lines = GrowingFile::begin(into / "findings.json.lines");
  if (!lines) return lines.error();
  if (Status added = csv.value().add(k_findings_csv_heading); !added) return added.error();
  return FindingsFiles(std::move(csv).value(), std::move(json).value(), std::move(lines).value());
}

Status FindingsFiles::take(const Finding& finding, Change since_last) {
  fill_row(finding, row_);
  text_.clear();
  append_findings_csv(row_, text_);
  if (Status added = csv_.add(text_); !added) return added;
  const std::string line = (any_ ? ",\n" : "\n") + json_of(finding, since_last);
  any_ = true;
  return lines_.add(line);
}

Status FindingsFiles::finish(const AuditRun& run, const std::string& snapshot_path) {
  if (Status done = csv_.finish(); !done) return done;
  if (Status added = json_.add(json_head(run, snapshot_path)); !added) return added;
  if (Status added = json_.add_all_of(lines_); !added) return added;
  if (Status added = json_.add(k_json_foot); !added) return added;
  return json_.finish();
}

}  // namespace tidemark::report
