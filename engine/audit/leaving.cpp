#include "audit/leaving.hpp"

#include <algorithm>

#include "audit/undecided.hpp"

namespace tidemark {

namespace {

bool stands(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::explained;
}

bool is_live(const Rule& rule) {
  return rule.maturity == Maturity::live;
}

bool is_live_here(const Rulebook& rulebook, const std::string& id) {
  return std::any_of(rulebook.rules.begin(), rulebook.rules.end(),
                     [&](const Rule& rule) { return rule.id == id && is_live(rule); });
}

// What every version of the rule says of the child, whatever its verdict.
std::vector<Finding> judged_now(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                                const std::string& rule, std::uint32_t child) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    if (rulebook.rules[i].id != rule || !is_live(rulebook.rules[i])) continue;
    for (Explanation& one : explain(rulebook, snapshot, as_at, child, static_cast<int>(i))) {
      findings.push_back(std::move(one.finding));
    }
  }
  return findings;
}

const Finding* of_occasion(const std::vector<Finding>& findings, const std::string& occasion) {
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.occasion == occasion && finding.judgement.verdict != Verdict::not_applicable;
  });
  return found == findings.end() ? nullptr : &*found;
}

}  // namespace

Gone Leaving::of(const ExceptionLife& life) {
  if (auto gone = not_judged(life)) return *gone;
  const std::uint32_t child = snapshot_.children.find(life.child);
  const std::vector<Finding> now = judged_now(rulebook_, snapshot_, as_at_, life.rule, child);
  if (auto gone = undecided(life, now)) return *gone;
  return over(life, now);
}

std::optional<Gone> Leaving::not_judged(const ExceptionLife& life) const {
  if (!is_live_here(rulebook_, life.rule)) {
    for (const RuleProblem& problem : rulebook_.problems) {
      if (problem.fatal && problem.rule == life.rule) {
        return Gone{Parking::rule_failed, problem.message};
      }
    }
    return Gone{Parking::rule_off, ""};
  }
  if (snapshot_.children.find(life.child) == ChildIndex::k_none) {
    return Gone{Parking::child_not_there, ""};
  }
  return std::nullopt;
}

// A clock that has become unknown changes the occasion's name, and must not read as put right: so
// any occasion that nobody can judge counts, unless this very one is decided.
std::optional<Gone> Leaving::undecided(const ExceptionLife& life,
                                       const std::vector<Finding>& now) const {
  const Finding* same = of_occasion(now, life.occasion);
  if (same != nullptr && same->judgement.verdict != Verdict::cannot_decide &&
      same->judgement.verdict != Verdict::error) {
    return std::nullopt;
  }
  std::optional<Gone> gone;
  for (const Finding& finding : now) {
    if (finding.judgement.verdict == Verdict::error) {
      return Gone{Parking::rule_failed, finding.reason};
    }
    if (finding.judgement.verdict != Verdict::cannot_decide) continue;
    const std::string table = missing_table_of(finding);
    gone = table.empty() ? Gone{Parking::cannot_decide, finding.reason}
                         : Gone{Parking::table_not_supplied, table};
  }
  return gone;
}

Gone Leaving::over(const ExceptionLife& life, const std::vector<Finding>& now) {
  const Finding* same = of_occasion(now, life.occasion);
  if (same != nullptr && same->judgement.verdict == Verdict::met_late) {
    return {Resolution::done_late, same->says};
  }
  if (stands_under_former_rules(life)) {
    return {Resolution::rule_changed, "under the rules of the run before it would still stand"};
  }
  if (same != nullptr) return still_here(life, *same);
  // The day that started its clock is gone from the record.
  if (!still_recorded(life, life.facts.clock)) {
    return {Resolution::data_corrected, "clock " + life.facts.clock + " is no longer recorded"};
  }
  const auto other = std::find_if(now.begin(), now.end(), [](const Finding& finding) {
    return finding.judgement.verdict != Verdict::not_applicable;
  });
  if (other != now.end()) return {Resolution::superseded, "now " + other->occasion};
  return {Resolution::left_population, ""};
}

Gone Leaving::still_here(const ExceptionLife& life, const Finding& same) {
  if (same.judgement.has_stopped) return {Resolution::put_right, same.says};
  if (!still_recorded(life, "")) return {Resolution::data_corrected, same.says};
  // A condition that looks at a window of time, over rows that are all as they were.
  const bool is_window = rulebook_.rules[same.judgement.rule].breach_when != k_no_expr;
  return {is_window ? Resolution::time_passed : Resolution::put_right, same.says};
}

bool Leaving::still_recorded(const ExceptionLife& life, const std::string& value) {
  for (const CellRow& cell : evidence_(life)) {
    if (cell.file.empty() || cell.value.empty()) continue;
    if (!value.empty() && cell.value != value) continue;
    const int table = rulebook_.model.table(cell.table);
    if (table < 0) continue;
    const int field = rulebook_.model.tables[static_cast<std::size_t>(table)].field(cell.field);
    if (field < 0) continue;
    const ChildRows rows = rows_.of(life.child, {{table, {field}}});
    const bool there = std::any_of(rows.seen.begin(), rows.seen.end(), [&](const SeenRow& row) {
      const auto found = row.cells.find(field);
      return found != row.cells.end() && found->second == cell.value;
    });
    if (!there) return false;
  }
  return true;
}

bool Leaving::stands_under_former_rules(const ExceptionLife& life) {
  if (!asked_) asked_ = former_();
  if (!*asked_) return false;
  const FormerRules& former = **asked_;
  const std::uint32_t child = former.snapshot->children.find(life.child);
  if (child == ChildIndex::k_none) return false;
  const std::vector<Finding> then =
      judged_now(*former.rulebook, *former.snapshot, as_at_, life.rule, child);
  const Finding* same = of_occasion(then, life.occasion);
  return same != nullptr && stands(same->judgement.verdict);
}

}  // namespace tidemark
