// An audit from end to end: read the rules and the snapshot, judge, compare with the run before,
// record. Reads no clock: the day asked about and the moment of making come from the caller.
// An AuditRun owns everything that its findings point into; immutable once returned.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/coverage.hpp"
#include "audit/undecided.hpp"
#include "base/result.hpp"
#include "casework/compare_runs.hpp"
#include "evaluate/judge.hpp"
#include "store/run_record.hpp"

namespace tidemark {

class Store;
struct AuditRun;

struct AuditRequest {
  std::string snapshot_path;
  std::string rules_folder;
  std::string store_path;  // ":memory:" keeps nothing
  Day as_at = 0;
  std::optional<Day> panel_date;
  int threads = 1;
  std::string made_at;  // "2021-10-01T09:30:00Z"; kept with the run, no part of its findings
  std::string engine_version;
  // Given every finding in the order of findings.csv, with what became of it since the run before,
  // as it is written; may be empty. A failure ends the run, and nothing of it is recorded.
  std::function<Status(const Finding&, Change)> take_finding;
  // Given the store and the whole run when all of it is written and nothing is committed; may be
  // empty. What it writes to the store is committed with the run. A failure ends the run, and
  // nothing of it is recorded.
  std::function<Status(const Store&, const AuditRun&)> before_commit;
  // Stage ("reading the files", "judging", ...), done and total (0: not known); may be empty.
  std::function<void(std::string_view, std::uint64_t, std::uint64_t)> progress;
};

struct AuditRun {
  std::unique_ptr<const Rulebook> rulebook;  // its `problems`: rules that did not load
  std::unique_ptr<const Snapshot> snapshot;
  Day as_at = 0;
  std::optional<Day> panel_date;

  Judgements judgements;  // with the counts, by rule of the rulebook
  // All but not_applicable and on_track, by rule, child, occasion; of what cannot be decided only
  // those that `undecided` holds, and those that stood in the run before.
  std::vector<Finding> findings;
  UndecidedTally undecided;
  // Due on or before the panel date though on track, and everything due soon; by due date.
  std::vector<Finding> coming;

  RunRecord record;  // number, digests, seal
  Coverage coverage;

  // The run that this one is compared with: the latest before it in the store that looked at the
  // same day or an earlier one and was not a repeat of this one. Nothing for the first run: then
  // every standing exception counts as new and the report should say that there was no run before.
  std::optional<RunRecord> compared_with;
  RunComparison since_last;  // changes: parallel to findings
  // How many of those that stand are exempted on the as-at day: a decision, no verdict. They are in
  // the counts of their verdicts.
  std::uint64_t exempted_breaches = 0, exempted_explained = 0;
  bool moved_lives = false;  // else it looked at an earlier day than a run before it
};

// Refused with ErrorKind::input (the snapshot), rules (the rulebook as a whole) or store.
[[nodiscard]] Result<AuditRun> run_audit(const AuditRequest& request);

}  // namespace tidemark
