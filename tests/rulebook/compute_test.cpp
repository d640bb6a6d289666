#include <catch2/catch.hpp>

#include "rulebook/compute_runner.hpp"
#include "tiny_case.hpp"
#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

using Ended = ComputeResult::Ended;

constexpr const char* k_given = R"(examples = {
  { "one", as_at = "2021-04-30", not_supplied = { "court_application" }, expect = "breach",
    given = {
      child = { date_of_birth = "2015-02-28" },
      placement = { { from = "2020-01-01", to = "2020-06-01", kind = "U1", provider = "Elm", distance = 2.5 },
                    { from = "2020-06-01", kind = "P1", distance = 12 } },
      missing_episode = { { on = "..2021-01-01" }, { on = "2021-02-01", returned = "2021-02-03" } },
    } },
  { "two", as_at = "2021-04-30", expect = "breach",
    given = { placement = { { from = "2021-01-01", kind = "A3" } } } },
},)";

Rulebook book_with(const std::string& function, const std::string& before, const char* gives) {
  const std::string compute = "compute(\"it\", " + function + ", \"" + gives + "\")";
  const bool truth = std::string(gives) == "truth";
  const std::string logic =
      truth ? "breach_when = " + compute
            : "breach_when = case.looked_after, facts = { it = " + compute + " }";
  return load_one("x/C.lua",
                  before + draft_rule("applies = case.looked_after, " + logic + ", " + k_given));
}

ComputeResult run(const std::string& function, const char* gives = "truth",
                  const std::string& before = "") {
  const Rulebook book = book_with(function, before, gives);
  for (const RuleProblem& problem : book.problems) FAIL(problem.message);
  CHECK(book.rules.at(0).has_logic);
  ComputeRunner runner(book);
  const TinyCase tiny(book, book.rules.at(0).examples.at(0));
  return runner.run(0, tiny.child_case);
}

void check_says(const std::string& body, Ended ended, const std::string& message) {
  const ComputeResult result = run("function(child) " + body + " end");
  INFO(body);
  CHECK(result.message == message);
  CHECK(static_cast<int>(result.ended) == static_cast<int>(ended));
  CHECK(result.truth == Truth::unknown);
}

}  // namespace

TEST_CASE("A compute function reads rows, codes, numbers and dates, and each cell is noted once") {
  const ComputeResult result = run(R"(function(child)
    local days, kinds = 0, ""
    for i, row in child.placement:rows() do
      kinds = kinds .. row.kind
      days = days + (row:or_else("to", as_at) - row.from)
    end
    local now = child.placement:current()
    assert(now.kind == "P1" and now == child.placement:latest() and now == child.placement:nth(2))
    assert(child.placement:earliest().provider == "Elm" and child.placement:count() == 2)
    assert(child.placement:earliest().distance == 2.5 and now.distance == 12)
    assert(now.from < as_at and now.from + 30 <= as_at and now.from + months(1) == now.from + 30)
    assert(child.date_of_birth + 1 > child.date_of_birth)
    assert(child.review:latest() == nil)
    return kinds == "U1P1" and days == 485
  end)");
  CHECK(result.message == "");
  REQUIRE(result.ended == Ended::answer);
  CHECK(result.truth == Truth::yes);
  CHECK(result.cells.size() == 10);
}

TEST_CASE("A compute function may give a date or a number") {
  const ComputeResult date =
      run("function(child) return child.placement:current().from end", "date");
  CHECK(date.date == Date::known(day_of(2020, 6, 1)));
  CHECK(run("function(child) return nil end", "date").date == Date::absent());
  CHECK(run("function(child) return child.placement:count() end", "number").number == 2);
}

TEST_CASE("A blank, partly known or unsupplied cell ends the function as cannot_decide") {
  check_says("return child.placement:current().provider == \"Elm\"", Ended::cannot_decide,
             "x/C.lua:6: placement.provider of row 2 is blank");
  check_says("return child.placement:current().to < as_at", Ended::cannot_decide,
             "x/C.lua:6: placement.to of row 2 is blank");
  check_says("return child.missing_episode:latest().on < as_at", Ended::cannot_decide,
             "x/C.lua:6: missing_episode.on of row 1 is not known to the day");
  check_says("return child.court_application:count() > 0", Ended::cannot_decide,
             "x/C.lua:6: no court list was supplied");
}

TEST_CASE("Asking whether a cell is blank, or naming another value, goes on") {
  const ComputeResult result = run(R"(function(child)
    local now = child.placement:current()
    return now:blank("provider") and not now:blank("kind") and now:or_else("provider", "none") == "none"
      and now:or_else("kind", "none") == "P1"
  end)");
  CHECK(result.message == "");
  CHECK(result.truth == Truth::yes);
}

TEST_CASE("Mistakes in a compute function are errors in words, never an answer") {
  check_says("return child.placement:current().knd == \"P1\"", Ended::error,
             "x/C.lua:6: placement has no field `knd`; did you mean `kind`?");
  check_says("return child.placment:current() == nil", Ended::error,
             "x/C.lua:6: child has no field `placment`");
  check_says("return child.placement:curent() == nil", Ended::error,
             "x/C.lua:6: a list of rows has no `curent`; did you mean `current`?");
  check_says("return child.placement:current().from < 3", Ended::error,
             "x/C.lua:6: a date can only be compared with a date, not with 3");
  check_says("return as_at + as_at == nil", Ended::error,
             "x/C.lua:6: two dates cannot be added; date - date gives the days between them");
  check_says(
      "return as_at * 2 == nil", Ended::error,
      "x/C.lua:6: rows and dates have no such operator; a date has <, <=, + days and - date");
  check_says("return 1", Ended::error, "x/C.lua: the function must return true or false");
  check_says("return", Ended::error, "x/C.lua: the function must return true or false");
  const ComputeResult nan = run("function(child) return 0/0 end", "number");
  CHECK(nan.message == "x/C.lua: the function must return a number");
}

TEST_CASE("Rows kept in a table still are their own rows") {
  const ComputeResult result = run(R"(function(child)
    local kept = {}
    for i, row in child.placement:rows() do kept[i] = row end
    return kept[1].kind == "U1" and kept[2].kind == "P1"
  end)");
  CHECK(result.truth == Truth::yes);
}

TEST_CASE("Nothing can be kept from one child to the next") {
  const char* k_keepers[] = {
      "function(child) count = count + 1 return true end",
      "function(child) list.last = child.placement:current() return true end",
      "function(child) list[1] = nil return true end",
      "function(child) count = child.placement:current() return true end",
      "function(child) inner() return true end"};
  for (const char* keeper : k_keepers) {
    const ComputeResult result = run(
        keeper, "truth", "local count, list = 0, { 1 } local function inner() list.deep = 1 end ");
    INFO(keeper);
    CHECK(result.ended == Ended::error);
    CHECK(result.message.find("may keep nothing from one child to the next") != std::string::npos);
  }
}

TEST_CASE("After an error the next child has a fresh state and its own answer") {
  const Rulebook book = book_with(
      "function(child) if child.placement:count() == 2 then while true do end end return true end",
      "", "truth");
  REQUIRE(book.problems.empty());
  ComputeRunner runner(book);
  const TinyCase one(book, book.rules.at(0).examples.at(0));
  const TinyCase two(book, book.rules.at(0).examples.at(1));
  const ComputeResult tripped = runner.run(0, one.child_case);
  CHECK(tripped.ended == Ended::error);
  CHECK(tripped.truth == Truth::unknown);
  CHECK(tripped.message == "x/C.lua:6: the instruction budget is spent: does a loop never end?");
  CHECK(runner.run(0, two.child_case).truth == Truth::yes);
}

TEST_CASE("The budget is for one call: many cheap calls in a row never trip it") {
  const Rulebook book =
      book_with("function(child) for i = 1, 20000 do end return true end", "", "truth");
  REQUIRE(book.problems.empty());
  ComputeRunner runner(book);
  const TinyCase one(book, book.rules.at(0).examples.at(0));
  for (int i = 0; i < 2000; ++i) REQUIRE(runner.run(0, one.child_case).truth == Truth::yes);
}

}  // namespace tidemark
