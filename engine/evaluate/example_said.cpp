#include "evaluate/example_said.hpp"

#include <algorithm>

#include "evaluate/given_case.hpp"
#include "evaluate/narrator.hpp"

namespace tidemark {
namespace {

int gravity(const Judgement& judgement) {
  switch (judgement.verdict) {
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
}

bool rests_on_missing_table(const Rulebook& rulebook, const Example& example,
                            const Finding& finding) {
  if (finding.judgement.verdict != Verdict::cannot_decide) return false;
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& cell) {
    const int table = rulebook.model.table(cell.table);
    return std::find(example.not_supplied.begin(), example.not_supplied.end(), table) !=
           example.not_supplied.end();
  });
}

}  // namespace

Said said_of(const Plan& plan, std::size_t rule, const Example& example, Day as_at,
             const SidePools* pools) {
  const GivenCase given(plan.rulebook(), example, as_at, pools);
  Evaluator evaluator(plan);
  const WorkingCalendar own =
      example.terms ? plan.rulebook().calendar.with_school(*example.terms) : WorkingCalendar();
  if (example.terms) evaluator.use_calendar(own);
  evaluator.start(given.child_case());
  std::vector<Judgement> all;
  RuleJudge(evaluator).judge(rule, all);
  if (all.empty()) all.push_back({static_cast<std::uint16_t>(rule)});
  const auto gravest = std::max_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return gravity(a) < gravity(b); });
  Said said{Narrator(evaluator, nullptr).finding(*gravest)};
  said.lacks_table = rests_on_missing_table(plan.rulebook(), example, said.finding);
  return said;
}

}  // namespace tidemark
