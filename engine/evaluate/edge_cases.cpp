// The edge cases of a rule's limit, which the engine makes from the rule's own breach example.
#include <algorithm>

#include "evaluate/check.hpp"
#include "evaluate/example_said.hpp"

namespace tidemark {
namespace {

std::size_t index_of(const Rulebook& rulebook, const Rule& rule) {
  return static_cast<std::size_t>(&rule - rulebook.rules.data());
}

// The example from which the edges of a limit can be found: its clock and due date are exact days.
const Example* edge_example(const Plan& plan, const Rule& rule, Judgement& judgement) {
  const Rulebook& rulebook = plan.rulebook();
  for (const Example& example : rule.examples) {
    if (example.expect != Verdict::breach) continue;
    judgement = said_of(plan, index_of(rulebook, rule), example, example.as_at).finding.judgement;
    if (judgement.verdict == Verdict::breach && judgement.clock.is_exact() &&
        judgement.due.is_exact() && judgement.due.lo > judgement.clock.lo) {
      return &example;
    }
  }
  return nullptr;
}

// What may be said before the limit has passed: a rule's population or amber decides which.
bool is_no_breach(Verdict verdict) {
  return verdict == Verdict::on_track || verdict == Verdict::due_soon ||
         verdict == Verdict::not_applicable;
}

// Writes another cell over the date cells that the clock starts from. False where there are none,
// as for a clock that is computed from other dates.
bool rewrite_clock(const Rulebook& rulebook, const Judgement& judgement, Example& example,
                   Cell instead) {
  bool found = false;
  for (GivenTable& given : example.given) {
    const CaseTable& table = rulebook.model.tables[static_cast<std::size_t>(given.table)];
    for (std::vector<Cell>& row : given.rows) {
      for (std::size_t f = 0; f < row.size(); ++f) {
        if (table.fields[f].kind != FieldKind::date || row[f] != judgement.clock.lo) continue;
        row[f] = instead;
        found = true;
      }
    }
  }
  return found;
}

class EdgeCases {
 public:
  EdgeCases(const Rulebook& rulebook, const Plan& plan, std::vector<CheckResult>& results)
      : rulebook_(rulebook), plan_(plan), results_(results) {}

  void of(const Rule& rule) {
    if (rule.limits.empty() || rule.examples.empty()) return;
    Judgement judgement;
    const Example* example = edge_example(plan_, rule, judgement);
    if (example == nullptr) return;
    const bool reaches = rule.limits.size() == 1 && rule.limits[0].limit.reaches;
    const Day due = judgement.due.lo;
    at(rule, *example, "the day before the due date", due - 1, false);
    if (rule.limits.size() == 1) at(rule, *example, "on the due date", due, reaches);
    at(rule, *example, "the day after the due date", due + 1, true);
    month_end(rule, *example, judgement);
    blank(rule, *example, judgement);
  }

 private:
  Judgement judge(const Rule& rule, const Example& example, Day as_at, CheckResult& result) const {
    const Said said = said_of(plan_, index_of(rulebook_, rule), example, as_at);
    result.lacks_table = said.lacks_table;
    return result.said = said.finding.judgement;
  }
  [[nodiscard]] CheckResult start(const Rule& rule, const Example& example,
                                  std::string name) const {
    CheckResult result;
    result.rule = rule.id;
    result.name = std::move(name);
    result.automatic = true;
    result.line = example.line;
    result.file = rulebook_.files[static_cast<std::size_t>(rule.at.file)].path;
    return result;
  }
  // A clock that starts on the last day of a month: the due date must be clamped, not overflow.
  void month_end(const Rule& rule, const Example& example, const Judgement& judgement) {
    const Civil civil = civil_of(judgement.clock.lo);
    const Day last = day_of(civil.year, civil.month, days_in_month(civil.year, civil.month));
    Example moved = example;
    if (rule.limits.size() != 1 || !rewrite_clock(rulebook_, judgement, moved, last)) return;
    const Date due = shift(Date::known(last), rule.limits[0].limit.span, 1, rulebook_.calendar);
    if (!due.is_exact()) return;
    CheckResult result = start(rule, example, "a clock that starts at the end of a month");
    const Judgement then = judge(rule, moved, std::max(example.as_at, due.lo + 1), result);
    result.expected = "due " + text_of(due);
    result.got = "due " + text_of(then.due) + ", " + name_of(then.verdict);
    // Moved, the clock may start at another of the example's dates; then the edge says nothing.
    result.passed = then.clock != Date::known(last) || then.due == due;
    results_.push_back(result);
  }
  void blank(const Rule& rule, const Example& example, const Judgement& judgement) {
    Example blanked = example;
    if (!rewrite_clock(rulebook_, judgement, blanked, k_cell_unknown)) return;
    CheckResult result = start(rule, example, "a blank date where the clock starts");
    const Judgement then = judge(rule, blanked, example.as_at, result);
    result.expected = "no breach with the clock that was blanked";
    result.got = name_of(then.verdict);
    result.passed = then.verdict != Verdict::breach || then.clock != judgement.clock;
    results_.push_back(result);
  }
  // The verdict that the limit itself demands of the example's case on that day. The wall may
  // have taken the case out of the population on an earlier day; after the limit it may not.
  void at(const Rule& rule, const Example& example, const char* name, Day as_at,
          bool passed_limit) {
    if (as_at > example.as_at) return;
    CheckResult result = start(rule, example, name);
    const Judgement judgement = judge(rule, example, as_at, result);
    result.expected = passed_limit ? "breach or explained" : "no breach";
    result.got = std::string(name_of(judgement.verdict)) + " as at " + iso(as_at);
    result.passed = passed_limit ? judgement.verdict == Verdict::breach ||
                                       judgement.verdict == Verdict::explained
                                 : is_no_breach(judgement.verdict);
    results_.push_back(result);
  }

  const Rulebook& rulebook_;
  const Plan& plan_;
  std::vector<CheckResult>& results_;
};

}  // namespace

std::vector<CheckResult> run_edge_cases(const Rulebook& rulebook) {
  const Plan plan(rulebook, rulebook.given_pools.texts);
  std::vector<CheckResult> results;
  EdgeCases edges(rulebook, plan, results);
  for (const Rule& rule : rulebook.rules) edges.of(rule);
  return results;
}

}  // namespace tidemark
