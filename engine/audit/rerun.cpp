#include "audit/rerun.hpp"

#include <algorithm>
#include <tuple>

#include "audit/findings_csv.hpp"
#include "audit/since_last.hpp"
#include "snapshot/held_files.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

using Progress = std::function<void(std::string_view, std::uint64_t, std::uint64_t)>;

std::string name_of(const RunRecord& record) {
  return "run " + std::to_string(record.number);
}

// The files of a snapshot or of a rule set, each given to `take` with its bytes.
Status each_file(const Store& store, const std::string& set_digest, const std::string& whose,
                 const std::function<Status(const std::string&, std::string)>& take) {
  auto files = store.files(set_digest);
  if (!files) return files.error();
  if (files.value().empty() || digest_of(files.value()) != set_digest) {
    return Error{ErrorKind::store, "the list of the files of " + whose +
                                       " in the store has been altered: it does not give its "
                                       "digest"};
  }
  for (const KeptFile& file : files.value()) {
    auto bytes = store.content(file.digest);
    if (!bytes) {
      return Error{ErrorKind::store, file.path + " of " + whose + ": " + bytes.error().message};
    }
    if (const Status taken = take(file.path, std::move(bytes).value()); !taken) return taken;
  }
  return Done{};
}

Status read_rulebook(const Store& store, StoredInputs& inputs) {
  const std::string whose = "the rules of " + name_of(inputs.record);
  std::vector<RuleFile> files;
  const Status read = each_file(store, inputs.record.rule_set, whose,
                                [&](const std::string& path, std::string text) -> Status {
                                  files.push_back({path, std::move(text)});
                                  return Done{};
                                });
  if (!read) return read;
  auto rulebook = load_rulebook(std::move(files), whose);
  if (!rulebook) return rulebook.error();
  auto held = std::make_unique<Rulebook>(std::move(rulebook).value());
  mark_wanted(held->sources, held->model, wanted_fields(*held));
  inputs.rulebook = std::move(held);
  return Done{};
}

Result<RunRecord> record_not_purged(const Store& store, std::int64_t number, RunFacts& facts) {
  auto record = run_numbered(store, number);
  if (!record) return record;
  auto known = run_facts(store, number);
  if (!known) return known.error();
  facts = std::move(known).value();
  if (!facts.purged_at) return record;
  return Error{ErrorKind::store, "the rows of run " + std::to_string(number) + " were purged on " +
                                     facts.purged_at->substr(0, 10) +
                                     ", with the files that it rested on; its totals remain"};
}

auto key_of(const Finding& f) {
  return std::tie(f.rule, f.child, f.occasion);
}

std::vector<Finding> coming_of(const AuditRun& run, int threads) {
  std::vector<Finding> coming =
      narrate(*run.rulebook, *run.snapshot, run.as_at, run.judgements.coming, threads);
  for (const Finding& finding : run.findings) {
    if (finding.judgement.verdict == Verdict::due_soon) coming.push_back(finding);
  }
  std::stable_sort(coming.begin(), coming.end(), [](const Finding& a, const Finding& b) {
    const Date &due_a = a.judgement.due, &due_b = b.judgement.due;
    return std::tuple(due_a.lo, due_a.hi, key_of(a)) < std::tuple(due_b.lo, due_b.hi, key_of(b));
  });
  return coming;
}

void judge_again(const RerunOptions& options, AuditRun& run) {
  JudgeOptions judging;
  judging.threads = options.threads;
  judging.list_due_by = options.panel_date.value_or(k_earliest);
  run.judgements = judge(*run.rulebook, *run.snapshot, run.as_at, judging);
  run.findings =
      narrate(*run.rulebook, *run.snapshot, run.as_at, run.judgements.listed, options.threads);
  std::stable_sort(run.findings.begin(), run.findings.end(),
                   [&](const Finding& a, const Finding& b) { return key_of(a) < key_of(b); });
  run.coming = coming_of(run, options.threads);
  run.record.findings = digest_of(run.findings);
  run.record.finding_count = run.findings.size();
}

}  // namespace

Result<StoredInputs> stored_inputs(const Store& store, std::int64_t number, int threads) {
  StoredInputs inputs;
  RunFacts facts;
  auto record = record_not_purged(store, number, facts);
  if (!record) return record.error();
  inputs.record = std::move(record).value();
  const auto as_at = parse_iso(inputs.record.as_at);
  if (!as_at) {
    return Error{ErrorKind::store, name_of(inputs.record) + " has been altered: its as-at day \"" +
                                       inputs.record.as_at + "\" is not a date"};
  }
  inputs.as_at = *as_at;
  if (const Status read = read_rulebook(store, inputs); !read) return read.error();
  HeldFiles held;
  const Status kept = each_file(
      store, inputs.record.snapshot, "the snapshot of " + name_of(inputs.record),
      [&](const std::string& path, const std::string& bytes) { return held.add(path, bytes); });
  if (!kept) return kept.error();
  LoadOptions options;
  options.threads = threads;
  // A collection year may have been told by the folder's own name.
  const std::string name = facts.source.empty() ? name_of(inputs.record) : facts.source;
  auto snapshot = load_snapshot(held.found(name), inputs.rulebook->sources, options);
  if (!snapshot) return snapshot.error();
  inputs.snapshot = std::make_unique<const Snapshot>(std::move(snapshot).value());
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
  say("judging");
  judge_again(options, run);
  return run;
}

}  // namespace tidemark
