// What each word means when a fact is known, unknown or absent.
#include "evaluate/evaluator.hpp"

#include <catch2/catch.hpp>

#include "evaluate/invented_case.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr Day k_today = 18100;

// One child's case and a rulebook to ask it with.
struct Asked {
  Rulebook rulebook;
  Words words{rulebook};
  InventedCase invented;

  Asked() : rulebook(with_model()), invented(rulebook.model, k_today) {}
  static Rulebook with_model() {
    Rulebook made;
    made.model = model();
    return made;
  }
  template <class Answer>
  auto ask(ExprId id, Answer answer) {
    const Plan plan(rulebook, invented.pools().texts);
    Evaluator evaluator(plan);
    evaluator.start(invented.child_case());
    return answer(evaluator, id);
  }
  Truth truth(ExprId id) {
    return ask(id, [](Evaluator& e, ExprId x) { return e.truth(x); });
  }
  Date date(ExprId id) {
    return ask(id, [](Evaluator& e, ExprId x) { return e.date(x); });
  }
  Number number(ExprId id) {
    return ask(id, [](Evaluator& e, ExprId x) { return e.number(x); });
  }
  ExprId known(ExprId id) { return words.op(Op::is_known, Type::truth, {id}); }
  ExprId latest(int table) { return words.pick(Op::latest, words.rows(table)); }
  ExprId last_days(int n) {
    return words.window(words.minus(words.as_at(), {n, Unit::days}), words.as_at());
  }
  ExprId count(ExprId rows) { return words.op(Op::count_rows, Type::number, {rows}); }
  ExprId any(ExprId rows) { return words.op(Op::any_rows, Type::truth, {rows}); }
  void stay(Cell from, Cell to, Cell kind = k_home) { invented.add(k_stay, {from, to, kind, 0}); }
  void visit(Cell on, Cell part = 0, Cell score = 0) {
    invented.add(k_visit, {on, part, score, k_cell_absent});
  }
};

}  // namespace

TEST_CASE("a code is one of some, is none of some, or nobody knows; an absent one is neither") {
  Asked asked;
  const ExprId kind = asked.words.code_of(asked.latest(k_stay), k_kind);
  const ExprId is_home = asked.words.is(kind, {k_home});
  const ExprId is_not_home = asked.words.is_not(kind, {k_home});
  REQUIRE(asked.truth(is_home) == Truth::no);
  REQUIRE(asked.truth(is_not_home) == Truth::no);
  asked.stay(k_today - 9, k_cell_absent, k_foster);
  REQUIRE(asked.truth(is_home) == Truth::no);
  REQUIRE(asked.truth(is_not_home) == Truth::yes);
  asked.stay(k_today - 8, k_cell_absent, k_cell_unknown);
  REQUIRE(asked.truth(is_home) == Truth::unknown);
  asked.stay(k_today - 7, k_cell_absent, asked.invented.one_of(k_foster, k_away));
  REQUIRE(asked.truth(is_home) == Truth::no);
  REQUIRE(asked.truth(is_not_home) == Truth::yes);
}

TEST_CASE("a blank date is not known, a blank milestone has not happened") {
  Asked asked;
  const ExprId on = asked.words.date_of(asked.latest(k_visit), k_on);
  REQUIRE(asked.truth(asked.known(on)) == Truth::no);
  asked.visit(k_cell_unknown);
  REQUIRE(asked.truth(asked.known(on)) == Truth::no);
  REQUIRE(asked.truth(asked.words.op(Op::before, Type::truth,
                                     {on, asked.words.day(k_today - 5)})) == Truth::unknown);
  asked.stay(k_today - 5, k_cell_absent);
  const ExprId to = asked.words.date_of(asked.latest(k_stay), k_to);
  REQUIRE(asked.truth(asked.known(to)) == Truth::no);
  REQUIRE(asked.date(to).is_absent());
  asked.stay(k_today - 4, k_cell_unknown);
  REQUIRE(asked.truth(asked.known(to)) == Truth::unknown);
}

TEST_CASE("the same test of a row's own cell is the same with and without the quick filter") {
  Asked asked;
  asked.visit(k_cell_unknown);
  asked.visit(k_today - 3);
  const ExprId on = asked.words.date_of(asked.words.bound(k_visit, 1), k_on);
  const ExprId quick = asked.words.where(asked.words.rows(k_visit), 1, asked.known(on));
  const ExprId walked = asked.words.where(asked.words.rows(k_visit), 1,
                                          asked.words.none({asked.words.none({asked.known(on)})}));
  REQUIRE(asked.number(asked.count(quick)).is_exact());
  REQUIRE(asked.number(asked.count(quick)).lo == 1);
  REQUIRE(asked.number(asked.count(walked)).lo == 1);
}

TEST_CASE("a blank visit may be the latest, so the latest day is open upwards") {
  Asked asked;
  asked.visit(k_cell_unknown);
  asked.visit(k_today - 30);
  const Date latest = asked.date(asked.words.date_of(asked.latest(k_visit), k_on));
  REQUIRE(latest.lo <= k_today - 30);
  REQUIRE(latest.hi == k_today);
}

TEST_CASE("of several open stays the latest to start is current; an ended one is not") {
  Asked asked;
  const ExprId current = asked.words.pick(Op::current, asked.words.rows(k_stay));
  asked.stay(k_today - 50, k_cell_absent);
  asked.stay(k_today - 40, k_cell_absent);
  asked.stay(k_today - 30, k_today);
  REQUIRE(asked.date(asked.words.date_of(current, k_from)) == Date::known(k_today - 40));
}

TEST_CASE("a run steps back while stays touch, passes over time away and stops at a gap") {
  Asked asked;
  const ExprId kind = asked.words.code_of(asked.words.bound(k_stay, 1), k_kind);
  const ExprId run =
      asked.words.unbroken(asked.words.rows(k_stay), 1, asked.words.is(kind, {k_home}));
  const ExprId from = asked.words.date_of(run, k_from);
  REQUIRE(asked.truth(asked.known(run)) == Truth::no);
  asked.stay(k_today - 90, k_today - 80);
  asked.stay(k_today - 70, k_today - 60);
  asked.stay(k_today - 60, k_today - 50, k_away);
  asked.stay(k_today - 49, k_today - 40);
  asked.stay(k_today - 40, k_cell_absent);
  REQUIRE(asked.date(from) == Date::known(k_today - 70));
}

TEST_CASE("a run of time away that itself meets the condition begins there") {
  Asked asked;
  const ExprId place = asked.words.code_of(asked.words.bound(k_stay, 1), k_place);
  const ExprId same = asked.words.op(Op::same_value, Type::truth,
                                     {place, asked.words.code_of(asked.latest(k_stay), k_place)});
  const ExprId run = asked.words.unbroken(asked.words.rows(k_stay), 1, same);
  asked.invented.add(k_stay, {k_today - 90, k_today - 60, k_home, 1});
  asked.invented.add(k_stay, {k_today - 60, k_today - 50, k_away, 2});
  asked.invented.add(k_stay, {k_today - 50, k_cell_absent, k_home, 2});
  REQUIRE(asked.date(asked.words.date_of(run, k_from)) == Date::known(k_today - 60));
}

TEST_CASE("a run stops at a row that the set does not hold") {
  Asked asked;
  const ExprId inner = asked.words.code_of(asked.words.bound(k_stay, 1), k_kind);
  const ExprId homes =
      asked.words.where(asked.words.rows(k_stay), 1, asked.words.is(inner, {k_home}));
  const ExprId run = asked.words.unbroken(homes, 1, asked.words.truth(true));
  asked.stay(k_today - 90, k_today - 60);
  asked.stay(k_today - 60, k_today - 50, k_foster);
  asked.stay(k_today - 50, k_cell_absent);
  REQUIRE(asked.date(asked.words.date_of(run, k_from)) == Date::known(k_today - 50));
}

TEST_CASE("a window leaves out its first day, and a stay that ends as it begins is not of it") {
  Asked asked;
  asked.visit(k_today - 10);
  asked.visit(k_today - 9);
  const ExprId visits =
      asked.words.among(Op::starting_within, asked.words.rows(k_visit), asked.last_days(10));
  REQUIRE(asked.number(asked.count(visits)).lo == 1);
  const ExprId touching =
      asked.words.among(Op::touching, asked.words.rows(k_stay), asked.last_days(10));
  asked.stay(k_today - 50, k_today - 9);
  REQUIRE(asked.truth(asked.any(touching)) == Truth::no);
  asked.stay(k_today - 50, k_today - 8);
  REQUIRE(asked.truth(asked.any(touching)) == Truth::yes);
}

TEST_CASE("rows before the first day that a table covers are unseen, and only those") {
  Asked asked;
  asked.invented.covers_from(k_visit, k_today - 20);
  asked.visit(k_today - 5);
  const auto since = [&](Day day) {
    return asked.words.among(Op::since, asked.words.rows(k_visit), asked.words.day(day));
  };
  REQUIRE(asked.number(asked.count(since(k_today - 20))).is_exact());
  REQUIRE_FALSE(asked.number(asked.count(since(k_today - 21))).is_exact());
  const ExprId early = since(k_today - 21);
  const auto on = [&](Op pick) { return asked.words.date_of(asked.words.pick(pick, early), k_on); };
  REQUIRE(asked.date(on(Op::latest)) == Date::known(k_today - 5));
  REQUIRE_FALSE(asked.date(on(Op::earliest)).is_exact());
}

TEST_CASE("a count is an interval where a row only may match, and open where rows may be missing") {
  Asked asked;
  const ExprId part = asked.words.code_of(asked.words.bound(k_visit, 1), k_part);
  const ExprId took_part =
      asked.words.where(asked.words.rows(k_visit), 1, asked.words.is(part, {0}));
  asked.visit(k_today - 9, 0);
  asked.visit(k_today - 8, k_cell_unknown);
  asked.visit(k_today - 7, 1);
  REQUIRE(asked.number(asked.count(took_part)).lo == 1);
  REQUIRE(asked.number(asked.count(took_part)).hi == 2);
  asked.invented.supply(k_visit, Supply::partial);
  REQUIRE(asked.number(asked.count(took_part)).hi == std::numeric_limits<double>::infinity());
  REQUIRE(asked.truth(asked.any(took_part)) == Truth::yes);
}

TEST_CASE("days in a window are counted once however many stays overlap") {
  Asked asked;
  const ExprId days = asked.words.op(Op::days_within, Type::number,
                                     {asked.words.rows(k_stay), asked.last_days(30)});
  asked.stay(k_today - 60, k_today - 20);
  asked.stay(k_today - 25, k_today - 15);
  asked.stay(k_today - 5, k_cell_absent);
  // Days -29 to -16, and -5 to today.
  REQUIRE(asked.number(days).is_exact());
  REQUIRE(asked.number(days).lo == 14 + 6);
}

TEST_CASE("the nth day that stays cover is a day, an interval, or never") {
  Asked asked;
  const ExprId stays = asked.words.rows(k_stay);
  const ExprId tenth = asked.words.nth_day(stays, asked.last_days(30), 10);
  const ExprId twenty_first = asked.words.nth_day(stays, asked.last_days(30), 21);
  asked.stay(k_today - 60, k_today - 20);  // nine days of the window: -29 to -21
  asked.stay(k_today - 5, k_cell_absent);  // -5 to today
  REQUIRE(asked.date(tenth) == Date::known(k_today - 5));
  REQUIRE(asked.date(twenty_first).is_absent());
  asked.invented.supply(k_stay, Supply::partial);
  REQUIRE(asked.date(tenth).lo == k_earliest);
  REQUIRE(asked.date(tenth).hi == k_today - 5);
}

TEST_CASE("the latest of a field over rows passes over blanks that mean it has not happened") {
  Asked asked;
  const ExprId latest = asked.words.field_in(Op::latest_in, asked.words.rows(k_stay), k_to);
  REQUIRE(asked.date(latest).is_absent());
  asked.stay(k_today - 60, k_today - 20);
  asked.stay(k_today - 20, k_cell_absent);
  REQUIRE(asked.date(latest) == Date::known(k_today - 20));
  const ExprId earliest = asked.words.field_in(Op::earliest_in, asked.words.rows(k_stay), k_from);
  REQUIRE(asked.date(earliest) == Date::known(k_today - 60));
}

TEST_CASE("the first known of two dates passes over a blank and is open if all are blank") {
  Asked asked;
  const ExprId visit_on = asked.words.date_of(asked.latest(k_visit), k_on);
  const ExprId stay_to = asked.words.date_of(asked.latest(k_stay), k_to);
  const ExprId first = asked.words.op(Op::first_known, Type::date, {visit_on, stay_to});
  REQUIRE(asked.date(first).is_absent());
  asked.visit(k_cell_unknown);
  REQUIRE(asked.date(first).is_unknown());
  asked.stay(k_today - 9, k_today - 2);
  REQUIRE(asked.date(first) == Date::known(k_today - 2));
}

TEST_CASE("two sources that differ leave open what differs between them") {
  Asked asked;
  asked.visit(k_today - 9);
  asked.stay(k_today - 7, k_cell_absent);
  const ExprId both = asked.words.op(Op::either_of, Type::date,
                                     {asked.words.date_of(asked.latest(k_visit), k_on),
                                      asked.words.date_of(asked.latest(k_stay), k_from)});
  REQUIRE(asked.date(both) == Date::between(k_today - 9, k_today - 7));
}

TEST_CASE("a field of a row that nobody supplied is neither known nor missing") {
  Asked asked;
  asked.invented.supply(k_stay, Supply::partial);
  asked.stay(k_today - 9, k_cell_absent);
  const ExprId kind = asked.words.code_of(asked.latest(k_stay), k_kind);
  REQUIRE(asked.truth(asked.known(kind)) == Truth::unknown);
  REQUIRE(asked.truth(asked.words.op(Op::is_missing, Type::truth, {kind})) == Truth::unknown);
}

TEST_CASE("a hundred thousand stays of one child make one run in no time worth noting") {
  Asked asked;
  for (Day day = 0; day < 100'000; ++day) {
    asked.stay(k_today - 100'001 + day, k_today - 100'000 + day);
  }
  asked.stay(k_today - 1, k_cell_absent);
  const ExprId run = asked.words.unbroken(asked.words.rows(k_stay), 1, asked.words.truth(true));
  REQUIRE(asked.date(asked.words.date_of(run, k_from)) == Date::known(k_today - 100'001));
}

TEST_CASE("noting the cells of a long history does not note them once for each of its rows") {
  constexpr Day k_rows = 20'000;
  Asked asked;
  for (Day day = 0; day < k_rows; ++day) asked.visit(k_today - k_rows + day);
  const ExprId all = asked.count(asked.words.rows(k_visit));
  const ExprId score = asked.words.number_of(asked.words.bound(k_visit, 1), k_score);
  const ExprId fewer = asked.words.where(asked.words.rows(k_visit), 1,
                                         asked.words.op(Op::under, Type::truth, {score, all}));
  const ExprId any = asked.any(fewer);
  const Plan plan(asked.rulebook, asked.invented.pools().texts);
  Evaluator evaluator(plan);
  evaluator.start(asked.invented.child_case());
  Trace trace;
  evaluator.trace_into(&trace);
  REQUIRE(evaluator.truth(any) == Truth::yes);
  evaluator.trace_into(nullptr);
  REQUIRE(trace.cells.size() < 1000);
  REQUIRE(trace.cells[0] == CellRef{k_visit, k_score, 0});
}
