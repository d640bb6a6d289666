#include "evaluate/child_judge.hpp"

#include "evaluate/narrator.hpp"

namespace tidemark {

struct ChildJudge::Parts {
  Parts(const Rulebook& rules, const Snapshot& files, Day as_at)
      : rulebook(rules),
        snapshot(files),
        plan(rules, files.pools.texts),
        view(files, rules.model, rules.sources, as_at),
        evaluator(plan) {}

  const Rulebook& rulebook;
  const Snapshot& snapshot;
  Plan plan;
  CaseView view;
  Evaluator evaluator;
  std::uint32_t open = ChildIndex::k_none;
};

ChildJudge::ChildJudge(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at)
    : parts_(std::make_unique<Parts>(rulebook, snapshot, as_at)) {}
ChildJudge::~ChildJudge() = default;
ChildJudge::ChildJudge(ChildJudge&&) noexcept = default;

bool ChildJudge::has_child(const std::string& child) const {
  return parts_->snapshot.children.find(child) != ChildIndex::k_none;
}

std::string ChildJudge::why_missing(int table) const {
  return parts_->view.why_missing(table, -1);
}

std::vector<Finding> ChildJudge::findings(const std::string& child, const std::string& rule) {
  std::vector<Finding> findings;
  const std::uint32_t index = parts_->snapshot.children.find(child);
  if (index == ChildIndex::k_none) return findings;
  if (index != parts_->open) {
    parts_->evaluator.start(parts_->view.open(index));
    parts_->open = index;
  }
  std::vector<Judgement> said;
  const std::vector<Rule>& rules = parts_->rulebook.rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].id == rule && runs(rules[i])) RuleJudge(parts_->evaluator).judge(i, said);
  }
  for (const Judgement& judgement : said) {
    Narrator narrator(parts_->evaluator, &parts_->view);
    findings.push_back(narrator.finding(judgement));
    findings.back().child = child;
  }
  return findings;
}

}  // namespace tidemark
