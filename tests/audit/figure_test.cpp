// Figures: bounds, rounding, and what is written.
#include "audit/figure.hpp"

#include <catch2/catch.hpp>

namespace tidemark {
namespace {

Sum exactly(std::int64_t n) {
  Sum sum;
  sum.lo = sum.hi = n * k_thousand;
  return sum;
}
Sum between(std::int64_t lo, std::int64_t hi) {
  Sum sum = exactly(lo);
  sum.hi = hi * k_thousand;
  return sum;
}
std::string percent(std::int64_t a, std::int64_t b, Rounding rounding) {
  return written(percent_change(figure_of(exactly(a)), figure_of(exactly(b))), rounding);
}

TEST_CASE("654 to 526 is 19.6 to the nearest and 19.5 by truncation") {
  CHECK(percent(654, 526, {1, false}) == "-19.6");
  CHECK(percent(654, 526, {1, true}) == "-19.5");
  CHECK(unrounded(percent_change(figure_of(exactly(654)), figure_of(exactly(526))).lo) ==
        "-19.571865");
}

TEST_CASE("halves go away from zero, and nothing is written as minus nought") {
  CHECK(rounded({5, 2}, {0, false}) == "3");
  CHECK(rounded({-5, 2}, {0, false}) == "-3");
  CHECK(rounded({5, 2}, {0, true}) == "2");
  CHECK(rounded({-1, 3}, {0, false}) == "0");
  CHECK(rounded({1, 3}, {3, false}) == "0.333");
  CHECK(rounded({2, 3}, {1, false}) == "0.7");
  CHECK(rounded({1, 100}, {1, false}) == "0.0");
  CHECK(rounded({19'99, 100}, {1, false}) == "20.0");
  CHECK(unrounded({35, 2}) == "17.5");
  CHECK(unrounded({40, 2}) == "20");
}

TEST_CASE("a rate for every 10,000") {
  const Figure rate = share_of(exactly(526), exactly(33127), DividedAs::per_10000);
  CHECK(written(rate, {1, false}) == "158.8");
}

TEST_CASE("a share of what is open lies between two") {
  const Figure share = share_of(between(3, 4), between(10, 12), DividedAs::percent);
  CHECK(written(share, {1, false}) == "25.0 to 40.0");
  CHECK(share_of(exactly(0), exactly(0), DividedAs::percent).cannot_decide);
  Sum open = exactly(10);
  open.open_hi = true;
  CHECK(share_of(exactly(1), open, DividedAs::percent).cannot_decide);
  CHECK(written(figure_of(open), {0, false}) == "at least 10");
}

TEST_CASE("a difference is as open as what it is the difference of") {
  const Figure change = difference(figure_of(between(10, 12)), figure_of(exactly(20)));
  CHECK(written(change, {0, false}) == "8 to 10");
  Sum open = exactly(10);
  open.open_hi = true;
  CHECK(written(difference(figure_of(exactly(4)), figure_of(open)), {0, false}) == "at least 6");
  CHECK(written(difference(figure_of(open), figure_of(exactly(4))), {0, false}) == "at most -6");
}

TEST_CASE("rows that may belong pull a mean both ways") {
  Spread spread;
  spread.sum = exactly(30);  // of 10 and 20
  spread.count = 2;
  CHECK(written(mean_of(spread), {1, false}) == "15.0");
  spread.maybe = {{3 * k_thousand, 3 * k_thousand}, {27 * k_thousand, 27 * k_thousand}};
  CHECK(written(mean_of(spread), {1, false}) == "11.0 to 19.0");
  CHECK(mean_of(Spread{}).cannot_decide);
  spread.sum.open_hi = true;
  CHECK(mean_of(spread).cannot_decide);
}

}  // namespace
}  // namespace tidemark
