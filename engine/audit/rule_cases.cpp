#include "audit/rule_cases.hpp"

#include "evaluate/rule_judge.hpp"

namespace tidemark {

namespace {

void sort_in(const Judgement& judgement, std::uint64_t key, RuleCases& cases) {
  if (judgement.verdict == Verdict::not_applicable) return;
  cases.about.push_back(key);
  switch (judgement.verdict) {
    case Verdict::breach:
      cases.unexplained.push_back(key);
      cases.late.push_back(key);
      break;
    case Verdict::explained:
      cases.explained.push_back(key);
      cases.late.push_back(key);
      break;
    case Verdict::cannot_decide:
    case Verdict::error:
      cases.undecided.push_back(key);
      break;
    default:
      cases.not_late.push_back(key);
  }
}

}  // namespace

std::vector<RuleCases> cases_by_rule(const Rulebook& rulebook, const Snapshot& snapshot,
                                     Day as_at) {
  std::vector<RuleCases> all(rulebook.rules.size());
  const Plan plan(rulebook, snapshot.pools.texts);
  CaseView view(snapshot, rulebook.model, rulebook.sources, as_at);
  Evaluator evaluator(plan);
  RuleJudge rule_judge(evaluator);
  std::vector<Judgement> said;
  for (std::uint32_t child = 0; child < snapshot.children.size(); ++child) {
    evaluator.start(view.open(child));
    const std::string_view id = snapshot.children.id(child);
    for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
      const Rule& rule = rulebook.rules[i];
      if (!runs(rule)) continue;
      const int table = rule.each == k_no_expr ? -1 : rulebook.exprs[rule.each].table;
      const std::string_view name = table_name(rulebook, table);
      said.clear();
      rule_judge.judge(i, said);
      for (const Judgement& judgement : said) {
        sort_in(judgement, case_key(id, name, judgement.row), all[i]);
      }
    }
  }
  for (RuleCases& cases : all) {
    for (CaseSet* set : {&cases.about, &cases.late, &cases.not_late, &cases.undecided,
                         &cases.explained, &cases.unexplained}) {
      put_in_order(*set);
    }
  }
  return all;
}

}  // namespace tidemark
