#include "audit/former_runs.hpp"

#include "audit/stored_rules.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

const FormerRules* FormerRuns::rules(std::int64_t run) {
  Former& one = former(run);
  if (!one.rules_asked) {
    one.rules_asked = true;
    const auto record = run_numbered(store_, run);
    if (record) one.rules = read_rules(record.value());
  }
  return one.rules ? &*one.rules : nullptr;
}

std::vector<Cause> FormerRuns::causes(std::int64_t run, const ExceptionLife& life) {
  Former& one = former(run);
  if (!one.movements) {
    auto inputs = stored_inputs(store_, run, threads_);
    if (!inputs) return {};
    one.inputs = std::move(inputs).value();
    const Situation then{one.inputs->rulebook.get(),
                         one.inputs->snapshot.get(),
                         one.inputs->as_at,
                         one.inputs->record.snapshot,
                         {}};
    const Situation now{now_.rulebook.get(), now_.snapshot.get(), now_.as_at, now_.record.snapshot,
                        [this](const Rulebook& rulebook) { return read_for(rulebook); }};
    one.movements = std::make_unique<Movements>(then, now, threads_);
  }
  auto moved = one.movements->of(life.rule, life.child, life.occasion);
  return moved ? std::move(moved.value().causes) : std::vector<Cause>{};
}

FormerRuns::Former& FormerRuns::former(std::int64_t run) {
  return runs_[run];
}

Result<std::unique_ptr<const Snapshot>> FormerRuns::read_for(const Rulebook& rulebook) const {
  LoadOptions options;
  options.threads = threads_;
  auto snapshot = load_snapshot(found_, rulebook.sources, options);
  if (!snapshot) return snapshot.error();
  return std::make_unique<const Snapshot>(std::move(snapshot).value());
}

std::optional<FormerRules> FormerRuns::read_rules(const RunRecord& run) const {
  if (run.rule_set == now_.record.rule_set) return std::nullopt;
  auto rulebook =
      stored_rulebook(store_, run.rule_set, "the rules of run " + std::to_string(run.number));
  if (!rulebook) return std::nullopt;
  FormerRules former;
  former.rulebook = std::make_unique<const Rulebook>(std::move(rulebook).value());
  auto snapshot = read_for(*former.rulebook);
  if (!snapshot) return std::nullopt;
  former.snapshot = std::move(snapshot).value();
  return former;
}

std::int64_t run_last_judged(const ExceptionLife& life, std::int64_t latest) {
  if (!life.is_parked) return latest;
  std::int64_t parked_in = 0;
  for (auto event = life.history.rbegin(); event != life.history.rend(); ++event) {
    if (event->run == 0) continue;
    const bool is_parking = event->kind == EventKind::parked;
    const bool goes_on =
        event->kind == EventKind::exemption_expired || event->kind == EventKind::escalated;
    if (is_parking) parked_in = event->run;
    if (!is_parking && !goes_on) break;
  }
  return parked_in > 1 ? parked_in - 1 : latest;
}

}  // namespace tidemark
