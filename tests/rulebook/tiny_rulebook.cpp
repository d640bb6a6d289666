#include "tiny_rulebook.hpp"

#include <catch2/catch.hpp>

namespace tidemark::tests {

namespace {

constexpr const char* k_lists = R"(
return {
  status = { C2 = "full care order", E1 = "placement order granted", V2 = "section 20" },
  kind = { A3 = "with adopters", P1 = "with own parents", T0 = "temporary", U1 = "foster care" },
  outcome = { "granted", "refused", "withdrawn" },
}
)";

constexpr const char* k_model = R"(
local lists = require "lib.lists"
return model {
  child = facts {
    list = "header", owner = "data team",
    fields = { date_of_birth = date { label = "date of birth" }, asylum_seeker = flag },
  },
  legal_status = periods {
    list = "episodes", owner = "business support", key = { "from" },
    fields = { status = code(lists.status) },
  },
  placement = periods {
    list = "episodes",
    fields = { kind = code(lists.kind), distance = number, provider = text, ended = booking },
    bridged = { kind = { "T0" } },
  },
  review = events { fields = { notes = text } },
  court_application = records {
    list = "court list",
    fields = {
      issued = milestone, hearing = booking { label = "hearing date" },
      outcome = code(lists.outcome), reasons = code_set { "cost", "delay", "health" },
    },
  },
  missing_episode = events { key = { "on" }, fields = { returned = milestone } },
}
)";

constexpr const char* k_case = R"(
local case = {}
case.looked_after = legal_status:current():known()
case.placement_order = legal_status:where { status = "E1" }:current()
case.on_placement_order = case.placement_order:known()
case.adoption_applications = court_application:where { outcome = "granted" }
case.returned_late = this.returned:after(this.on + days(3))
return case
)";

constexpr const char* k_calendar = R"(
return calendar {
  name = "England and Wales", known_from = "2020-01-01", known_to = "2021-12-31",
  holidays = { ["2020"] = "1 Jan, 25 Dec, 28 Dec", ["2021"] = "1 Jan, 2 Apr" },
}
)";

}  // namespace

std::vector<RuleFile> tiny_ground() {
  return {{"calendars/england.lua", k_calendar},
          {"lib/case.lua", k_case},
          {"lib/lists.lua", k_lists},
          {"model.lua", k_model}};
}

std::string draft_rule(const std::string& body) {
  return R"(local case = require "lib.case"
return rule {
  title = "A rule of the tests", why = "To see that it loads.", source = "Nobody, 2020",
  standing = "local", severity = "low", owner = "nobody", says = "Something is late.",
  maturity = "draft",
)" + body +
         "}\n";
}

Rulebook load_files(std::vector<RuleFile> more) {
  std::vector<RuleFile> files = tiny_ground();
  files.insert(files.end(), more.begin(), more.end());
  Result<Rulebook> book = load_rulebook(std::move(files), "tiny");
  if (!book) FAIL(book.error().message);
  return std::move(book).value();
}

Rulebook load_one(const std::string& path, const std::string& text) {
  return load_files({{path, text}});
}

std::string only_problem(const Rulebook& book) {
  if (book.problems.size() != 1) {
    std::string all;
    for (const RuleProblem& problem : book.problems) all += "\n" + problem.message;
    FAIL("one problem was expected, there are " << book.problems.size() << all);
  }
  return book.problems[0].message;
}

}  // namespace tidemark::tests
