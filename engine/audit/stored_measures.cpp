#include "audit/stored_measures.hpp"

#include "audit/stored_rules.hpp"
#include "snapshot/held_files.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

Result<std::unique_ptr<const Rulebook>> measures_kept(const Store& store, const RunRecord& run) {
  const std::string whose = "the rules of run " + std::to_string(run.number);
  auto files = stored_rule_files(store, run.rule_set, whose);
  if (!files) return files.error();
  auto rulebook = load_rulebook(std::move(files).value(), whose, FileKind::measure);
  if (!rulebook) return rulebook.error();
  auto held = std::make_unique<Rulebook>(std::move(rulebook).value());
  mark_wanted(held->sources, held->model, wanted_fields(*held));
  return std::unique_ptr<const Rulebook>(std::move(held));
}

}  // namespace

Result<MeasureRun> measures_of_run(const Store& store, const StoredMeasureRequest& request) {
  const auto record = run_numbered(store, request.run);
  if (!record) return record.error();
  const auto facts = run_facts(store, request.run);
  if (!facts) return facts.error();
  MeasureRun run;
  run.is_internal = request.is_internal;
  auto rulebook = measures_kept(store, record.value());
  if (!rulebook) return rulebook.error();
  run.rulebook = std::move(rulebook).value();
  HeldFiles held;
  const Status kept = each_stored_file(
      store, record.value().snapshot, "the snapshot of run " + std::to_string(request.run),
      [&](const std::string& path, const std::string& bytes) { return held.add(path, bytes); });
  if (!kept) return kept.error();
  LoadOptions options;
  options.threads = request.threads;
  run.snapshot_path = facts.value().source;
  run.snapshot_digest = record.value().snapshot;
  // The record says nothing of any day after the one that it was audited as at.
  run.made_on = parse_iso(record.value().as_at);
  if (!run.made_on) {
    return Error{ErrorKind::store, "run " + std::to_string(request.run) + " has the as-at day \"" +
                                       record.value().as_at + "\", which is no date"};
  }
  auto snapshot = load_snapshot(held.found(run.snapshot_path), run.rulebook->sources, options);
  if (!snapshot) return snapshot.error();
  run.snapshot = std::make_unique<const Snapshot>(std::move(snapshot).value());
  MeasureRequest asked;
  asked.periods = request.periods;
  asked.is_internal = request.is_internal;
  asked.threads = request.threads;
  auto chosen = chosen_measures(*run.rulebook, {});
  if (!chosen) return chosen.error();
  work_out(asked, std::move(chosen).value(), run);
  return run;
}

}  // namespace tidemark
