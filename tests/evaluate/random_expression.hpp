// Random expressions of every type over the invented model. What asks whether a cell is on record
// (known, missing, first_known, either_of, supplied) is left out: a completed case has other
// answers to that by design.
#pragma once

#include "evaluate/random_case.hpp"

namespace tidemark::invented {

class RandomExpression {
 public:
  RandomExpression(Rulebook& rulebook, Chance& chance) : words_(rulebook), chance_(chance) {}

  // `depth` bounds the nesting and is the highest binder used.
  [[nodiscard]] ExprId truth(int depth);
  [[nodiscard]] ExprId date(int depth);
  [[nodiscard]] ExprId number(int depth);
  [[nodiscard]] ExprId code(int table, int depth);
  [[nodiscard]] ExprId rows(int table, int depth);

 private:
  struct InScope {
    int table, binder;
  };
  [[nodiscard]] ExprId comparison(int depth);
  [[nodiscard]] ExprId connective(int depth);
  [[nodiscard]] ExprId row(int table, int depth);
  [[nodiscard]] ExprId run(int depth);
  [[nodiscard]] ExprId window(int depth);
  [[nodiscard]] ExprId condition(int table, int depth);
  [[nodiscard]] int any_table();
  template <class Make>
  [[nodiscard]] ExprId choice(Type type, int depth, const Make& make);

  Words words_;
  Chance& chance_;
  std::vector<InScope> in_scope_;
};

// The expression as a line of text, for a test that fails.
[[nodiscard]] std::string spelt(const Rulebook& rulebook, ExprId id);

}  // namespace tidemark::invented
