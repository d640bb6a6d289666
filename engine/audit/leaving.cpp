#include "audit/leaving.hpp"

#include <algorithm>

#include "audit/own_lists.hpp"
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

bool is_among(MoveCause cause, const std::vector<Cause>& causes) {
  return std::any_of(causes.begin(), causes.end(),
                     [cause](const Cause& one) { return one.cause == cause; });
}

std::string words_of(const std::vector<Cause>& causes) {
  std::string out;
  for (const Cause& cause : causes) out += (out.empty() ? "" : "; ") + cause.words;
  return out;
}

}  // namespace

std::vector<Finding> judged_of(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
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

Gone Leaving::of(const ExceptionLife& life) {
  if (auto gone = not_judged(life)) return *gone;
  const std::uint32_t child = snapshot_.children.find(life.child);
  const std::vector<Finding> now = judged_of(rulebook_, snapshot_, as_at_, life.rule, child);
  if (auto gone = undecided(life, now)) return *gone;
  Gone gone = over(life, now);
  if (!std::holds_alternative<Resolution>(gone.why)) return gone;
  // Rows that are gone with half of their file were not corrected, and nothing was put right.
  if (std::string lost = former_.lost(life); !lost.empty()) {
    return {Parking::table_not_supplied, std::move(lost)};
  }
  return gone;
}

std::optional<Gone> Leaving::not_judged(const ExceptionLife& life) {
  if (!is_live_here(rulebook_, life.rule)) {
    for (const RuleProblem& problem : rulebook_.problems) {
      if (problem.fatal && problem.rule == life.rule) {
        return Gone{Parking::rule_failed, problem.message};
      }
    }
    return Gone{Parking::rule_off, ""};
  }
  if (!is_listed(life.child)) return Gone{Parking::child_not_there, ""};
  return std::nullopt;
}

// A row in some list (an action of Tidemark's own, say) does not bring back a child who is no
// longer in the list of children, where there is such a list.
bool Leaving::is_listed(const std::string& child) {
  if (snapshot_.children.find(child) == ChildIndex::k_none) return false;
  const auto table = std::find_if(rulebook_.model.tables.begin(), rulebook_.model.tables.end(),
                                  [](const CaseTable& one) { return one.shape == Shape::facts; });
  if (table == rulebook_.model.tables.end()) return true;
  const int index = static_cast<int>(table - rulebook_.model.tables.begin());
  if (!rows_.why_missing(index).empty()) return true;
  std::vector<int> fields;
  for (std::size_t i = 0; i < table->fields.size(); ++i) fields.push_back(static_cast<int>(i));
  const ChildRows rows = rows_.of(child, {{index, fields}});
  return std::any_of(rows.seen.begin(), rows.seen.end(),
                     [](const SeenRow& row) { return !row.place.empty(); });
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
  return by_causes(life, now);
}

Gone Leaving::by_causes(const ExceptionLife& life, const std::vector<Finding>& now) {
  const std::vector<Cause> causes = former_.causes(life);
  const std::string words = words_of(causes);
  if (is_among(MoveCause::table_went, causes)) return {Parking::table_not_supplied, words};
  if (is_among(MoveCause::corrected, causes) && !speaks_of_own_lists(words)) {
    return {Resolution::data_corrected, words};
  }
  if (const Finding* same = of_occasion(now, life.occasion)) return still_here(*same, causes);
  const auto other = std::find_if(now.begin(), now.end(), [](const Finding& finding) {
    return finding.judgement.verdict != Verdict::not_applicable;
  });
  if (other == now.end()) return {Resolution::left_population, words};
  if (const auto done = done_again(life, *other)) return {*done, words};
  // The same clock, of which less is known now.
  if (other->occasion.find("..") != std::string::npos) {
    return {Parking::cannot_decide, "its clock is known only as " + other->occasion};
  }
  return {Resolution::superseded, "now " + other->occasion};
}

Gone Leaving::still_here(const Finding& same, const std::vector<Cause>& causes) const {
  const std::string words = words_of(causes);
  if (same.judgement.has_stopped) return {Resolution::put_right, words};
  const bool one = causes.size() == 1;
  if (one && causes.front().cause == MoveCause::time_passed) {
    return {Resolution::time_passed, words};
  }
  // A state that held until something new happened was ended late; nothing was put right.
  const bool is_state = rulebook_.rules[same.judgement.rule].breach_when != k_no_expr;
  if (is_state && is_among(MoveCause::record_changed, causes) &&
      !is_among(MoveCause::entered_late, causes)) {
    return {Resolution::done_late, words};
  }
  return {Resolution::put_right, words};
}

// A rule that nothing stops and whose clock is the day of an event starts anew with the next such
// event: that event is what the clock that ran out was waiting for.
std::optional<Resolution> Leaving::done_again(const ExceptionLife& life, const Finding& now) {
  const Rule& rule = rulebook_.rules[now.judgement.rule];
  const auto due = parse_iso(life.facts.due);
  const auto started = parse_iso(life.facts.clock);
  if (rule.stops != k_no_expr || rule.each != k_no_expr || !due || !started) return std::nullopt;
  const std::string clock = text_of(now.judgement.clock);
  for (const Evidence& cell : now.evidence) {
    const int table = cell.value == clock ? rulebook_.model.table(cell.table) : -1;
    if (table < 0) continue;
    const CaseTable& of = rulebook_.model.tables[static_cast<std::size_t>(table)];
    const int field = of.field(cell.field);
    if (of.shape != Shape::events || field < 0) continue;
    std::optional<Day> next;  // the first such event after the clock's start
    for (const SeenRow& row : rows_.of(life.child, {{table, {field}}}).seen) {
      const auto found = row.cells.find(field);
      const auto day = found == row.cells.end() ? std::nullopt : parse_iso(found->second);
      if (day && *day > *started && (!next || *day < *next)) next = day;
    }
    if (!next) return std::nullopt;
    const bool on_due_is_late =
        rule.breach_on_due || (!rule.limits.empty() && rule.limits.front().limit.reaches);
    const bool late = on_due_is_late ? *next >= *due : *next > *due;
    return late ? Resolution::done_late : Resolution::put_right;
  }
  return std::nullopt;
}

bool Leaving::stands_under_former_rules(const ExceptionLife& life) {
  const FormerRules* former = former_.rules(life);
  if (former == nullptr) return false;
  const std::uint32_t child = former->snapshot->children.find(life.child);
  if (child == ChildIndex::k_none) return false;
  const std::vector<Finding> then =
      judged_of(*former->rulebook, *former->snapshot, as_at_, life.rule, child);
  const Finding* same = of_occasion(then, life.occasion);
  return same != nullptr && stands(same->judgement.verdict);
}

}  // namespace tidemark
