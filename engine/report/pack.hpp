// Pack: an audit run as the report's sections see it, with its findings by rule and verdict in
// reading order. Points into the run, which must outlive it; any thread may read it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "audit/run.hpp"

namespace tidemark::report {

// Child-by-child tables on paper end here; findings.csv always holds every row.
constexpr std::size_t k_rows_shown = 100;

class Pack {
 public:
  Pack(const AuditRun& run, std::string snapshot_path);

  [[nodiscard]] const AuditRun& run() const { return run_; }
  [[nodiscard]] const Rulebook& rulebook() const { return *run_.rulebook; }
  [[nodiscard]] const std::string& snapshot_path() const { return snapshot_path_; }
  [[nodiscard]] const Rule& rule_of(const Finding& finding) const;

  // Rules in the order of the report: those on trial last, most severe first, then by id.
  [[nodiscard]] const std::vector<std::size_t>& rules() const { return rules_; }
  // Findings of a rule with this verdict, the most days over first.
  [[nodiscard]] const std::vector<std::size_t>& of(std::size_t rule, Verdict verdict) const;
  [[nodiscard]] const Finding& finding(std::size_t index) const { return run_.findings[index]; }
  // "new", "continuing", "changed"; for a first run everything that stands is new.
  [[nodiscard]] std::string change_of(std::size_t index) const;

  [[nodiscard]] Counts totals() const;       // over all rules
  [[nodiscard]] Counts live_totals() const;  // without those on trial
  [[nodiscard]] std::uint64_t rules_not_loaded() const;

 private:
  const AuditRun& run_;
  std::string snapshot_path_;
  std::vector<std::size_t> rules_;
  std::vector<std::vector<std::size_t>> listed_;  // rule * verdicts + verdict
};

// The rule's title, with the days between which this version is the law where there are several.
[[nodiscard]] std::string title_of(const Rule& rule);

}  // namespace tidemark::report
