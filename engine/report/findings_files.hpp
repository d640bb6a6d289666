// FindingsFiles: findings.csv and findings.json, written as the findings come so that millions of
// them need no memory. Both are there, whole, after finish(). One thread.
#pragma once

#include <string>

#include "audit/run.hpp"
#include "base/growing_file.hpp"
#include "base/result.hpp"

namespace tidemark::report {

class FindingsFiles {
 public:
  [[nodiscard]] static Result<FindingsFiles> begin(const std::string& folder);

  // In the order of findings.csv.
  [[nodiscard]] Status take(const Finding& finding, Change since_last);
  [[nodiscard]] Status finish(const AuditRun& run, const std::string& snapshot_path);

 private:
  FindingsFiles(GrowingFile csv, GrowingFile json, GrowingFile lines)
      : csv_(std::move(csv)), json_(std::move(json)), lines_(std::move(lines)) {}

  GrowingFile csv_, json_;
  GrowingFile lines_;  // of the JSON: its head names the run, which is known last
  FindingRow row_;
  std::string text_;
  bool any_ = false;
};

}  // namespace tidemark::report
