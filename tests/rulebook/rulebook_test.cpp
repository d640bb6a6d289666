#include "rulebook/rulebook.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>

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

constexpr const char* k_po_9m_told =
    R"(Rule
  Placement order for nine months or longer
  source: Securing Permanence Group, September 2013, section 2
  standing: local
  severity: high
  owner: adoption team manager
  maturity: live
Why
  Nine months after the order a child should be with adopters, or have a new plan.
Who it is about
  looked after
  on placement order
When the clock starts
  the placement order's start
How long there is
  a breach on the day that 9 months are reached
What stops the clock
  the start of the earliest placement whose kind is A3 (with adopters)
  the placement order's end
Due soon
  2 months before it is due
What explains a breach
  "adoption hearing listed for {hearing}" if the latest court application's hearing date is on or after the as-at date
What the report shows
  hearing: the latest court application's hearing date
  applications: the number of the adoption applications
What the report says
  Placement order made {clock}. {overdue} past {limit}.
Figures that people may change
  Months after the order: 9 months (from 3 months to 24 months)
Words used
  looked after: there is a current legal status
  on placement order: the record shows the placement order
  placement order: the current legal status whose status is E1 (placement order granted)
  adoption applications: court applications whose outcome is granted
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
}

TEST_CASE("A rule is told from its own expressions, with its shared words defined below") {
  const Rulebook book = load_one("adoption/PO-9M.lua", k_po_9m);
  std::string told;
  for (const Passage& passage : describe_rule(book, *book.rule("PO-9M"))) {
    told += passage.heading + "\n";
    for (const std::string& line : passage.lines) told += "  " + line + "\n";
  }
  CHECK(told == k_po_9m_told);
}

TEST_CASE("The order of the files given makes no difference") {
  std::vector<RuleFile> files = tests::tiny_ground();
  files.push_back({"a/A.lua", k_po_9m});
  files.push_back({"a/B.lua", k_po_9m});
  const Result<Rulebook> one = load_rulebook(files, "tiny");
  std::reverse(files.begin(), files.end());
  const Result<Rulebook> two = load_rulebook(files, "tiny");
  REQUIRE((one.ok() && two.ok()));
  CHECK(one.value().exprs.size() == two.value().exprs.size());
  for (std::size_t i = 0; i < one.value().rules.size(); ++i) {
    CHECK(one.value().rules[i].id == two.value().rules[i].id);
    CHECK(one.value().rules[i].applies == two.value().rules[i].applies);
  }
}

TEST_CASE("A folder that is not there or holds no rules is refused in a sentence") {
  const auto missing = read_rule_files("no/such/folder");
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message == "no/such/folder: there is no such folder of rules");
  const Result<Rulebook> empty = load_rulebook(tests::tiny_ground(), "tiny");
  REQUIRE_FALSE(empty.ok());
  CHECK(empty.error().message == "tiny: there is no rule in this folder");
}

TEST_CASE("Loading sixty rules takes some milliseconds", "[.timing]") {
  std::vector<RuleFile> files = tests::tiny_ground();
  for (int i = 0; i < 60; ++i) files.push_back({"a/R" + std::to_string(i) + ".lua", k_po_9m});
  for (const int count : {10, 60}) {
    const std::vector<RuleFile> some(files.begin(), files.begin() + 4 + count);
    const auto start = std::chrono::steady_clock::now();
    const Result<Rulebook> book = load_rulebook(some, "tiny");
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    REQUIRE(book.ok());
    WARN(count << " rules: " << took.count() << " ms");
  }
}

TEST_CASE("Loading the shipped rules", "[.timing]") {
  const auto start = std::chrono::steady_clock::now();
  Result<std::vector<RuleFile>> files = read_rule_files(TIDEMARK_SOURCE_DIR "/rules");
  REQUIRE(files.ok());
  const Result<Rulebook> book = load_rulebook(std::move(files).value(), "rules");
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (!book) FAIL(book.error().message);
  WARN(book.value().rules.size() << " rules: " << took.count() << " ms, "
                                 << book.value().exprs.size() << " expressions");
  for (const RuleProblem& problem : book.value().problems) WARN(problem.message);
  for (const Rule& rule : book.value().rules) {
    std::string told = rule.id + "\n";
    for (const Passage& passage : describe_rule(book.value(), rule)) {
      told += passage.heading + "\n";
      for (const std::string& line : passage.lines) told += "  " + line + "\n";
    }
    WARN(told);
  }
}

}  // namespace tidemark
