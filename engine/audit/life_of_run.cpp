#include "audit/life_of_run.hpp"

#include <algorithm>

#include "audit/findings_csv.hpp"
#include "audit/undecided.hpp"

namespace tidemark {

std::vector<StandingException> standing_of(const Rulebook& rulebook,
                                           const std::vector<Finding>& findings) {
  std::vector<StandingException> standing;
  FindingRow row;
  for (const Finding& finding : findings) {
    const Verdict verdict = finding.judgement.verdict;
    if (verdict != Verdict::breach && verdict != Verdict::explained) continue;
    const Rule& rule = rulebook.rules[finding.judgement.rule];
    if (rule.maturity != Maturity::live) continue;
    const ExceptionKey key{finding.rule, finding.child, finding.occasion};
    if (!standing.empty() && standing.back().key == key) continue;
    fill_row(finding, row);
    StandingException one;
    one.key = key;
    one.facts = {row.verdict, row.clock, row.due, row.reason};
    one.is_critical = rule.severity == Severity::critical;
    one.days_over = row.days_over;
    one.lacks_table = finding.judgement.reason_not_evidenced && !missing_table_of(finding).empty();
    standing.push_back(std::move(one));
  }
  return standing;
}

void mark_lost(const std::vector<ExceptionLife>& lives, std::vector<StandingException>& standing,
               const std::function<bool(const ExceptionLife&)>& is_lost) {
  for (const ExceptionLife& life : lives) {
    if (life.exemptions.empty() || life.exemptions.back().end != Exemption::End::none) continue;
    const ExceptionKey key{life.rule, life.child, life.occasion};
    const auto found = std::lower_bound(
        standing.begin(), standing.end(), key,
        [](const StandingException& one, const ExceptionKey& k) { return one.key < k; });
    if (found == standing.end() || !(found->key == key) ||
        found->facts == facts_when_exempted(life))
      continue;
    found->lacks_table = found->lacks_table || is_lost(life);
  }
}

bool moves_lives(const std::vector<RunRecord>& runs, const RunRecord& present) {
  // ISO days compare as text.
  return std::all_of(runs.begin(), runs.end(),
                     [&](const RunRecord& run) { return run.as_at <= present.as_at; });
}

std::vector<RunRecord> runs_that_moved_lives(const std::vector<RunRecord>& runs) {
  std::vector<RunRecord> moved;  // in ascending order of their days too
  for (const RunRecord& run : runs) {
    if (moved.empty() || moved.back().as_at <= run.as_at) moved.push_back(run);
  }
  return moved;
}

}  // namespace tidemark
