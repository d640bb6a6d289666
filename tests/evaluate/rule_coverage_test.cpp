// Which outcomes of a rule its examples, the edge cases and the probes have shown.
#include "evaluate/rule_coverage.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "rulebook/tiny_rulebook.hpp"

using namespace tidemark;

namespace {

// A review within a month of the order; a hearing that lies ahead explains, an outcome does too.
std::string review_rule(const std::string& examples) {
  return tests::draft_rule(R"(
    applies = case.on_placement_order,
    clock = case.placement_order.from,
    limit = within(months(1)),
    amber = days(7),
    stops = review:earliest().on,
    explained_by = {
      { "a hearing", when = court_application:where(function(a) return a.hearing:known() end):any() },
      { "granted", when = case.adoption_applications:any() },
    },
    examples = {)" + examples +
                           "},\n");
}

constexpr const char* k_breach = R"(
  { "late", as_at = "2021-03-10", given = { legal_status = { { status = "E1", from = "2021-01-31" } } },
    expect = "breach" },)";
constexpr const char* k_wrong = R"(
  { "expected otherwise", as_at = "2021-03-10",
    given = { legal_status = { { status = "E1", from = "2021-01-31" } },
              court_application = { { hearing = "2021-05-05" } } },
    expect = "breach" },)";
constexpr const char* k_explained = R"(
  { "granted", as_at = "2021-03-10",
    given = { legal_status = { { status = "E1", from = "2021-01-31" } },
              court_application = { { outcome = "granted" } } },
    expect = "explained" },)";

struct Covered {
  Rulebook rulebook;
  std::vector<CoverageCell> cells;

  explicit Covered(const std::string& rule)
      : rulebook(tests::load_one("adoption/REVIEW.lua", rule)),
        cells(rule_coverage(rulebook, run_examples(rulebook), run_edge_cases(rulebook))) {
    for (const RuleProblem& problem : rulebook.problems) FAIL_CHECK(problem.message);
  }
  [[nodiscard]] const CoverageCell& cell(Outcome outcome, int reason = -1) const {
    const auto found = std::find_if(cells.begin(), cells.end(), [&](const CoverageCell& c) {
      return c.outcome == outcome && c.reason == reason;
    });
    REQUIRE(found != cells.end());
    return *found;
  }
  [[nodiscard]] bool has(Outcome outcome) const {
    return std::any_of(cells.begin(), cells.end(),
                       [&](const CoverageCell& c) { return c.outcome == outcome; });
  }
};

}  // namespace

TEST_CASE("a rule has a cell for each stated exception and each way to stay open") {
  const Covered covered(review_rule(k_breach));
  CHECK(covered.cells.size() == 10);
  CHECK(covered.has(Outcome::met_late));
  CHECK_FALSE(covered.cell(Outcome::explained, 0).is_seen());
  CHECK_FALSE(covered.cell(Outcome::explained, 1).is_seen());
  CHECK_FALSE(covered.cell(Outcome::met_late).is_seen());
}

TEST_CASE("examples, edge cases and probes say what they showed") {
  const Covered covered(review_rule(std::string(k_breach) + k_explained));
  CHECK(covered.cell(Outcome::breach).seen_in == "example \"late\"");
  CHECK(covered.cell(Outcome::explained, 1).seen_in == "example \"granted\"");
  CHECK_FALSE(covered.cell(Outcome::explained, 0).is_seen());
  CHECK(covered.cell(Outcome::due_soon).seen_in == "edge case \"the day before the due date\"");
  CHECK(covered.cell(Outcome::population_open).seen_in ==
        "probe \"late\" with legal_status.status blank");
  CHECK(covered.cell(Outcome::table_not_supplied).seen_in ==
        "probe \"late\" with legal_status not supplied");
}

TEST_CASE("an example that is not as expected shows nothing") {
  const Covered covered(review_rule(k_wrong));
  CHECK_FALSE(covered.cell(Outcome::breach).is_seen());
  CHECK_FALSE(covered.cell(Outcome::explained, 0).is_seen());
}

TEST_CASE("a rule without amber, stop or clock has no cell for them") {
  const Covered covered(tests::draft_rule(
      "applies = case.looked_after, breach_when = review:count():more_than(2),\n"));
  for (const Outcome none :
       {Outcome::due_soon, Outcome::explained, Outcome::met_late, Outcome::clock_open}) {
    CHECK_FALSE(covered.has(none));
  }
  CHECK(covered.has(Outcome::answer_open));
}
