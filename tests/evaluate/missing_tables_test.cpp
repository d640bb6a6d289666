// What is asked of a table that did not come is computed once for all children. The answers must be
// those of a plan that does not know, for one child after another.
#include <catch2/catch.hpp>

#include "evaluate/evaluator.hpp"
#include "evaluate/random_expression.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr int k_children = 4;

bool same(Truth a, Truth b) {
  return a == b;
}
bool same(const Date& a, const Date& b) {
  return a == b;
}
bool same(const Number& a, const Number& b) {
  return a.lo == b.lo && a.hi == b.hi && a.may_be_absent == b.may_be_absent;
}
bool same(const Rows& a, const Rows& b) {
  bool alike = a.count == b.count && a.unseen == b.unseen && a.unseen_before == b.unseen_before;
  for (std::uint32_t i = 0; i < a.count && alike; ++i) {
    alike = a.is_possible(i) == b.is_possible(i) && a.is_definite(i) == b.is_definite(i);
  }
  return alike;
}

template <class Make, class Ask>
void agree(int depth, const Make& make, const Ask& answer) {
  int fixed = 0;
  for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
    Rulebook rulebook;
    rulebook.model = model();
    Chance chance(seed);
    RandomExpression random(rulebook, chance);
    const ExprId id = make(random, depth);
    const std::vector<bool> missing{false, chance.one_in(3), true, chance.one_in(2)};
    const Plan plain(rulebook, TextPool());
    const Plan knowing(rulebook, TextPool(), missing);
    Evaluator child_by_child(plain);
    Evaluator once(knowing);
    if (knowing[id].fixed) ++fixed;
    for (int i = 0; i < k_children; ++i) {
      InventedCase invented = random_case(rulebook.model, chance, {5, true, missing});
      child_by_child.start(invented.child_case());
      once.start(invented.child_case());
      INFO("seed " << seed << ", child " << i << ": " << spelt(rulebook, id));
      INFO(spelt(rulebook.model, invented));
      REQUIRE(same(answer(child_by_child, id), answer(once, id)));
    }
  }
  CHECK(fixed > 100);  // else nothing was shown
}

}  // namespace

TEST_CASE("a condition on tables that did not come is the same, computed once or child by child") {
  const int depth = GENERATE(1, 2, 3);
  agree(
      depth, [](RandomExpression& random, int d) { return random.truth(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.truth(id); });
}

TEST_CASE("a date from tables that did not come is the same, computed once or child by child") {
  const int depth = GENERATE(1, 2, 3);
  agree(
      depth, [](RandomExpression& random, int d) { return random.date(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.date(id); });
}

TEST_CASE("a number from tables that did not come is the same, computed once or child by child") {
  const int depth = GENERATE(1, 2);
  agree(
      depth, [](RandomExpression& random, int d) { return random.number(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.number(id); });
}

TEST_CASE("rows of a table that did not come are the same, taken once or child by child") {
  const int depth = GENERATE(1, 2);
  agree(
      depth, [](RandomExpression& random, int d) { return random.rows(k_visit, d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.rows(id); });
}

TEST_CASE("a function of Lua is asked about every child, whatever tables did not come") {
  Rulebook rulebook;
  rulebook.model = model();
  const Words words(rulebook);
  const ExprId run = words.compute(Type::truth, 0);
  const ExprId seen = words.op(Op::any_rows, Type::truth, {words.rows(k_visit)});
  const ExprId both = words.all({run, seen});
  const Plan plan(rulebook, TextPool(), {false, false, true, false});
  CHECK(plan[seen].fixed);
  CHECK_FALSE(plan[run].fixed);
  CHECK_FALSE(plan[both].fixed);
}
