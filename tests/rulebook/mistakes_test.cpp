// What a rule's author is told: file, line, what was found, and the nearest word.
#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

struct Mistake {
  const char* body;
  const char* told;
};

void check(const Mistake& mistake) {
  const Rulebook book = load_one("x/TRY.lua", draft_rule(mistake.body));
  INFO(mistake.body);
  CHECK(only_problem(book) == mistake.told);
  CHECK(book.rules.empty());
  CHECK(book.problems[0].rule == "TRY");
}

}  // namespace

TEST_CASE("Mistakes in expressions are named with file, line and the nearest word") {
  const Mistake k_mistakes[] = {
      {"applies = placement:current().knd:is \"P1\"",
       "x/TRY.lua:6: placement has no field `knd`; did you mean `kind`?"},
      {"applies = placment:any()",
       "x/TRY.lua:6: there is no `placment` here; did you mean `placement`?"},
      {"applies = placement:current().kind:is \"P11\"",
       "x/TRY.lua:6: placement:current().kind has no value \"P11\"; did you mean `P1`?"},
      {"applies = placement:current().kind:before(as_at)",
       "x/TRY.lua:6: placement:current().kind is a code; :before needs a date"},
      {"applies = placement.kind:is \"P1\"",
       "x/TRY.lua:6: placement is a list of rows; take :current() first"},
      {"applies = review.on:before(as_at)",
       "x/TRY.lua:6: review is a list of rows; take :latest() first"},
      {"applies = placement:known()",
       "x/TRY.lua:6: placement is a list of rows; ask :any(), or take :current() first"},
      {"applies = placement:current():any()",
       "x/TRY.lua:6: placement:current() is one row; :any is for lists: ask :known()"},
      {"applies = placement:curent():known()",
       "x/TRY.lua:6: placement is a list of rows and has no word `curent`; did you mean "
       "`current`?"},
      {"applies = review:current():known()",
       "x/TRY.lua:6: review: :current is not for rows of review; use :latest()"},
      {"applies = placement:current().from:before(months(9))",
       "x/TRY.lua:6: a span (9 months) is no date; :before needs a date"},
      {"applies = placement:current().from:before \"1/2/2020\"",
       "x/TRY.lua:6: \"1/2/2020\" is not a date; write \"2021-04-30\""},
      {"applies = all { case.looked_aftr }",
       "x/TRY.lua:6: there is no `case.looked_aftr` here; did you mean `looked_after`?"},
      {"applies = all { case.looked_after, placement }",
       "x/TRY.lua:6: placement is a list of rows; all needs a yes-or-no answer"},
      {"applies = placement:where { knd = \"P1\" }:any()",
       "x/TRY.lua:6: placement has no field `knd`; did you mean `kind`?"},
      {"applies = court_application:latest().reasons:is \"cost\"",
       "x/TRY.lua:6: court_application:latest().reasons holds several codes; use :includes"},
      {"applies = placement:current().kind:same_as(legal_status:current().status)",
       "x/TRY.lua:6: :same_as needs two values of the same list: placement:current().kind and "
       "legal_status:current().status are not"},
      {"applies = placement:count() > 3",
       "x/TRY.lua:6: `<` and `>` ask Lua, not the record; use :before, :after, :under or "
       ":more_than"},
      {"applies = placement:current().from < as_at",
       "x/TRY.lua:6: `<` and `>` ask Lua, not the record; use :before, :after, :under or "
       ":more_than"},
      {"applies = placement:current().from + 9",
       "x/TRY.lua:6: a date and a number: write date + days(7)"},
      {"applies = case.looked_after, clock = as_at, limit = months(9)",
       "x/TRY.lua:6: limit: say reaches(...) (a breach on the day) or within(...) (the day itself "
       "is "
       "still good)"},
      {"applies = case.looked_after, clock = this.on, limit = within(days(1))",
       "x/TRY.lua:6: `this` is there only in a rule with `each`"},
      {"applies = require \"os\"",
       "x/TRY.lua:6: require loads shared words only, as in require \"lib.case\"; not \"os\""},
      {"applies = require \"lib.cases\"",
       "x/TRY.lua:6: there is no lib/cases.lua; did you mean `lib.case`?"},
  };
  for (const Mistake& mistake : k_mistakes) check(mistake);
}

TEST_CASE("Mistakes in the table of a rule are named at the line of the key") {
  const std::string fine = "applies = case.looked_after, clock = as_at, limit = within(days(1)),\n";
  const std::pair<std::string, std::string> k_mistakes[] = {
      {fine + "ambr = months(2),", "x/TRY.lua:7: rule has no key `ambr`; did you mean `amber`?"},
      {fine + "amber = 2,", "x/TRY.lua:7: this is a number; amber needs a span such as months(9)"},
      {fine + "stops = placement,", "x/TRY.lua:7: placement is a list of rows; stops needs a date"},
      {fine + "facts = { clock = as_at },",
       "x/TRY.lua:7: a fact cannot be called `clock`: the engine fills that in"},
      {fine + "facts = { x = months(3) },",
       "x/TRY.lua:7: fact `x` must be a date, a number, a value or rows to be counted"},
      {fine +
           "explained_by = { { \"since {placd}\", when = case.looked_after } }, facts = { placed "
           "= as_at },",
       "x/TRY.lua:7: explained_by: {placd} is no fact of this rule; did you mean `placed`?"},
      {fine + "explained_by = { { \"no reason\" } },",
       "x/TRY.lua:7: the reason \"no reason\" needs `when`"},
      {fine + "breach_when = case.looked_after,",
       "x/TRY.lua:7: rule has `limit` and `breach_when`; one of them decides"},
      {"applies = case.looked_after,",
       "x/TRY.lua:2: rule needs one of `limit`, `due`, `breach_when`"},
      {"applies = case.looked_after, limit = within(days(1)),",
       "x/TRY.lua:6: limit needs a `clock` to count from"},
      {fine + "in_force = { from = \"2020-13-01\" },",
       "x/TRY.lua:7: \"2020-13-01\" is not a date; write \"2021-04-30\""},
      {fine + "examples = { { \"one\", as_at = \"2020-01-01\", expect = \"breech\" } },",
       "x/TRY.lua:7: expect: there is no verdict \"breech\"; did you mean `breach`?"},
      {fine + "examples = { { \"one\", as_at = \"2020-01-01\", given = { placement = { { knd = "
              "\"P1\" } } }, expect = \"breach\" } },",
       "x/TRY.lua:7: placement has no key `knd`; did you mean `kind`?"},
      {fine + "examples = { { \"one\", as_at = \"2020-01-01\", given = { placement = { { kind = "
              "\"P9\" } } }, expect = \"breach\" } },",
       "x/TRY.lua:7: placement.kind: there is no value \"P9\"; did you mean `P1`?"},
      {fine + "examples = { { \"one\", as_at = \"2020-01-01\", not_supplied = { \"revew\" }, "
              "expect = \"breach\" } },",
       "x/TRY.lua:7: there is no case table `revew`; did you mean `review`?"},
  };
  for (const auto& [body, told] : k_mistakes) check({body.c_str(), told.c_str()});
}

TEST_CASE("A row cannot leave the function that it was given to") {
  const Rulebook book = load_one(
      "x/LEAK.lua",
      "local kept\nlocal _ = placement:where(function(p) kept = p return p.from:known() end)\n" +
          draft_rule("applies = kept.from:known(), breach_when = case.looked_after,"));
  CHECK(only_problem(book) ==
        "x/LEAK.lua:8: applies uses a row outside the function that it was given to");
}

TEST_CASE(
    "A live rule needs examples of a breach, of no breach and of a case that cannot be decided") {
  std::string text =
      draft_rule(R"(applies = case.looked_after, clock = as_at, limit = within(days(1)),
    examples = { { "one", as_at = "2020-01-01", expect = "breach" } },)");
  text.replace(text.find("maturity = \"draft\""), 18, "maturity = \"live\"");
  const Rulebook book = load_one("x/LIVE.lua", text);
  CHECK(only_problem(book) ==
        "x/LIVE.lua:2: a live rule needs examples, and there is none of no breach and a case that "
        "cannot be decided; add one or set maturity = \"draft\"");
  CHECK(book.rules.empty());
}

TEST_CASE("Of two files with one id the first runs and the second is named") {
  const std::string text =
      draft_rule("applies = case.looked_after, clock = as_at, limit = within(days(1)),");
  const Rulebook book = load_files({{"b/SAME.lua", text}, {"a/SAME.lua", text}});
  CHECK(only_problem(book) ==
        "b/SAME.lua:1: the id SAME is taken by a/SAME.lua, which runs; rename one of the files");
  REQUIRE(book.rules.size() == 1);
  CHECK(book.files[static_cast<std::size_t>(book.rules[0].at.file)].path == "a/SAME.lua");
}

TEST_CASE("Libraries that need one another are named, and so is a library's own line") {
  Rulebook book = load_files({{"lib/a.lua", "return require \"lib.b\""},
                              {"lib/b.lua", "return require \"lib.a\""},
                              {"x/R.lua", "local a = require \"lib.a\"\nreturn a"}});
  CHECK(only_problem(book) ==
        "lib/b.lua:1: these need one another and none can be first: lib.a, lib.b, lib.a");
  book = load_files({{"lib/a.lua", "local a = {}\na.x = placement:current().knd\nreturn a"},
                     {"x/R.lua", "local a = require \"lib.a\"\nreturn a"}});
  CHECK(only_problem(book) == "lib/a.lua:2: placement has no field `knd`; did you mean `kind`?");
}

TEST_CASE("A broken rule leaves its neighbours alone") {
  const std::string fine =
      draft_rule("applies = case.looked_after, clock = as_at, limit = within(days(1)),");
  const Rulebook book =
      load_files({{"a/A.lua", fine}, {"a/B.lua", "return rule {"}, {"a/C.lua", fine}});
  CHECK(only_problem(book).starts_with("a/B.lua:1: "));
  CHECK(book.rules.size() == 2);
}

}  // namespace tidemark
