// RuleJudge: one rule over the child that an evaluator stands at. Used by judge(), narrate(),
// explain() and the rules' own examples, so they cannot disagree. One per thread.
#pragma once

#include <vector>

#include "evaluate/evaluator.hpp"
#include "evaluate/judge.hpp"
#include "evaluate/timing.hpp"

namespace tidemark {

class RuleJudge {
 public:
  explicit RuleJudge(Evaluator& evaluator) : evaluator_(evaluator) {}

  // Appends what the rule says: one judgement, or one for each row of a rule with `each`. Rules
  // that do not apply append a not_applicable judgement, so that counting is the caller's.
  void judge(std::size_t rule, std::vector<Judgement>& out);
  // The same for one occasion (row -1: a rule without `each`).
  [[nodiscard]] Judgement judge_occasion(std::size_t rule, std::int32_t row);

 private:
  [[nodiscard]] Judgement judge_bound(const Rule& rule, std::size_t index);
  [[nodiscard]] Judgement judge_unseen(std::size_t index, int table);
  [[nodiscard]] bool version_may_apply(const Rule& rule, std::size_t index);
  void judge_timing(const Rule& rule, std::size_t index, Judgement& judgement);
  void judge_state(const Rule& rule, Judgement& judgement);
  void judge_clock(const Rule& rule, std::size_t index, Judgement& judgement);
  void explain_breach(const Rule& rule, Judgement& judgement);
  [[nodiscard]] Date clock_of(const Rule& rule);
  [[nodiscard]] Due due_of(const Rule& rule, const Date& clock);
  [[nodiscard]] bool in_force(const Rule& rule, const Judgement& judgement) const;
  [[nodiscard]] bool fell_due_before_cover(std::size_t index, const Date& due) const;

  Evaluator& evaluator_;
};

}  // namespace tidemark
