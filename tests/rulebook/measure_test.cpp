// Measures: how a file is read, and what its author is told.
#include <catch2/catch.hpp>

#include "tiny_rulebook.hpp"

namespace tidemark {

using namespace tests;

namespace {

Rulebook load_measures(std::vector<RuleFile> more) {
  std::vector<RuleFile> files = tiny_ground();
  files.insert(files.end(), more.begin(), more.end());
  Result<Rulebook> book = load_rulebook(std::move(files), "tiny", FileKind::measure);
  if (!book) FAIL(book.error().message);
  return std::move(book).value();
}

std::string text_of(const std::string& body) {
  return "local case = require \"lib.case\"\nreturn measure {\n"
         "  title = \"T\", source = \"S\", unit = \"children\",\n" +
         body + "\n}\n";
}

RuleFile file(const std::string& id, const std::string& body) {
  return {"measures/" + id + ".lua", text_of(body)};
}

std::string told(const std::string& body) {
  const Rulebook book = load_measures({file("try", body)});
  INFO(body);
  CHECK(book.measures.empty());
  return only_problem(book);
}

// Without "measures/try.lua:N: ".
std::string said(const std::string& body) {
  const std::string message = told(body);
  return message.substr(message.find(": ") + 2);
}

const Measure& only(const Rulebook& book) {
  if (!book.problems.empty()) FAIL(book.problems[0].message);
  REQUIRE(book.measures.size() == 1);
  return book.measures[0];
}

}  // namespace

TEST_CASE("what is counted is known by what it is") {
  using Of = Quantity::Of;
  const Rulebook children =
      load_measures({file("a", "window = \"stock\", counts = case.looked_after")});
  CHECK(only(children).counts.of == Of::children);
  const Rulebook rows = load_measures({file("a", "counts = review:within(period)")});
  CHECK(only(rows).counts.of == Of::rows);
  const Rulebook number = load_measures({file("a", "counts = review:within(period):count()")});
  CHECK(only(number).counts.of == Of::number);
}

TEST_CASE("a file in a subfolder of measures is a measure, and no rule") {
  const std::vector<RuleFile> files = {
      {"measures/deep/down/one.lua", text_of("counts = review:within(period)")}};
  CHECK(only(load_measures(files)).id == "one");
  std::vector<RuleFile> with_ground = tiny_ground();
  with_ground.insert(with_ground.end(), files.begin(), files.end());
  with_ground.push_back(
      {"x/RULE.lua", draft_rule("applies = case.looked_after, breach_when = case.looked_after")});
  const Result<Rulebook> rules = load_rulebook(with_ground, "tiny");
  REQUIRE(rules.ok());
  CHECK(rules.value().problems.empty());
  CHECK(rules.value().rules.size() == 1);
  CHECK(rules.value().measures.empty());
}

TEST_CASE("columns that only measures read are wanted only when measures are run") {
  const std::vector<RuleFile> more = {
      {"x/RULE.lua", draft_rule("applies = case.looked_after, breach_when = case.looked_after")},
      file("far", "window = \"stock\", counts = placement:current().distance:more_than(20)")};
  std::vector<RuleFile> files = tiny_ground();
  files.insert(files.end(), more.begin(), more.end());
  const Result<Rulebook> rules = load_rulebook(files, "tiny");
  const Result<Rulebook> measures = load_rulebook(files, "tiny", FileKind::measure);
  REQUIRE(rules.ok());
  REQUIRE(measures.ok());
  const int placement = rules.value().model.table("placement");
  const auto table = static_cast<std::size_t>(placement);
  const auto distance =
      static_cast<std::size_t>(rules.value().model.tables[table].field("distance"));
  CHECK_FALSE(wanted_fields(rules.value())[table][distance]);
  CHECK(wanted_fields(measures.value())[table][distance]);
}

TEST_CASE("split of rows and numbers of rows may speak of this") {
  const Rulebook split = load_measures({file("a", R"(counts = missing_episode:within(period),
              split = { { "back in three days", none { case.returned_late } }, otherwise = "later" })")});
  CHECK(only(split).split.size() == 2);
  CHECK(only(split).split[1].when == k_no_expr);
  const Rulebook mean = load_measures({file(
      "a",
      "averages = days_between(this.on, this.returned), each = missing_episode:within(period)")});
  CHECK(only(mean).kind == MeasureKind::averages);
}

TEST_CASE("period is a word of measures only") {
  const Rulebook rule = load_one(
      "x/TRY.lua",
      draft_rule("applies = case.looked_after, breach_when = review:within(period):any()"));
  CHECK(only_problem(rule) == "x/TRY.lua:6: `period` is only for measures");
  const Rulebook day =
      load_one("x/TRY.lua",
               draft_rule("applies = period_start:before(as_at), breach_when = case.looked_after"));
  CHECK(only_problem(day) == "x/TRY.lua:6: `period_start` is only for measures");
}

TEST_CASE("a shared word may speak of period, and a rule may use its neighbours") {
  const RuleFile shared{"lib/flows.lua", R"(
local flows = {}
flows.reviews = review:within(period)
flows.settled = placement:current():known()
function flows.begun(rows) return rows:starting_within(period) end
return flows
)"};
  const std::string begins = "local flows = require \"lib.flows\"\n";
  const Rulebook fine = load_files(
      {shared,
       {"x/FINE.lua",
        begins + draft_rule("applies = flows.settled, breach_when = case.looked_after")}});
  CHECK(fine.problems.empty());
  const Rulebook wrong = load_files(
      {shared,
       {"x/WRONG.lua",
        begins + draft_rule("applies = flows.reviews:any(), breach_when = case.looked_after")}});
  CHECK(only_problem(wrong) == "lib/flows.lua:3: `period` is only for measures");
  const Rulebook measures =
      load_measures({shared,
                     {"measures/a.lua", begins + text_of("counts = flows.begun(placement)")},
                     {"measures/b.lua", begins + text_of("counts = flows.reviews")}});
  CHECK(measures.problems.empty());
  CHECK(measures.measures.size() == 2);
}

TEST_CASE("an assumption carries its label, its source and the council's own number") {
  const RuleFile rate =
      file("rate", R"(window = "stock", counts = case.looked_after, as = "per 10,000",
    of = assumption { 33127, label = "Children aged 0 to 17", source = "mid-year estimate" })");
  CHECK(only(load_measures({rate})).of.assumed.number == 33127);
  const RuleFile own{"settings.lua",
                     "return { [\"rate\"] = { [\"Children aged 0 to 17\"] = 40000 } }"};
  CHECK(only(load_measures({rate, own})).of.assumed.number == 40000);
  // The rules do not complain of a setting that belongs to a measure.
  const Rulebook rules = load_files(
      {rate,
       own,
       {"x/RULE.lua", draft_rule("applies = case.looked_after, breach_when = case.looked_after")}});
  CHECK(rules.problems.empty());
}

TEST_CASE("what a measure's author is told") {
  CHECK(told("counts = review:within(perod)").starts_with("measures/try.lua:4: "));
  CHECK(said("note = \"x\"").starts_with("measure needs one of `counts`"));
  CHECK(said("counts = review:within(period), adds = { \"x\" }") ==
        "measure has `counts` and `adds`; a figure is one of them");
  CHECK(said("counts = review:within(period), as = \"percent\"") ==
        "as needs `of`, what the count is divided by");
  CHECK(said("counts = review:within(period), of = case.looked_after") ==
        "of needs as = \"percent\", \"per 10,000\" or \"ratio\"");
  CHECK(said("counts = review:within(period), of = 33127, as = \"ratio\"") ==
        "of cannot be a plain number: it would be added once for every child; write assumption { "
        "33127, label = \"...\", source = \"...\" }");
  CHECK(said("counts = review:latest().on") ==
        "counts needs a yes-or-no answer (children are counted), rows, or a number (added up), not "
        "a date");
  CHECK(said("counts = case.looked_after") ==
        "nothing here speaks of `period`, so every period would give the same figure; for what "
        "stands on a day say window = \"stock\"");
  CHECK(said("counts = review:within(period), window = \"stock\"") ==
        "a stock is as at one day and has no period: say as_at, or leave out window = \"stock\"");
  CHECK(said("counts = review:within(period), window = \"flows\"") ==
        "window is \"flow\", \"stock\" or \"during\", not \"flows\"");
  CHECK(said("averages = review:within(period):count()") ==
        "averages needs `each` (the rows) or `over` (which children), one of them");
  CHECK(said("counts = case.looked_after, window = \"stock\", split = { { \"a\", this.on:known() } "
             "}") == "counts needs rows of a case table, and cannot speak of `this`");
  CHECK(said("counts = review:within(period), rounding = { places = 1, by = \"floor\" }") ==
        "rounding: by is \"nearest\" or \"truncation\"");
  CHECK(said("adds = { \"try\" }") == "the measure rests on itself");
  CHECK(said("adds = { \"tri\" }") == "there is no measure `tri`; did you mean `try`?");
  CHECK(said("forecast = { achieved = \"x\", target = \"28\" }")
            .starts_with("target needs a number"));
}

TEST_CASE("a broken measure takes with it only what rests on it") {
  const Rulebook book = load_measures({
      file("broken", "counts = review:within(perod)"),
      file("sound", "counts = review:within(period)"),
      file("sum", "adds = { \"sound\", \"broken\" }"),
      file("more", "adds = { \"sum\" }"),
  });
  REQUIRE(book.measures.size() == 1);
  CHECK(book.measures[0].id == "sound");
  REQUIRE(book.problems.size() == 3);
  CHECK(book.problems[1].message == "measures/more.lua:2: it rests on sum, which did not load");
  CHECK(book.problems[2].message == "measures/sum.lua:2: it rests on broken, which did not load");
}

TEST_CASE("a measure is refused what it cannot make of another") {
  const Rulebook book = load_measures({
      file("flow", "counts = review:within(period)"),
      file("stock", "window = \"stock\", counts = case.looked_after"),
      file("change", "changes = \"flow\""),
      file("balance", "reconciles = { stock = \"stock\", started = \"stock\", ceased = \"flow\" }"),
  });
  REQUIRE(book.problems.size() == 2);
  CHECK(book.problems[0].message ==
        "measures/balance.lua:2: started: stock is not a count of what happened in the period");
  CHECK(book.problems[1].message ==
        "measures/change.lua:2: changes: flow is not a figure with window = \"stock\"");
  CHECK(book.measures.size() == 2);
}

}  // namespace tidemark
