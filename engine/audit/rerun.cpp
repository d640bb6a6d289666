#include "audit/rerun.hpp"

#include <algorithm>

#include "audit/finding_pass.hpp"
#include "audit/findings_csv.hpp"
#include "audit/findings_digest.hpp"
#include "audit/life_of_run.hpp"
#include "audit/lost_supply.hpp"
#include "audit/since_last.hpp"
#include "audit/stored_rules.hpp"
#include "snapshot/held_files.hpp"
#include "snapshot/load.hpp"
#include "store/purge.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

using Progress = std::function<void(std::string_view, std::uint64_t, std::uint64_t)>;

std::string name_of(const RunRecord& record) {
  return "run " + std::to_string(record.number);
}

Status refuse_purged(const RunRecord& record, const RunFacts& facts) {
  if (!facts.purged_at) return Done{};
  return Error{ErrorKind::store, "the rows of " + name_of(record) + " were purged on " +
                                     facts.purged_at->substr(0, 10) +
                                     ", with the files that it rested on; its totals remain"};
}

// The run that a run was compared with when it was made, as far as its rows are there still.
Result<std::optional<RunRecord>> looked_back_to(const Store& store, const RunRecord& record) {
  auto before = store.runs();
  if (!before) return before.error();
  const auto purged = purged_runs(store);
  if (!purged) return purged.error();
  std::erase_if(before.value(), [&](const RunRecord& one) { return one.number >= record.number; });
  if (moves_lives(before.value(), record)) before = runs_that_moved_lives(before.value());
  std::erase_if(before.value(), [&](const RunRecord& one) {
    return std::binary_search(purged.value().begin(), purged.value().end(), one.number);
  });
  return run_before(before.value(), record);
}

// What had gone missing is said as the run said it.
Status say_what_was_lost(const Store& store, int threads, AuditRun& run) {
  const auto before = looked_back_to(store, run.record);
  if (!before) return before.error();
  const std::optional<RunRecord>& record = before.value();
  if (!record || record->snapshot == run.record.snapshot) return Done{};
  const auto then = stored_inputs(store, record->number, threads);
  if (!then) return then.error();
  const auto lost =
      lost_since({then.value().snapshot.get(), &then.value().rulebook->sources, then.value().as_at},
                 {run.snapshot.get(), &run.rulebook->sources, run.as_at});
  say_also(warning_of(lost, then.value().record.number), run.coverage);
  return Done{};
}

// The digest over all findings; those are held that a run holds.
Status judge_again(const RerunOptions& options, AuditRun& run) {
  JudgeOptions judging;
  judging.threads = options.threads;
  judging.list_due_by = options.panel_date.value_or(k_earliest);
  run.judgements = judge(*run.rulebook, *run.snapshot, run.as_at, judging);
  FindingsDigest digest;
  FindingRow row;
  const auto take = [&](Finding&& finding) -> Status {
    fill_row(finding, row);
    digest.add(row);
    const bool held =
        finding.judgement.verdict != Verdict::cannot_decide || run.undecided.take(finding);
    if (held) run.findings.push_back(std::move(finding));
    return Done{};
  };
  Status done = each_finding(*run.rulebook, *run.snapshot, run.as_at, run.judgements.listed,
                             options.threads, take);
  if (!done) return done;
  run.coming = coming_findings(*run.rulebook, *run.snapshot, run.as_at, run.judgements.coming,
                               run.findings, options.threads);
  run.record.findings = digest.hex();
  run.record.finding_count = digest.count();
  return Done{};
}

}  // namespace

Result<std::unique_ptr<const Snapshot>> stored_snapshot(const Store& store, const RunRecord& record,
                                                        const Rulebook& rulebook, int threads) {
  const auto facts = run_facts(store, record.number);
  if (!facts) return facts.error();
  if (const Status there = refuse_purged(record, facts.value()); !there) return there.error();
  HeldFiles held;
  const Status kept = each_stored_file(
      store, record.snapshot, "the snapshot of " + name_of(record),
      [&](const std::string& path, const std::string& bytes) { return held.add(path, bytes); });
  if (!kept) return kept.error();
  LoadOptions options;
  options.threads = threads;
  // A collection year may have been told by the folder's own name.
  const std::string name = facts.value().source.empty() ? name_of(record) : facts.value().source;
  auto snapshot = load_snapshot(held.found(name), rulebook.sources, options);
  if (!snapshot) return snapshot.error();
  return std::unique_ptr<const Snapshot>(std::make_unique<Snapshot>(std::move(snapshot).value()));
}

Result<StoredInputs> stored_inputs(const Store& store, std::int64_t number, int threads) {
  StoredInputs inputs;
  auto record = run_numbered(store, number);
  if (!record) return record.error();
  inputs.record = std::move(record).value();
  const auto facts = run_facts(store, number);
  if (!facts) return facts.error();
  if (const Status there = refuse_purged(inputs.record, facts.value()); !there) {
    return there.error();
  }
  const auto as_at = parse_iso(inputs.record.as_at);
  if (!as_at) {
    return Error{ErrorKind::store, name_of(inputs.record) + " has been altered: its as-at day \"" +
                                       inputs.record.as_at + "\" is not a date"};
  }
  inputs.as_at = *as_at;
  auto rulebook =
      stored_rulebook(store, inputs.record.rule_set, "the rules of " + name_of(inputs.record));
  if (!rulebook) return rulebook.error();
  inputs.rulebook = std::make_unique<const Rulebook>(std::move(rulebook).value());
  auto snapshot = stored_snapshot(store, inputs.record, *inputs.rulebook, threads);
  if (!snapshot) return snapshot.error();
  inputs.snapshot = std::move(snapshot).value();
  return inputs;
}

Result<AuditRun> rerun(const Store& store, std::int64_t number, const RerunOptions& options) {
  const auto say = [&](std::string_view stage) {
    if (options.progress) options.progress(stage, 0, 0);
  };
  say("reading the stored files");
  auto inputs = stored_inputs(store, number, options.threads);
  if (!inputs) return inputs.error();
  AuditRun run;
  run.record = std::move(inputs.value().record);
  run.rulebook = std::move(inputs.value().rulebook);
  run.snapshot = std::move(inputs.value().snapshot);
  run.as_at = inputs.value().as_at;
  run.panel_date = options.panel_date;
  run.coverage = coverage_of(*run.snapshot, run.as_at);
  if (const Status said = say_what_was_lost(store, options.threads, run); !said) {
    return said.error();
  }
  say("judging");
  if (const Status judged = judge_again(options, run); !judged) return judged.error();
  return run;
}

}  // namespace tidemark
