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

std::vector<Sighting> sightings_of(const std::vector<FindingRow>& standing) {
  std::vector<Sighting> sightings;
  sightings.reserve(standing.size());
  for (const FindingRow& row : standing) {
    sightings.push_back({{row.rule, row.child, row.occasion}, Seen::standing, facts_of(row), {}});
  }
  return sightings;
}

Result<std::vector<FindingRow>> standing_in(const Store& store, std::int64_t run) {
  std::vector<FindingRow> rows;
  const Status read = store.each_finding(run, [&](const FindingRow& row) {
    if (row.verdict == name_of(Verdict::breach) || row.verdict == name_of(Verdict::explained)) {
      rows.push_back(row);
    }
  });
  if (!read) return read.error();
  return rows;
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

Result<RunComparison> compare_with(const Store& store, const std::optional<RunRecord>& before,
                                   const Rulebook& rulebook, const Snapshot& snapshot,
                                   const std::vector<Finding>& findings) {
  std::vector<FindingRow> standing;
  if (before) {
    auto read = standing_in(store, before->number);
    if (!read) return read.error();
    standing = std::move(read).value();
  }
  return compare_runs(sightings_of(standing), sightings_of(findings),
                      circumstances_of(rulebook, snapshot));
}

}  // namespace tidemark
