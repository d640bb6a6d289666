#include "audit/former_runs.hpp"

#include <algorithm>

#include "audit/findings_csv.hpp"
#include "audit/own_lists.hpp"
#include "audit/restored.hpp"
#include "audit/stored_rules.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

bool stands(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::explained;
}

// Tidemark's own list of exemptions or actions has no row any more: nothing that was not supplied.
void forgive_own_lists(const Snapshot& before, const Snapshot& now, std::vector<Cause>& causes) {
  const auto own = [](const Snapshot& snapshot) {
    return std::count_if(snapshot.files.begin(), snapshot.files.end(),
                         [](const SourceFile& file) { return speaks_of_own_lists(file.path); });
  };
  if (own(before) <= own(now)) return;
  for (Cause& cause : causes) {
    if (cause.cause == MoveCause::table_went) cause.cause = MoveCause::record_changed;
  }
}

}  // namespace

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
  if (inputs(run) == nullptr) return {};
  if (!one.movements) {
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
  if (!moved) return {};
  forgive_own_lists(*one.inputs->snapshot, *now_.snapshot, moved.value().causes);
  return std::move(moved.value().causes);
}

bool FormerRuns::saw(std::int64_t run, const ExceptionKey& key) {
  const Former& one = former(run);
  if (!one.inputs) return false;
  const Snapshot& then = *one.inputs->snapshot;
  const std::uint32_t child = then.children.find(key.child);
  if (child == ChildIndex::k_none) return false;
  const std::vector<Finding> judged =
      judged_of(*one.inputs->rulebook, then, one.inputs->as_at, std::string(key.rule), child);
  return of_occasion(judged, std::string(key.occasion)) != nullptr;
}

const StoredInputs* FormerRuns::inputs(std::int64_t run) {
  Former& one = former(run);
  if (!one.inputs_asked) {
    one.inputs_asked = true;
    if (auto read = stored_inputs(store_, run, threads_)) {
      one.inputs = std::make_unique<StoredInputs>(std::move(read).value());
    }
  }
  return one.inputs.get();
}

const std::vector<LostSupply>& FormerRuns::lost_since_run(std::int64_t run) {
  Former& one = former(run);
  if (!one.lost) {
    one.lost.emplace();
    const auto record = run_numbered(store_, run);
    const bool differs = record && record.value().snapshot != now_.record.snapshot;
    if (const StoredInputs* then = differs ? inputs(run) : nullptr) {
      one.lost =
          lost_since({then->snapshot.get(), &then->rulebook->sources, then->as_at}, supplied_now());
    }
  }
  return *one.lost;
}

// Does the rule read what the list fills?
bool FormerRuns::feeds(const LostSupply& lost, const std::string& rule) const {
  const Sources& sources = now_.rulebook->sources;
  for (const Rule& one : now_.rulebook->rules) {
    if (one.id != rule) continue;
    const FieldsRead read = fields_read(*now_.rulebook, one);
    for (std::size_t s = 0; s < sources.tables.size(); ++s) {
      const SourceTable& table = sources.tables[s];
      if (static_cast<int>(s) != lost.table_now && table.through.table != lost.table_now) continue;
      if (std::any_of(table.feeds.begin(), table.feeds.end(),
                      [&](const Feed& feed) { return read.contains(feed.case_table); })) {
        return true;
      }
    }
  }
  return false;
}

std::string FormerRuns::lost_by(std::int64_t run, const ExceptionLife& life) {
  std::string words;
  for (const LostSupply& lost : lost_since_run(run)) {
    const StoredInputs& then = *inputs(run);
    if (!feeds(lost, life.rule) ||
        !is_missed_by(life.child, lost, {then.snapshot.get(), &then.rulebook->sources, then.as_at},
                      supplied_now())) {
      continue;
    }
    words += (words.empty() ? "" : "; ") + lost.words;
  }
  return words;
}

ChildJudge* FormerRuns::judging_restored(std::int64_t run) {
  Former& one = former(run);
  if (!one.restored_asked) {
    one.restored_asked = true;
    auto read =
        restored({&store_, inputs(run), now_.snapshot.get(), &found_, &now_.rulebook->sources},
                 lost_since_run(run), threads_);
    if (read) {
      one.restored = std::move(read).value();
      one.judging = std::make_unique<ChildJudge>(*now_.rulebook, *one.restored, now_.as_at);
    }
  }
  return one.judging.get();
}

std::string FormerRuns::lost(std::int64_t run, const ExceptionLife& life) {
  std::string words = lost_by(run, life);
  if (words.empty()) return words;
  ChildJudge* judging = judging_restored(run);
  if (judging == nullptr) return words;  // nobody can say, so nothing is over
  for (const Finding& finding : judging->findings(life.child, life.rule)) {
    if (finding.occasion == life.occasion && stands(finding.judgement.verdict)) return words;
  }
  return "";
}

std::string FormerRuns::lost_facts(std::int64_t run, const ExceptionLife& life) {
  std::string words = lost_by(run, life);
  if (words.empty()) return words;
  ChildJudge* judging = judging_restored(run);
  if (judging == nullptr) return words;
  FindingRow row;
  for (const Finding& finding : judging->findings(life.child, life.rule)) {
    if (finding.occasion != life.occasion || !stands(finding.judgement.verdict)) continue;
    fill_row(finding, row);
    const StandingFacts facts{row.verdict, row.clock, row.due, row.reason};
    if (facts == facts_when_exempted(life)) return words;
  }
  return "";
}

std::string FormerRuns::warning(std::int64_t run) {
  return warning_of(lost_since_run(run), run);
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

std::int64_t run_last_judged(const ExceptionLife& life,
                             const std::vector<std::int64_t>& moving_runs, std::int64_t latest) {
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
  const auto parking = std::lower_bound(moving_runs.begin(), moving_runs.end(), parked_in);
  return parked_in == 0 || parking == moving_runs.begin() ? latest : *std::prev(parking);
}

std::int64_t run_facts_held(const ExceptionLife& life, const std::vector<std::int64_t>& moving_runs,
                            std::int64_t latest) {
  for (const Event& event : life.history) {
    const bool moved = event.kind == EventKind::changed || event.kind == EventKind::returned;
    if (!moved || event.run == 0 || event.number < life.exemptions.back().event) continue;
    const auto in = std::lower_bound(moving_runs.begin(), moving_runs.end(), event.run);
    return in == moving_runs.begin() ? latest : *std::prev(in);
  }
  return latest;
}

}  // namespace tidemark
