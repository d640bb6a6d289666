#include "evaluate/check.hpp"

#include "evaluate/example_said.hpp"

namespace tidemark {
namespace {

std::size_t index_of(const Rulebook& rulebook, const Rule& rule) {
  return static_cast<std::size_t>(&rule - rulebook.rules.data());
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

CheckResult check(const Plan& plan, const Rule& rule, const Example& example) {
  const Rulebook& rulebook = plan.rulebook();
  const Said said = said_of(plan, index_of(rulebook, rule), example, example.as_at);
  CheckResult result;
  result.rule = rule.id;
  result.name = example.name;
  result.line = example.line;
  result.file = rule.at.file < 0 ? "" : rulebook.files[static_cast<std::size_t>(rule.at.file)].path;
  const Finding& finding = said.finding;
  const Judgement& judgement = finding.judgement;
  result.said = judgement;
  result.lacks_table = said.lacks_table;
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

}  // namespace

std::vector<CheckResult> run_examples(const Rulebook& rulebook) {
  const Plan plan(rulebook, rulebook.given_pools.texts);
  std::vector<CheckResult> results;
  for (const Rule& rule : rulebook.rules) {
    for (const Example& example : rule.examples) {
      results.push_back(check(plan, rule, example));
    }
  }
  return results;
}

}  // namespace tidemark
