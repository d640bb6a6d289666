// Judging: verdicts of whole rules over invented cases, and over snapshots with several threads.
#include "evaluate/judge.hpp"

#include <catch2/catch.hpp>

#include "evaluate/given_case.hpp"
#include "evaluate/invented_case.hpp"
#include "evaluate/narrator.hpp"
#include "evaluate/rule_judge.hpp"

using namespace tidemark;
using namespace tidemark::invented;

namespace {

constexpr Day k_today = 18100;

struct Book {
  Rulebook rulebook;
  Words words{rulebook};

  Book() { rulebook.model = model(); }

  // A visit within so many days of the latest stay's beginning.
  Rule& visit_within(int days) {
    Rule rule;
    rule.id = "VISIT";
    rule.clock = words.date_of(words.pick(Op::latest, words.rows(k_stay)), k_from);
    rule.limits.push_back({k_no_expr, {{days, Unit::days}, false, -1}});
    const ExprId since = words.among(Op::since, words.rows(k_visit), rule.clock);
    rule.stops = words.date_of(words.pick(Op::earliest, since), k_on);
    rule.says = "Stay began {clock}. {overdue} past {limit}.";
    return add(rule);
  }
  Rule& add(const Rule& rule) {
    rulebook.rules.push_back(rule);
    return rulebook.rules.back();
  }
  std::vector<Judgement> judge(InventedCase& invented, std::size_t rule = 0) const {
    const Plan plan(rulebook, invented.pools().texts);
    Evaluator evaluator(plan);
    evaluator.start(invented.child_case());
    std::vector<Judgement> all;
    RuleJudge(evaluator).judge(rule, all);
    return all;
  }
};

InventedCase stay_from(const Book& book, Cell from) {
  InventedCase invented(book.rulebook.model, k_today);
  invented.add(k_stay, {from, k_cell_absent, k_home, 0});
  return invented;
}

void visit(InventedCase& invented, Cell on) {
  invented.add(k_visit, {on, 0, 0, k_cell_absent});
}

}  // namespace

TEST_CASE("a duty is met, met late or a breach by the day on which the clock stopped") {
  Book book;
  book.visit_within(10);
  InventedCase in_time = stay_from(book, k_today - 20);
  visit(in_time, k_today - 10);
  REQUIRE(book.judge(in_time)[0].verdict == Verdict::on_track);
  InventedCase late = stay_from(book, k_today - 20);
  visit(late, k_today - 9);
  REQUIRE(book.judge(late)[0].verdict == Verdict::met_late);
  REQUIRE(book.judge(late)[0].days_over == 1);
  InventedCase never = stay_from(book, k_today - 20);
  REQUIRE(book.judge(never)[0].verdict == Verdict::breach);
  REQUIRE(book.judge(never)[0].days_over == 10);
}

TEST_CASE("a stay that began before the extract is late by at least what can be seen") {
  Book book;
  book.visit_within(10);
  InventedCase cut_off(book.rulebook.model, k_today);
  cut_off.add(k_stay, {cut_off.partly(k_earliest, k_today - 15), k_cell_absent, k_home, 0});
  const Judgement judgement = book.judge(cut_off)[0];
  REQUIRE(judgement.verdict == Verdict::breach);
  REQUIRE(judgement.days_over == 5);
  REQUIRE(judgement.at_least);
}

TEST_CASE("a visit list that did not come leaves only clocks that have run out undecided") {
  Book book;
  book.visit_within(10);
  InventedCase running = stay_from(book, k_today - 10);
  running.supply(k_visit, Supply::none);
  REQUIRE(book.judge(running)[0].verdict == Verdict::on_track);
  InventedCase over = stay_from(book, k_today - 11);
  over.supply(k_visit, Supply::none);
  REQUIRE(book.judge(over)[0].verdict == Verdict::cannot_decide);
}

TEST_CASE("a duty that fell due, or may have, before what the list covers cannot be decided") {
  Book book;
  book.visit_within(10);
  InventedCase before = stay_from(book, k_today - 20);
  before.covers_from(k_visit, k_today - 9);
  REQUIRE(book.judge(before)[0].verdict == Verdict::cannot_decide);
  InventedCase within = stay_from(book, k_today - 20);
  within.covers_from(k_visit, k_today - 21);
  REQUIRE(book.judge(within)[0].verdict == Verdict::breach);
  InventedCase perhaps(book.rulebook.model, k_today);
  perhaps.add(k_stay, {perhaps.partly(k_earliest, k_today - 20), k_cell_absent, k_home, 0});
  perhaps.covers_from(k_visit, k_today - 20);
  REQUIRE(book.judge(perhaps)[0].verdict == Verdict::cannot_decide);
}

TEST_CASE("a blank beginning is the same occasion whatever the day") {
  Book book;
  book.visit_within(10);
  InventedCase blank = stay_from(book, k_cell_unknown);
  const Judgement judgement = book.judge(blank)[0];
  REQUIRE(judgement.verdict == Verdict::cannot_decide);
  REQUIRE(judgement.clock == Date::unknown());
}

TEST_CASE("a reason that holds explains a breach, one in doubt leaves it plain and marked") {
  Book book;
  Rule& rule = book.visit_within(10);
  const ExprId agrees =
      book.words.code_of(book.words.pick(Op::latest, book.words.rows(k_child)), k_agrees);
  rule.explained_by.push_back({"the child agreed", book.words.is(agrees, {1})});
  const auto said = [&](Cell flag) {
    InventedCase invented = stay_from(book, k_today - 20);
    invented.add(k_child, {k_today - 4000, flag});
    return book.judge(invented)[0];
  };
  REQUIRE(said(1).verdict == Verdict::explained);
  REQUIRE(said(0).verdict == Verdict::breach);
  REQUIRE_FALSE(said(0).reason_not_evidenced);
  REQUIRE(said(k_cell_unknown).verdict == Verdict::breach);
  REQUIRE(said(k_cell_unknown).reason_not_evidenced);
}

TEST_CASE("each row is an occasion, and a row that only may match leaves the population open") {
  Book book;
  Rule rule;
  rule.id = "STAYS";
  const ExprId kind = book.words.code_of(book.words.bound(k_stay, 1), k_kind);
  rule.each = book.words.where(book.words.rows(k_stay), 1, book.words.is(kind, {k_foster}));
  rule.each_binder = 0;
  rule.clock = book.words.date_of(book.words.bound(k_stay, 0), k_from);
  rule.limits.push_back({k_no_expr, {{5, Unit::days}, true, -1}});
  book.add(rule);
  InventedCase invented(book.rulebook.model, k_today);
  invented.add(k_stay, {k_today - 50, k_today - 30, k_home, 0});
  invented.add(k_stay, {k_today - 30, k_today - 5, k_foster, 0});
  invented.add(k_stay, {k_today - 5, k_cell_absent, k_cell_unknown, 0});
  const std::vector<Judgement> said = book.judge(invented);
  REQUIRE(said.size() == 2);
  REQUIRE(said[0].row == 1);
  REQUIRE(said[0].verdict == Verdict::breach);
  REQUIRE(said[1].population_undecided);

  InventedCase missing(book.rulebook.model, k_today);
  missing.supply(k_stay, Supply::none);
  REQUIRE(book.judge(missing).size() == 1);
  REQUIRE(book.judge(missing)[0].population_undecided);
}

TEST_CASE("of two versions of a rule one speaks, also where the population is undecided") {
  Book book;
  Rule old_law = book.visit_within(10);
  const ExprId agrees =
      book.words.code_of(book.words.pick(Op::latest, book.words.rows(k_child)), k_agrees);
  old_law.applies = book.words.is(agrees, {1});
  Rule new_law = old_law;
  old_law.in_force = {k_earliest, k_today - 51, false};
  new_law.in_force = {k_today - 50, k_latest, false};
  book.rulebook.rules = {old_law, new_law};
  InventedCase invented = stay_from(book, k_today - 50);
  invented.add(k_child, {k_today - 4000, k_cell_unknown});
  REQUIRE(book.judge(invented, 0)[0].verdict == Verdict::not_applicable);
  REQUIRE(book.judge(invented, 1)[0].population_undecided);
}

TEST_CASE("an example may write its rows in any order") {
  Book book;
  book.visit_within(10);
  Example example;
  example.given.push_back({k_stay,
                           {{k_today - 5, k_cell_absent, k_home, 0},
                            {k_today - 40, k_today - 5, k_home, 0},
                            {k_today + 1, k_cell_absent, k_home, 0}}});
  const GivenCase given(book.rulebook, example, k_today);
  const ChildCase& child_case = given.child_case();
  REQUIRE(child_case.tables[k_stay].count == 2);
  REQUIRE(child_case.date_at(k_stay, k_from, 1) == Date::known(k_today - 5));
}

TEST_CASE("the sentence, the reason and the cells of a finding say what the verdict rests on") {
  Book book;
  book.visit_within(10);
  InventedCase over = stay_from(book, k_today - 11);
  over.supply(k_visit, Supply::none);
  const Plan plan(book.rulebook, over.pools().texts);
  Evaluator evaluator(plan);
  evaluator.start(over.child_case());
  std::vector<Judgement> said;
  RuleJudge(evaluator).judge(0, said);
  const Finding undecided = Narrator(evaluator, nullptr).finding(said[0]);
  REQUIRE(undecided.reason == "no visit list was supplied");
  REQUIRE(undecided.says == "Cannot be decided: no visit list was supplied.");
  InventedCase never = stay_from(book, k_today - 11);
  evaluator.start(never.child_case());
  said.clear();
  RuleJudge(evaluator).judge(0, said);
  const Finding breach = Narrator(evaluator, nullptr).finding(said[0]);
  REQUIRE(breach.says == "Stay began " + in_words(k_today - 11) + ". 1 day past 10 days.");
  REQUIRE(breach.occasion == iso(k_today - 11));
  REQUIRE(breach.evidence[0].table == "stay");
  REQUIRE(breach.evidence[0].value == iso(k_today - 11));
}
