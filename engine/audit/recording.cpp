#include "audit/recording.hpp"

#include <algorithm>
#include <map>

#include "audit/finding_pass.hpp"
#include "audit/findings_csv.hpp"
#include "audit/leaving.hpp"
#include "audit/life_of_run.hpp"
#include "audit/stored_rules.hpp"
#include "audit/totals.hpp"
#include "casework/corrected.hpp"
#include "store/exception_table.hpp"
#include "store/purge.hpp"

namespace tidemark {

Recording::Recording(const AuditRequest& request, const Store& store, AuditRun& run,
                     std::unique_ptr<RunWriter> writer)
    : request_(request), store_(store), run_(run), writer_(std::move(writer)) {}

Result<std::unique_ptr<Recording>> Recording::begin(const AuditRequest& request, const Store& store,
                                                    AuditRun& run) {
  auto writer = RunWriter::begin(store);
  if (!writer) return writer.error();
  auto recording = std::make_unique<Recording>(request, store, run, std::move(writer).value());
  if (const Status looked = recording->look_back(); !looked) return looked.error();
  return recording;
}

Status Recording::look_back() {
  auto runs = store_.runs();
  if (!runs) return runs.error();
  const auto purged = purged_runs(store_);
  if (!purged) return purged.error();
  run_.record.as_at = iso(run_.as_at);
  run_.record.engine = request_.engine_version;
  run_.record.number = writer_->number();
  run_.moved_lives = moves_lives(runs.value(), run_.record);
  // A run for an earlier day, made in between, moved no life and says nothing of what was known.
  std::vector<RunRecord> before =
      run_.moved_lives ? runs_that_moved_lives(runs.value()) : std::move(runs).value();
  for (const RunRecord& run : before) moving_runs_.push_back(run.number);
  // A run whose rows are gone would make everything that stands look new.
  std::erase_if(before, [&](const RunRecord& run) {
    return std::binary_search(purged.value().begin(), purged.value().end(), run.number);
  });
  run_.compared_with = run_before(before, run_.record);
  auto stood = StoodBefore::in(store_, run_.compared_with);
  if (!stood) return stood.error();
  stood_ = std::move(stood).value();
  auto lives = ExceptionTable(store_).lives();
  if (!lives) return lives.error();
  lives_ = std::move(lives).value();
  if (run_.moved_lives) stood_.take_lives(lives_);
  return Done{};
}

Status Recording::write_findings() {
  Status written = each_finding(*run_.rulebook, *run_.snapshot, run_.as_at, run_.judgements.listed,
                                request_.threads,
                                [this](Finding&& finding) { return take(std::move(finding)); });
  if (!written) return written;
  run_.record.findings = digest_.hex();
  run_.coming = coming_findings(*run_.rulebook, *run_.snapshot, run_.as_at, run_.judgements.coming,
                                run_.findings, request_.threads);
  run_.since_last = compare_with(stood_, *run_.rulebook, *run_.snapshot, run_.findings);
  return Done{};
}

Status Recording::take(Finding&& finding) {
  fill_row(finding, row_);
  digest_.add(row_);
  fill_evidence(finding, row_);
  if (Status added = writer_->add(row_); !added) return added;
  if (request_.take_finding) {
    if (Status taken = request_.take_finding(finding, stood_.change_of(finding)); !taken) {
      return taken;
    }
  }
  if (is_held(finding)) run_.findings.push_back(std::move(finding));
  return Done{};
}

bool Recording::is_held(const Finding& finding) {
  if (finding.judgement.verdict != Verdict::cannot_decide) return true;
  const bool own = run_.undecided.take(finding);
  return own || stood_.watches(finding.rule, finding.child);
}

Status Recording::finish(std::vector<KeptFile> snapshot, std::vector<KeptFile> rule_set,
                         const FoundFiles& found) {
  NewRun made;
  made.made_at = request_.made_at;
  made.as_at = run_.record.as_at;
  made.calendar = run_.record.calendar;
  made.engine = run_.record.engine;
  made.snapshot = std::move(snapshot);
  made.rule_set = std::move(rule_set);
  made.findings = run_.record.findings;
  made.totals = totals_of(*run_.rulebook, run_.judgements.counts);
  made.source = request_.snapshot_path;
  made.children = run_.snapshot->children.size();
  FormerRuns former(store_, run_, found, request_.threads);
  if (run_.compared_with) say_also(former.warning(run_.compared_with->number), run_.coverage);
  auto written = events(former);
  if (!written) return written.error();
  made.events = std::move(written).value();
  tell_as_written(made.events, run_.since_last);
  count_exempted(made.events);
  made.before_commit = [this](const RunRecord& record) -> Status {
    run_.record = record;
    return request_.before_commit ? request_.before_commit(store_, run_) : Status(Done{});
  };
  const auto record = writer_->finish(std::move(made));
  return record ? Status(Done{}) : record.error();
}

// As the lives are once the run has lapsed and ended what it had to.
void Recording::count_exempted(const std::vector<NewEvents>& events) {
  std::map<std::int64_t, const NewEvents*> moved;
  for (const NewEvents& of_one : events) moved.emplace(of_one.number, &of_one);
  for (const ExceptionLife& life : lives_) {
    const auto found = moved.find(life.number);
    if (found == moved.end()) {
      count_exempted(life);
      continue;
    }
    std::vector<Event> history = life.history;
    const std::vector<Event>& more = found->second->events;
    history.insert(history.end(), more.begin(), more.end());
    count_exempted(life_of({life.rule, life.child, life.occasion}, std::move(history)));
  }
}

void Recording::count_exempted(const ExceptionLife& life) {
  if (life.is_parked || exemption_on(life, run_.as_at) == nullptr) return;
  const bool is_breach = life.facts.verdict == name_of(Verdict::breach);
  ++(is_breach ? run_.exempted_breaches : run_.exempted_explained);
}

Result<std::vector<NewEvents>> Recording::events(FormerRuns& former) {
  if (!run_.moved_lives) return std::vector<NewEvents>{};
  const auto delegation = delegation_of(run_.rulebook->files);
  if (!delegation) return delegation.error();
  const std::int64_t latest = run_.compared_with ? run_.compared_with->number : 0;
  const auto last_judged = [&](const ExceptionLife& life) {
    return run_last_judged(life, moving_runs_, latest);
  };
  std::vector<StandingException> standing = standing_of(*run_.rulebook, run_.findings);
  mark_lost(lives_, standing, [&](const ExceptionLife& life) {
    return !former.lost_facts(run_facts_held(life, moving_runs_, latest), life).empty();
  });
  Leaving leaving(
      *run_.rulebook, *run_.snapshot, run_.as_at,
      {[&](const ExceptionLife& life) { return former.rules(last_judged(life)); },
       [&](const ExceptionLife& life) { return former.causes(last_judged(life), life); },
       [&](const ExceptionLife& life) { return former.lost(last_judged(life), life); }});
  std::vector<NewEvents> events = observe(
      lives_, standing, [&](const ExceptionLife& life) { return leaving.of(life); },
      {run_.as_at, run_.record.number, request_.made_at}, delegation.value());
  const auto next = writer_->next_exception();
  if (!next) return next.error();
  tie_corrections(events, lives_, next.value(),
                  [&](const ExceptionLife& ended, const std::string& occasion) {
                    return former.saw(last_judged(ended), {ended.rule, ended.child, occasion});
                  });
  return events;
}

}  // namespace tidemark
