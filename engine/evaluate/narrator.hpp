// Narrator: the words and the cells of one judgement. Used by narrate() and explain(). One per
// thread; everything it is given must outlive it.
#pragma once

#include <string>

#include "evaluate/rule_judge.hpp"
#include "evaluate/words.hpp"

namespace tidemark {

class Narrator {
 public:
  // `view` may be nullptr (a rule's own example): then evidence has no file.
  Narrator(Evaluator& evaluator, const CaseView* view) : evaluator_(evaluator), view_(view) {}

  // Words and cells of this judgement of the child at hand. Leaves the rule's row bound.
  [[nodiscard]] Finding finding(const Judgement& judgement);
  // Makes `this` the row that the judgement is about.
  void bind_row(const Judgement& judgement);

 private:
  [[nodiscard]] Trace trace_of(const Rule& rule, const Judgement& judgement);
  [[nodiscard]] std::string why_undecided(const Rule& rule, const Judgement& judgement,
                                          const Trace& trace);
  [[nodiscard]] std::string occasion_of(const Rule& rule, const Judgement& judgement);
  [[nodiscard]] std::string fill(const std::string& sentence, const Rule& rule,
                                 const Judgement& judgement);
  [[nodiscard]] std::string word_for(const std::string& name, const Rule& rule,
                                     const Judgement& judgement);
  [[nodiscard]] std::string said(const std::string& says, const Rule& rule,
                                 const Judgement& judgement);
  [[nodiscard]] std::string sentence_for(const Rule& rule, const Finding& finding);

  Evaluator& evaluator_;
  const CaseView* view_;
};

}  // namespace tidemark
