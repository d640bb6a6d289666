// Each word of the language, with the node it builds and what it is in English.
#include <catch2/catch.hpp>

#include "rulebook/describe.hpp"
#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

struct Said {
  const char* written;
  Op op;
  const char* english;
};

// The expression, read as a fact's value, a clock or a condition by `wrap`.
void check(const Said& said, const std::string& before, const std::string& after, bool is_date) {
  const Rulebook book = load_one("x/TRY.lua", draft_rule(before + said.written + after));
  INFO(said.written);
  for (const RuleProblem& problem : book.problems) FAIL(problem.message);
  const Rule& rule = book.rules.at(0);
  const ExprId id = is_date ? rule.clock : rule.breach_when;
  CHECK(static_cast<int>(book.exprs[id].op) == static_cast<int>(said.op));
  CHECK(describe(book, id) == said.english);
}

void check_truth(const Said& said) {
  check(said, "applies = all { case.looked_after }, breach_when = ", ",", false);
}

void check_date(const Said& said) {
  check(said, "applies = all { case.looked_after }, limit = within(days(1)), clock = ", ",", true);
}

}  // namespace

TEST_CASE("Conditions build their own nodes and read aloud") {
  const Said k_said[] = {
      {"placement:current().kind:is \"P1\"", Op::value_is,
       "the current placement's kind is P1 (with own parents)"},
      {"placement:current().kind:is(\"U1\", \"P1\")", Op::value_is,
       "the current placement's kind is P1 (with own parents) or U1 (foster care)"},
      {"placement:current().kind:is_not \"P1\"", Op::value_is_not,
       "the current placement's kind is recorded and is not P1 (with own parents)"},
      {"court_application:latest().reasons:includes(\"delay\", \"cost\")", Op::includes,
       "the latest court application's reasons includes cost or delay"},
      {"placement:latest().kind:same_as(placement:earliest().kind)", Op::same_value,
       "the latest placement's kind is the same as the earliest placement's kind"},
      {"child.asylum_seeker:is \"yes\"", Op::value_is, "the child's asylum seeker is yes"},
      {"placement:current().provider:is \"Agency\"", Op::value_is,
       "the current placement's provider is \"Agency\""},
      {"placement:current():known()", Op::is_known, "there is a current placement"},
      {"placement:current():missing()", Op::is_missing, "there is no current placement"},
      {"placement:current().kind:known()", Op::is_known,
       "the current placement's kind is recorded"},
      {"court_application:latest().issued:missing()", Op::is_missing,
       "there is no latest court application's issued"},
      {"child.date_of_birth:before \"2010-04-01\"", Op::before,
       "the child's date of birth is before 1 Apr 2010"},
      {"review:latest().on:after(as_at - months(6))", Op::after,
       "the latest review's date is after 6 months before the as-at date"},
      {"review:latest().on:on_or_before(day \"2020-02-29\")", Op::on_or_before,
       "the latest review's date is on or before 29 Feb 2020"},
      {"review:latest().on:on_or_after(as_at)", Op::on_or_after,
       "the latest review's date is on or after the as-at date"},
      {"review:latest().on:is(as_at)", Op::same_day,
       "the latest review's date is the same day as the as-at date"},
      {"review:latest().on:during(last(months(6)))", Op::during,
       "the latest review's date is in the last 6 months"},
      {"review:latest().on:during(between(\"2020-01-01\", as_at))", Op::during,
       "the latest review's date is in the time from 1 Jan 2020 to the as-at date"},
      {"placement:starting_within(months(12)):count():at_least(3)", Op::at_least,
       "the number of placements starting in the last 12 months is at least 3"},
      {"placement:count():more_than(3)", Op::more_than, "the number of placements is more than 3"},
      {"placement:count():at_most(3)", Op::at_most, "the number of placements is at most 3"},
      {"age:under(16)", Op::under, "the child's age is under 16"},
      {"placement:count():is(2)", Op::equals, "the number of placements is 2"},
      {"age_on(placement:current().from):under(5)", Op::under,
       "the child's age on the current placement's start is under 5"},
      {"placement:where { kind = \"P1\" }:any()", Op::any_rows,
       "there is a placement whose kind is P1 (with own parents)"},
      {"placement:where { kind = { \"P1\", \"A3\" }, provider = \"X\" }:any()", Op::any_rows,
       "there is a placement whose kind is A3 (with adopters) or P1 (with own parents) and its "
       "provider is \"X\""},
      {"placement:where(function(p) return p.from:after(child.date_of_birth) end):any()",
       Op::any_rows, "there is a placement whose start is after the child's date of birth"},
      {"review:since(placement:current().from):any()", Op::any_rows,
       "there is a review on or after the current placement's start"},
      {"review:within(months(6)):any()", Op::any_rows, "there is a review in the last 6 months"},
      {"placement:touching(between(\"2020-01-01\", \"2020-12-31\")):any()", Op::any_rows,
       "there is a placement in force at some time in the time from 1 Jan 2020 to 31 Dec 2020"},
      {"placement:days_within(months(1)):at_least(10)", Op::at_least,
       "the days of the last 1 month covered by placements is at least 10"},
      {"placement:count_of \"provider\":at_least(2)", Op::at_least,
       "the number of different providers among placements is at least 2"},
      {"placement:current().provider:contains(\"Step-down\")", Op::text_contains,
       "the current placement's provider says \"step-down\""},
      {"court_application:latest().reasons:count():at_least(2)", Op::at_least,
       "the number of codes in the latest court application's reasons is at least 2"},
      {"any { review:any(), cannot_tell \"no such list\" }", Op::any_of,
       "there is a review or it cannot be told (no such list)"},
      {"percent_of(review:count(), placement:count()):under(90)", Op::under,
       "the number of reviews as a percentage of the number of placements is under 90"},
      {"placement:latest_of(\"to\"):before(as_at)", Op::before,
       "the latest end of placements is before the as-at date"},
      {"placement:nth_day(91, last(months(12))):on_or_before(as_at)", Op::on_or_before,
       "the day on which placements had covered 91 days of the last 12 months is on or before the "
       "as-at date"},
      {"review:latest().on:on_or_after(term_start(as_at))", Op::on_or_after,
       "the latest review's date is on or after the first day of the school term of the as-at "
       "date"},
      {"(placement:count() + 1 - review:count()):at_least(1)", Op::at_least,
       "the number of placements plus 1 less the number of reviews is at least 1"},
      {"days_between(placement:current().from, as_at):more_than(28)", Op::more_than,
       "the days from the current placement's start to the as-at date is more than 28"},
      {"court_application:supplied()", Op::supplied, "a court list was supplied"},
      {"any { case.looked_after, all { age:under(5), age:at_least(1) } }", Op::any_of,
       "looked after or (the child's age is under 5 and the child's age is at least 1)"},
      {"none { case.looked_after }", Op::none_of, "not: looked after"},
      {"choose { { age:under(5), review:any() }, otherwise = true }", Op::choose,
       "there is a review if the child's age is under 5, otherwise always"},
      {"case.adoption_applications:any()", Op::any_rows,
       "there is at least one of the adoption applications"},
      {"either_of(placement:current().kind, placement:latest().kind):is \"P1\"", Op::value_is,
       "what the current placement's kind and the latest placement's kind agree on is P1 (with own "
       "parents)"},
      {"compute(\"too many moves\", function(child) return true end)", Op::compute,
       "the logic \"too many moves\" says yes"},
  };
  for (const Said& said : k_said) check_truth(said);
}

TEST_CASE("Dates build their own nodes and read aloud") {
  const Said k_said[] = {
      {"placement:current().from + months(9)", Op::shift_forward,
       "9 months after the current placement's start"},
      {"as_at - weeks(2)", Op::shift_back, "2 weeks before the as-at date"},
      {"earliest_of(placement:current().from, \"2020-01-01\")", Op::earliest_of,
       "the earliest of the current placement's start and 1 Jan 2020"},
      {"latest_of(placement:current().from, review:nth(2).on)", Op::latest_of,
       "the latest of the current placement's start and the 2nd review's date"},
      {"first_known(placement:current().from, legal_status:current().from)", Op::first_known,
       "the first that is recorded of the current placement's start and the current legal status's "
       "start"},
      {"either_of(placement:current().from, legal_status:current().from)", Op::either_of,
       "what the current placement's start and the current legal status's start agree on"},
      {"placement:unbroken { kind = \"P1\" }.from", Op::date_field,
       "the start of the unbroken run of placements whose kind is P1 (with own parents)"},
      {"placement:unbroken().from", Op::date_field, "the unbroken run of placements's start"},
      {"day \"2020-02-29\"", Op::constant_day, "29 Feb 2020"},
      {"choose { { age:under(5), as_at }, otherwise = \"2020-01-01\" }", Op::choose,
       "the as-at date if the child's age is under 5, otherwise 1 Jan 2020"},
      {"case.placement_order.from", Op::date_field, "the placement order's start"},
      {"legal_status:where { status = \"E1\" }:earliest().from", Op::date_field,
       "the start of the earliest legal status whose status is E1 (placement order granted)"},
      {"compute(\"first move\", function(child) return nil end, \"date\")", Op::compute,
       "what the logic \"first move\" works out"},
  };
  for (const Said& said : k_said) check_date(said);
}

TEST_CASE("Equal conditions in two files are one node, wherever they stand") {
  const std::string where = "placement:where(function(p) return p.kind:is \"P1\" end):any()";
  const std::string nested =
      "review:where(function(r) return all { r.notes:known(), " + where + " } end):any()";
  const Rulebook book = load_files(
      {{"a/ONE.lua", draft_rule("applies = " + where + ", breach_when = " + where + ",")},
       {"a/TWO.lua", draft_rule("applies = " + nested + ", breach_when = " + where + ",")}});
  REQUIRE(book.problems.empty());
  CHECK(book.rules[0].applies == book.rules[0].breach_when);
  CHECK(book.rules[0].breach_when == book.rules[1].breach_when);
  CHECK(book.exprs[book.exprs[book.rules[0].applies].args[0]].binder == 1);
  // The outer row has a higher number than the inner one, so the inner loop leaves it alone.
  CHECK(book.exprs[book.exprs[book.rules[1].applies].args[0]].binder == 2);
  CHECK(book.exprs.binders() == 3);
}

TEST_CASE("An inner condition may speak of the outer row") {
  const Rulebook book = load_one("a/ONE.lua", draft_rule(R"(applies = placement:where(function(p)
          return review:where(function(r) return r.on:after(p.from) end):any()
        end):any(), breach_when = case.looked_after,)"));
  REQUIRE(book.problems.empty());
  CHECK(describe(book, book.rules[0].applies) ==
        "there is a placement for which there is a review whose date is after that placement's "
        "start");
}

TEST_CASE("`this` is the row of each, in the rule and in shared words") {
  const Rulebook book = load_one("a/MISSING.lua", draft_rule(R"(
    each = missing_episode:within(months(12)),
    clock = this.on, limit = within(working_days(3)), stops = this.returned,
    explained_by = { { "returned late", when = case.returned_late } },)"));
  REQUIRE(book.problems.empty());
  const Rule& rule = book.rules.at(0);
  CHECK(rule.each_binder == 0);
  CHECK(describe(book, rule.clock) == "this missing episode's date");
  CHECK(describe(book, rule.explained_by.at(0).when) == "returned late");
  CHECK(define(book, rule.explained_by.at(0).when) ==
        "this missing episode's returned is after 3 days after this missing episode's date");
}

TEST_CASE("Limits may be chosen, and settings are numbers or spans that people own") {
  const Rulebook book = load_one("a/CHOICE.lua", draft_rule(R"(
    applies = placement:count():at_least(setting { 3, label = "Placements", from = 2, to = 6 }),
    clock = placement:current().from,
    limit = choose { { age:under(5), within(counting_the_day(weeks(26))) },
                     otherwise = reaches(setting { months(12), label = "Months", from = months(6), to = months(24) }) },)"));
  REQUIRE(book.problems.empty());
  const Rule& rule = book.rules.at(0);
  REQUIRE(rule.limits.size() == 2);
  CHECK(rule.limits[0].limit.span == Span{26, Unit::weeks, true});
  CHECK(rule.limits[1].when == k_no_expr);
  CHECK(rule.limits[1].limit.setting == 1);
  REQUIRE(book.settings.size() == 2);
  CHECK_FALSE(book.settings[0].is_span);
  CHECK(book.settings[0].number_to == 6);
  CHECK(words_of(rule.limits[1].limit) == "reaches 12 months");
}

TEST_CASE("Several versions of a rule share one file and one id") {
  std::string one = draft_rule(
      "in_force = { to = \"2014-12-31\" }, applies = case.looked_after, clock = as_at, limit = "
      "within(days(1)),");
  one = one.substr(one.find("return rule") + 7);
  std::string two = draft_rule(
      "in_force = { from = \"2015-01-01\", by = \"due\" }, applies = case.looked_after, clock = "
      "as_at, limit = within(days(2)),");
  two = two.substr(two.find("return rule") + 7);
  const Rulebook book = load_one(
      "a/V.lua", "local case = require \"lib.case\"\nreturn versions {" + two + "," + one + "}");
  for (const RuleProblem& problem : book.problems) FAIL(problem.message);
  REQUIRE(book.rules.size() == 2);
  CHECK(book.rules[0].in_force->to == day_of(2014, 12, 31));
  CHECK(book.rules[1].in_force->by_due);
}

TEST_CASE("Only the fields that rules depend on are wanted") {
  const Rulebook book = load_one("a/W.lua", draft_rule(R"(
    each = missing_episode, breach_when = placement:unbroken().from:before(this.on),)"));
  REQUIRE(book.problems.empty());
  const WantedFields wanted = wanted_fields(book);
  const Model& model = book.model;
  const auto is_wanted = [&](const char* table, const char* field) {
    const int t = model.table(table);
    return bool{wanted[static_cast<std::size_t>(t)][static_cast<std::size_t>(
        model.tables[static_cast<std::size_t>(t)].field(field))]};
  };
  CHECK(is_wanted("placement", "from"));
  CHECK(is_wanted("placement", "kind"));  // bridged
  CHECK_FALSE(is_wanted("placement", "provider"));
  CHECK(is_wanted("missing_episode", "on"));
  CHECK_FALSE(is_wanted("missing_episode", "returned"));
  CHECK_FALSE(is_wanted("review", "on"));
}

}  // namespace tidemark
