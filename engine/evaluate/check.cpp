#include "evaluate/check.hpp"

#include <algorithm>

#include "evaluate/given_case.hpp"
#include "evaluate/narrator.hpp"

namespace tidemark {
namespace {

std::size_t index_of(const Rulebook& rulebook, const Rule& rule) {
  return static_cast<std::size_t>(&rule - rulebook.rules.data());
}

// What the rule says of an example's case on a day. A rule with `each` says several things; the
// gravest is what an example expects, as it speaks of one occasion.
Finding said_of(const Rulebook& rulebook, const Plan& plan, std::size_t rule,
                const Example& example, Day as_at) {
  const GivenCase given(rulebook, example, as_at);
  Evaluator evaluator(plan);
  const WorkingCalendar own =
      example.terms ? rulebook.calendar.with_school(*example.terms) : WorkingCalendar();
  if (example.terms) evaluator.use_calendar(own);
  evaluator.start(given.child_case());
  std::vector<Judgement> all;
  RuleJudge(evaluator).judge(rule, all);
  if (all.empty()) all.push_back({static_cast<std::uint16_t>(rule)});
  const auto gravity = [](const Judgement& j) {
    switch (j.verdict) {
      case Verdict::error:
        return 7;
      case Verdict::breach:
        return 6;
      case Verdict::explained:
        return 5;
      case Verdict::cannot_decide:
        return 4;
      case Verdict::met_late:
        return 3;
      case Verdict::due_soon:
        return 2;
      case Verdict::on_track:
        return 1;
      default:
        return 0;
    }
  };
  const auto gravest = std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return gravity(a) < gravity(b);
  });
  return Narrator(evaluator, nullptr).finding(*gravest);
}

std::string spelt(Verdict verdict, const std::optional<std::string>& due,
                  const std::optional<std::string>& clock, const std::optional<int>& days_over,
                  const std::optional<std::string>& reason) {
  std::string text = name_of(verdict);
  if (due) text += ", due " + *due;
  if (clock) text += ", clock " + *clock;
  if (days_over) text += ", " + std::to_string(*days_over) + " days over";
  if (reason) text += ", reason \"" + *reason + "\"";
  return text;
}

CheckResult check(const Rulebook& rulebook, const Plan& plan, const Rule& rule,
                  const Example& example) {
  CheckResult result;
  result.rule = rule.id;
  result.name = example.name;
  result.line = example.line;
  result.file = rule.at.file < 0 ? "" : rulebook.files[static_cast<std::size_t>(rule.at.file)].path;
  const Finding finding = said_of(rulebook, plan, index_of(rulebook, rule), example, example.as_at);
  const Judgement& judgement = finding.judgement;
  std::optional<std::string> due, clock, reason;
  std::optional<int> days_over;
  if (example.due) due = text_of(judgement.due);
  if (example.clock) clock = text_of(judgement.clock);
  if (example.reason) reason = finding.reason;
  if (example.days_over && judgement.has_days_over) days_over = judgement.days_over;
  result.expected =
      spelt(example.expect, example.due, example.clock, example.days_over, example.reason);
  result.got = spelt(judgement.verdict, due, clock, days_over, reason);
  result.passed = result.expected == result.got;
  if (!result.passed && !finding.reason.empty()) result.got += " (" + finding.reason + ")";
  return result;
}

// The example from which the edges of a limit can be found: its clock and due date are exact days.
const Example* edge_example(const Rulebook& rulebook, const Plan& plan, const Rule& rule,
                            Judgement& judgement) {
  for (const Example& example : rule.examples) {
    if (example.expect != Verdict::breach) continue;
    judgement = said_of(rulebook, plan, index_of(rulebook, rule), example, example.as_at).judgement;
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
    const Example* example = edge_example(rulebook_, plan_, rule, judgement);
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
  [[nodiscard]] Finding said(const Rule& rule, const Example& example, Day as_at) const {
    return said_of(rulebook_, plan_, index_of(rulebook_, rule), example, as_at);
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
    const Judgement then = said(rule, moved, std::max(example.as_at, due.lo + 1)).judgement;
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
    const Judgement then = said(rule, blanked, example.as_at).judgement;
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
    const Judgement judgement = said(rule, example, as_at).judgement;
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

std::vector<CheckResult> run_examples(const Rulebook& rulebook) {
  const Plan plan(rulebook, rulebook.given_pools.texts);
  std::vector<CheckResult> results;
  for (const Rule& rule : rulebook.rules) {
    for (const Example& example : rule.examples) {
      results.push_back(check(rulebook, plan, rule, example));
    }
  }
  return results;
}

std::vector<CheckResult> run_edge_cases(const Rulebook& rulebook) {
  const Plan plan(rulebook, rulebook.given_pools.texts);
  std::vector<CheckResult> results;
  EdgeCases edges(rulebook, plan, results);
  for (const Rule& rule : rulebook.rules) edges.of(rule);
  return results;
}

}  // namespace tidemark
