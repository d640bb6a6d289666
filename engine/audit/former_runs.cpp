#include "audit/former_runs.hpp"

#include <algorithm>

#include "audit/own_lists.hpp"
#include "audit/stored_rules.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_few_rows = 20;  // so many may go from one month to the next

// Where both runs read the same sources; their tables stand in the same order.
std::string cut_off_lists(const Snapshot& before, const Snapshot& now, const Sources& sources) {
  std::string words;
  const std::size_t tables = std::min(before.tables.size(), now.tables.size());
  for (std::size_t t = 0; t < std::min(tables, sources.tables.size()); ++t) {
    const std::size_t had = before.tables[t].rows(), has = now.tables[t].rows();
    if (had < has + k_few_rows || has * 5 >= had * 4) continue;
    words += (words.empty() ? "" : "; ") + sources.tables[t].name + " has " + std::to_string(has) +
             " rows and had " + std::to_string(had);
  }
  return words.empty() ? words : words + ": was the export cut off?";
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
  if (!one.movements) {
    auto inputs = stored_inputs(store_, run, threads_);
    if (!inputs) return {};
    one.inputs = std::make_unique<StoredInputs>(std::move(inputs).value());
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

std::string FormerRuns::cut_off(std::int64_t run) {
  Former& one = former(run);
  if (!one.inputs) return "";
  if (!one.cut_off) {
    one.cut_off = cut_off_lists(*one.inputs->snapshot, *now_.snapshot, now_.rulebook->sources);
  }
  return *one.cut_off;
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

}  // namespace tidemark
