#include "audit/since_last.hpp"

#include <algorithm>

#include "audit/findings_csv.hpp"

namespace tidemark {

namespace {

bool is_repeat(const RunRecord& a, const RunRecord& b) {
  return a.as_at == b.as_at && a.snapshot == b.snapshot && a.rule_set == b.rule_set &&
         a.calendar == b.calendar && a.engine == b.engine;
}

Seen seen_as(Verdict verdict) {
  switch (verdict) {
    case Verdict::breach:
    case Verdict::explained:
      return Seen::standing;
    case Verdict::met_late:
      return Seen::met_late;
    case Verdict::cannot_decide:
      return Seen::undecided;
    case Verdict::error:
      return Seen::failed;
    case Verdict::not_applicable:
    case Verdict::on_track:
    case Verdict::due_soon:
      return Seen::other;
  }
  return Seen::other;
}

// Days over are left out: they grow by themselves and are no news.
std::string facts_of(const FindingRow& row) {
  return row.verdict + '\n' + row.clock + '\n' + row.due + '\n' + row.reason;
}

std::vector<Sighting> sightings_of(const std::vector<Finding>& findings) {
  std::vector<Sighting> sightings;
  sightings.reserve(findings.size());
  FindingRow row;
  for (const Finding& finding : findings) {
    const ExceptionKey key{finding.rule, finding.child, finding.occasion};
    const Seen seen = seen_as(finding.judgement.verdict);
    std::string facts;
    if (seen == Seen::standing) {
      fill_row(finding, row);
      facts = facts_of(row);
    }
    sightings.push_back({key, seen, std::move(facts), finding.reason});
  }
  return sightings;
}

ExceptionKey key_of(const FindingRow& row) {
  return {row.rule, row.child, row.occasion};
}

Circumstances circumstances_of(const Rulebook& rulebook, const Snapshot& snapshot) {
  Circumstances here;
  here.rule_runs = [&](std::string_view id) {
    return std::any_of(rulebook.rules.begin(), rulebook.rules.end(), [&](const Rule& rule) {
      return rule.id == id && (rule.maturity == Maturity::live || rule.maturity == Maturity::trial);
    });
  };
  here.rule_problem = [&](std::string_view id) {
    for (const RuleProblem& problem : rulebook.problems) {
      if (problem.fatal && problem.rule == id) return problem.message;
    }
    return std::string();
  };
  here.child_is_there = [&](std::string_view id) {
    return snapshot.children.find(id) != ChildIndex::k_none;
  };
  return here;
}

}  // namespace

std::optional<RunRecord> run_before(const std::vector<RunRecord>& runs, const RunRecord& present) {
  // ISO days compare as text.
  const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const RunRecord& run) {
    return run.as_at <= present.as_at && !is_repeat(run, present);
  });
  return found == runs.rend() ? std::nullopt : std::optional(*found);
}

Result<StoodBefore> StoodBefore::in(const Store& store, const std::optional<RunRecord>& run) {
  StoodBefore before;
  if (!run) return before;
  const Status read = store.each_finding(run->number, [&](const FindingRow& row) {
    if (row.verdict != name_of(Verdict::breach) && row.verdict != name_of(Verdict::explained)) {
      return;
    }
    before.watched_.insert({row.rule, row.child});
    before.rows_.push_back(row);
  });
  if (!read) return read.error();
  return before;
}

// The same pairing as compare_runs: two rows of one child can share an occasion, each is paired
// once.
Change StoodBefore::change_of(const Finding& finding) {
  if (seen_as(finding.judgement.verdict) != Seen::standing) return Change::none;
  const ExceptionKey key{finding.rule, finding.child, finding.occasion};
  FindingRow now;
  fill_row(finding, now);
  while (at_ < rows_.size() && key_of(rows_[at_]) < key) ++at_;
  if (at_ == rows_.size() || key_of(rows_[at_]) != key) return change_by_life(now);
  return facts_of(rows_[at_++]) == facts_of(now) ? Change::continuing : Change::changed;
}

void StoodBefore::take_lives(const std::vector<ExceptionLife>& lives) {
  for (const ExceptionLife& life : lives) {
    std::optional<StandingFacts>& facts = lives_[{life.rule, life.child, life.occasion}];
    if (!life.is_open()) continue;
    facts = life.facts;
    watched_.insert({life.rule, life.child});
  }
}

Change StoodBefore::change_by_life(const FindingRow& now) const {
  const auto known = lives_.find({now.rule, now.child, now.occasion});
  if (known == lives_.end()) return Change::raised;
  if (!known->second) return Change::reopened;
  const StandingFacts facts{now.verdict, now.clock, now.due, now.reason};
  return known->second == facts ? Change::continuing : Change::changed;
}

std::vector<Sighting> StoodBefore::sightings() const {
  std::vector<Sighting> sightings;
  sightings.reserve(rows_.size());
  for (const FindingRow& row : rows_) {
    sightings.push_back({key_of(row), Seen::standing, facts_of(row), {}});
  }
  return sightings;
}

RunComparison compare_with(const StoodBefore& before, const Rulebook& rulebook,
                           const Snapshot& snapshot, const std::vector<Finding>& findings) {
  RunComparison comparison = compare_runs(before.sightings(), sightings_of(findings),
                                          circumstances_of(rulebook, snapshot));
  FindingRow row;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (comparison.changes[i] != Change::raised) continue;
    fill_row(findings[i], row);
    comparison.changes[i] = before.change_by_life(row);
    if (comparison.changes[i] == Change::raised) continue;
    --comparison.raised;
    ++(comparison.changes[i] == Change::reopened     ? comparison.reopened
       : comparison.changes[i] == Change::continuing ? comparison.continuing
                                                     : comparison.changed);
  }
  return comparison;
}

void tell_as_written(const std::vector<NewEvents>& written, RunComparison& comparison) {
  const auto key = [](const auto& one) { return ExceptionKey{one.rule, one.child, one.occasion}; };
  for (Departure& gone : comparison.departures) {
    const auto events = std::lower_bound(
        written.begin(), written.end(), key(gone),
        [&](const NewEvents& one, const ExceptionKey& other) { return key(one) < other; });
    if (events == written.end() || key(*events) != key(gone)) continue;
    for (const Event& event : events->events) {
      const auto resolution = resolution_named(event.code);
      const auto parking = parking_named(event.code);
      if (event.kind == EventKind::resolved && resolution) {
        gone.recorded = std::string("resolved: ") + words_of(*resolution);
      } else if (event.kind == EventKind::parked && parking) {
        gone.recorded = std::string("parked: ") + words_of(*parking);
      } else {
        continue;
      }
      if (!event.why.empty()) gone.recorded += ": " + event.why;
      if (is_parked(gone.ending) == (event.kind == EventKind::parked)) continue;
      const bool now_parked = event.kind == EventKind::parked;
      ++(now_parked ? comparison.parked : comparison.resolved);
      --(now_parked ? comparison.resolved : comparison.parked);
    }
  }
}

}  // namespace tidemark
