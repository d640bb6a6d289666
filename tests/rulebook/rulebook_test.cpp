#include "rulebook/rulebook.hpp"

#include <catch2/catch.hpp>

#include "rulebook/describe.hpp"
#include "tiny_rulebook.hpp"

namespace tidemark {

using tests::load_one;

namespace {

constexpr const char* k_po_9m = R"(
local case = require "lib.case"

return rule {
  title    = "Placement order for nine months or longer",
  why      = "Nine months after the order a child should be with adopters, or have a new plan.",
  source   = "Securing Permanence Group, September 2013, section 2",
  standing = "local",
  severity = "high",
  owner    = "adoption team manager",

  applies  = all { case.looked_after, case.on_placement_order },
  clock    = case.placement_order.from,
  limit    = reaches(setting { months(9), label = "Months after the order", from = months(3), to = months(24) }),
  amber    = months(2),
  stops    = earliest_of(placement:where { kind = "A3" }:earliest().from, case.placement_order.to),

  facts    = { hearing = court_application:latest().hearing, applications = case.adoption_applications },
  explained_by = {
    { "adoption hearing listed for {hearing}", when = court_application:latest().hearing:on_or_after(as_at) },
  },
  says     = "Placement order made {clock}. {overdue} past {limit}.",

  examples = {
    { "the day before nine months", as_at = "2021-09-29",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } }, expect = "due_soon" },
    { "nine months to the day", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } }, expect = { "breach", due = "2021-09-30" } },
    { "the order began before the extract", as_at = "2021-04-30",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } }, expect = "cannot_decide" },
  },
}
)";

}  // namespace

TEST_CASE("The example of the rule language loads, with its setting, reasons and examples") {
  const Rulebook book = load_one("adoption/PO-9M.lua", k_po_9m);
  for (const RuleProblem& problem : book.problems) WARN(problem.message);
  REQUIRE(book.problems.empty());
  const Rule* rule = book.rule("PO-9M");
  REQUIRE(rule != nullptr);
  CHECK(rule->severity == Severity::high);
  REQUIRE(rule->limits.size() == 1);
  CHECK(rule->limits[0].limit.reaches);
  CHECK(rule->limits[0].limit.span == Span{9, Unit::months, false});
  REQUIRE(book.settings.size() == 1);
  CHECK(book.settings[0].label == "Months after the order");
  REQUIRE(rule->examples.size() == 3);
  CHECK(rule->examples[1].due == "2021-09-30");
  CHECK(rule->examples[2].line > rule->examples[1].line);
  REQUIRE(rule->facts.size() == 2);
  CHECK(book.exprs[rule->facts[1].value].op == Op::count_rows);
  for (const Passage& passage : describe_rule(book, *rule)) {
    std::string text = passage.heading;
    for (const std::string& line : passage.lines) text += "\n   " + line;
    WARN(text);
  }
}

}  // namespace tidemark
