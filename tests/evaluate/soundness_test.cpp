// The promise on which every verdict rests: what is decided from a record with blanks stays true
// whatever the blanks turn out to be.
#include <algorithm>
#include <catch2/catch.hpp>

#include "evaluate/evaluator.hpp"
#include "evaluate/random_expression.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr int k_cases_an_expression = 3;
constexpr int k_completions = 12;

struct Tally {
  int asked = 0;
  int decided = 0;  // although the case has cells that are not known
};

bool covers(Truth wide, Truth exact) {
  return wide == Truth::unknown || wide == exact;
}
bool covers(const Date& wide, const Date& exact) {
  if (exact.is_absent()) return wide.may_be_absent;
  return !wide.is_absent() && wide.lo <= exact.lo && exact.hi <= wide.hi;
}
bool covers(const Number& wide, const Number& exact) {
  if (exact.is_absent()) return wide.may_be_absent;
  return !wide.is_absent() && wide.lo <= exact.lo && exact.hi <= wide.hi;
}
bool covers(const CodeValue& wide, const CodeValue& exact) {
  if (exact.is_absent()) return wide.may_be_absent;
  return wide.is_unknown() || wide.a == exact.a || wide.b == exact.a;
}

bool is_plain_answer(Truth t) {
  return t != Truth::unknown;
}
bool is_plain_answer(const Date& d) {
  return d.is_absent() || d.is_exact();
}
bool is_plain_answer(const Number& n) {
  return n.is_absent() || n.is_exact();
}
bool is_plain_answer(const CodeValue& v) {
  return v.is_absent() || (v.a == v.b && !v.is_unknown() && !v.may_be_absent);
}

std::string text(Truth t) {
  return t == Truth::unknown ? "unknown" : (t == Truth::yes ? "yes" : "no");
}
std::string day_text(Day day) {
  if (day == k_earliest || day == k_latest) return "open";
  return std::to_string(day - k_first_day);
}
std::string text(const Date& d) {
  if (d.is_absent()) return "absent";
  return day_text(d.lo) + ".." + day_text(d.hi) + (d.may_be_absent ? " or none" : "");
}
std::string text(const Number& n) {
  return std::to_string(n.lo) + ".." + std::to_string(n.hi) + (n.may_be_absent ? " or none" : "");
}
std::string text(const CodeValue& v) {
  return std::to_string(v.a) + "|" + std::to_string(v.b) + (v.may_be_absent ? " or none" : "");
}

// One expression over several cases, each against completions of it.
template <class Ask>
void ask(Rulebook& rulebook, ExprId id, Chance& chance, const Ask& answer, Tally& tally) {
  const Plan plan(rulebook, TextPool());
  Evaluator wide(plan);
  Evaluator exact(plan);
  for (int i = 0; i < k_cases_an_expression; ++i) {
    InventedCase doubtful = random_case(rulebook.model, chance, {});
    wide.start(doubtful.child_case());
    const auto said = answer(wide, id);
    ++tally.asked;
    if (is_plain_answer(said)) ++tally.decided;
    for (int k = 0; k < k_completions; ++k) {
      InventedCase known = completed(rulebook.model, doubtful, chance);
      exact.start(known.child_case());
      const auto truly = answer(exact, id);
      if (covers(said, truly) && is_plain_answer(truly)) continue;
      INFO(spelt(rulebook, id));
      INFO(spelt(rulebook.model, doubtful));
      INFO(spelt(rulebook.model, known));
      INFO("said " << text(said) << ", but it may be " << text(truly));
      FAIL("an answer that a completed record contradicts");
    }
  }
}

template <class Make, class Ask>
void holds_for_many(std::uint32_t seeds, int depth, const Make& make, const Ask& answer) {
  Tally tally;
  for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
    INFO("seed " << seed);
    Rulebook rulebook;
    rulebook.model = model();
    Chance chance(seed);
    RandomExpression random(rulebook, chance);
    const ExprId id = make(random, depth);
    ask(rulebook, id, chance, answer, tally);
  }
  // Answering "unknown" to everything would be sound as well.
  CHECK(tally.decided * 4 > tally.asked);
}

}  // namespace

TEST_CASE("what is decided as true or false stays so however the blanks are filled in") {
  const int depth = GENERATE(1, 2, 3);
  holds_for_many(
      4000, depth, [](RandomExpression& random, int d) { return random.truth(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.truth(id); });
}

TEST_CASE("a date is among those that the evaluator allowed however the blanks are filled in") {
  const int depth = GENERATE(1, 2, 3);
  holds_for_many(
      3000, depth, [](RandomExpression& random, int d) { return random.date(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.date(id); });
}

TEST_CASE("a number is among those that the evaluator allowed however the blanks are filled in") {
  const int depth = GENERATE(1, 2);
  holds_for_many(
      3000, depth, [](RandomExpression& random, int d) { return random.number(d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.number(id); });
}

TEST_CASE("a code is among those that the evaluator allowed however the blanks are filled in") {
  const int depth = GENERATE(1, 2);
  holds_for_many(
      3000, depth, [](RandomExpression& random, int d) { return random.code(k_stay, d); },
      [](Evaluator& evaluator, ExprId id) { return evaluator.code(id); });
}
