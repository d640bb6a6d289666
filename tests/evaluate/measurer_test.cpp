// What a child or row adds to a figure when the record is clear, blank, or was not supplied.
#include "evaluate/measurer.hpp"

#include <catch2/catch.hpp>

#include "evaluate/invented_case.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr Day k_today = 18100;
using Of = Quantity::Of;

// One child at a time, added to one tally.
struct Council {
  Rulebook rulebook;
  Words words{rulebook};
  Measure measure;
  Tally tally;

  Council() { rulebook.model = model(); }
  void add(InventedCase& child) {
    const Plan plan(rulebook, child.pools().texts);
    Evaluator evaluator(plan);
    evaluator.begin_period(k_today - 30);
    evaluator.start(child.child_case());
    Measurer(evaluator, nullptr).tally(measure, tally);
  }
  InventedCase child() const { return {rulebook.model, k_today}; }
  void count(Of of, ExprId value) {
    measure.counts.of = of;
    measure.counts.value = value;
  }
  ExprId this_row(int table) { return words.bound(table, 0); }
};

std::int64_t ones(std::int64_t n) {
  return n * k_thousand;
}

}  // namespace

TEST_CASE(
    "children are counted where it holds, perhaps where nobody knows, and not where it does not") {
  Council council;
  const ExprId kind =
      council.words.code_of(council.words.pick(Op::latest, council.words.rows(k_stay)), k_kind);
  council.count(Of::children, council.words.is(kind, {k_home}));
  for (const Cell cell : {Cell{k_home}, Cell{k_home}, Cell{k_foster}, k_cell_unknown}) {
    InventedCase child = council.child();
    child.add(k_stay, {k_today - 5, k_cell_absent, cell, 0});
    council.add(child);
  }
  CHECK(council.tally.counts.lo == ones(2));
  CHECK(council.tally.counts.hi == ones(3));
  CHECK(council.tally.counts.undecided == 1);
  REQUIRE(council.tally.causes.size() == 1);
  CHECK(council.tally.causes.begin()->second == 1);
}

TEST_CASE("rows that may lie in the period make the figure an interval") {
  Council council;
  Words& w = council.words;
  const ExprId window = w.window(w.minus(w.as_at(), {10, Unit::days}), w.as_at());
  council.count(Of::rows, w.among(Op::starting_within, w.rows(k_visit), window));
  InventedCase child = council.child();
  child.add(k_visit, {k_today - 3, 0, 0, k_cell_absent});
  child.add(k_visit, {child.partly(k_today - 15, k_today - 5), 0, 0, k_cell_absent});
  child.add(k_visit, {k_today - 20, 0, 0, k_cell_absent});
  council.add(child);
  CHECK(council.tally.counts.lo == ones(1));
  CHECK(council.tally.counts.hi == ones(2));
  CHECK(council.tally.counts.undecided == 1);
}

TEST_CASE("rows of a table that was not supplied leave no upper bound") {
  Council council;
  council.count(Of::rows, council.words.rows(k_visit));
  InventedCase child = council.child();
  child.supply(k_visit, Supply::none);
  council.add(child);
  CHECK(council.tally.counts.lo == 0);
  CHECK(council.tally.counts.open_hi);
  CHECK_FALSE(council.tally.counts.is_exact());
  CHECK(council.tally.counts.undecided == 1);
}

TEST_CASE("each child is in the first part that holds; who cannot be placed may be in several") {
  Council council;
  Words& w = council.words;
  const ExprId part = w.code_of(council.this_row(k_visit), k_part);
  const ExprId score = w.number_of(council.this_row(k_visit), k_score);
  council.count(Of::rows, w.rows(k_visit));
  council.measure.split = {{"took part", w.is(part, {0})},
                           {"did well", w.op(Op::at_least, Type::truth, {score, w.number(5)})},
                           {"others", k_no_expr}};
  InventedCase child = council.child();
  child.add(k_visit, {k_today - 5, 0, 9000, k_cell_absent});               // both: the first
  child.add(k_visit, {k_today - 4, 1, 9000, k_cell_absent});               // the second
  child.add(k_visit, {k_today - 3, 1, 1000, k_cell_absent});               // neither
  child.add(k_visit, {k_today - 2, k_cell_unknown, 1000, k_cell_absent});  // first or the others
  council.add(child);
  const std::vector<Sum>& parts = council.tally.parts;
  REQUIRE(parts.size() == 3);
  CHECK((parts[0].lo == ones(1) && parts[0].hi == ones(2)));
  CHECK((parts[1].lo == ones(1) && parts[1].hi == ones(1)));
  CHECK((parts[2].lo == ones(1) && parts[2].hi == ones(2)));
  CHECK(council.tally.counts.lo == ones(4));
}

TEST_CASE("a mean leaves out rows without the number and says so; a blank one leaves it open") {
  Council council;
  Words& w = council.words;
  council.measure.kind = MeasureKind::averages;
  council.measure.each = w.rows(k_visit);
  council.measure.averages = w.op(
      Op::days_between, Type::number,
      {w.date_of(council.this_row(k_visit), k_on), w.date_of(council.this_row(k_visit), k_next)});
  InventedCase child = council.child();
  child.add(k_visit, {k_today - 10, 0, 0, k_today - 4});
  child.add(k_visit, {k_today - 9, 0, 0, k_today - 1});
  child.add(k_visit, {k_today - 8, 0, 0, k_cell_absent});
  council.add(child);
  CHECK(council.tally.spread.count == 2);
  CHECK(council.tally.spread.sum.lo == ones(14));
  CHECK(council.tally.spread.sum.is_exact());
  CHECK(council.tally.spread.without == 1);
  InventedCase other = council.child();
  other.add(k_visit, {other.partly(k_today - 8, k_today - 6), 0, 0, k_today - 5});
  council.add(other);
  CHECK(council.tally.spread.count == 3);
  CHECK(council.tally.spread.sum.lo == ones(15));
  CHECK(council.tally.spread.sum.hi == ones(17));
  CHECK(council.tally.spread.sum.undecided == 1);
  CHECK(council.tally.spread.known_count == 2);
}

TEST_CASE("a number of which nothing is known bounds no sum; one that is not there adds nothing") {
  Council council;
  const ExprId row = council.words.pick(Op::latest, council.words.rows(k_visit));
  council.count(Of::number, council.words.number_of(row, k_score));
  InventedCase none = council.child();
  council.add(none);
  CHECK(council.tally.counts.is_exact());
  InventedCase seven = council.child();
  seven.add(k_visit, {k_today - 1, 0, 7500, k_cell_absent});
  council.add(seven);
  CHECK((council.tally.counts.is_exact() && council.tally.counts.lo == 7500));
  InventedCase blank = council.child();
  blank.add(k_visit, {k_today - 1, 0, k_cell_unknown, k_cell_absent});
  council.add(blank);
  CHECK((council.tally.counts.open_lo && council.tally.counts.open_hi));
  CHECK(council.tally.counts.undecided == 1);
}

TEST_CASE("the period begins on the day that was asked for, and its first and last days belong") {
  Council council;
  Words& w = council.words;
  const ExprId first = w.op(Op::period_start, Type::date, {});
  const ExprId period = w.op(Op::window_closed, Type::window, {first, w.as_at()});
  council.count(Of::rows, w.among(Op::starting_within, w.rows(k_visit), period));
  for (const int before : {31, 30, 0}) {
    InventedCase child = council.child();
    child.add(k_visit, {k_today - before, 0, 0, k_cell_absent});
    council.add(child);
  }
  CHECK(council.tally.counts.lo == ones(2));
  CHECK(council.tally.counts.is_exact());
}
