// Why a figure differs between two snapshots, row by row.
#include "audit/restatement.hpp"

#include <catch2/catch.hpp>

#include "measured_council.hpp"

namespace tidemark {
namespace {

using tests::MeasuredCouncil;

RestateRun restated(const MeasuredCouncil& council, const std::string& period) {
  RestateRequest request;
  request.before_path = council.at("before");
  request.after_path = council.at("after");
  request.rules_folder = council.at("rules");
  request.periods = {*parse_period(period)};
  auto run = run_restatement(request);
  INFO((run ? "" : run.error().message));
  REQUIRE(run.ok());
  return std::move(run).value();
}

std::vector<std::string> rows_of(const RestateRun& run) {
  std::vector<std::string> rows;
  REQUIRE(run.results.size() == 1);
  for (const RestatedRow& row : run.results[0].rows) {
    rows.push_back(row.child + " " + row.occasion + " " + row.was + " -> " + row.is + ", " +
                   name_of(row.cause) + ": " + row.what + " [" + row.place_before + " " +
                   row.place_after + "]");
  }
  return rows;
}

TEST_CASE("rows that came late, were corrected, or were withdrawn") {
  const MeasuredCouncil council;
  council.measure("made", "counts = order:where { kind = \"PO\" }:starting_within(period)");
  council.snapshot("before", 6,
                   {"101,2021-04-10,,PO", "102,2021-05-01,,PO", "103,2021-05-02,,CO",
                    "104,2021-07-02,,PO", "105,2021-06-30,,PO"});
  council.snapshot("after", 6,
                   {"101,2021-04-10,,PO", "103,2021-05-02,,PO", "104,2021-06-28,,PO",
                    "105,2021-06-30,,PO", "106,2021-06-01,,PO"});
  const RestateRun run = restated(council, "2021-Q1");
  CHECK(run.results[0].before.lo.over == 3);
  CHECK(run.results[0].after.lo.over == 5);
  CHECK(
      rows_of(run) ==
      std::vector<std::string>{
          "102 2021-05-01 counted -> not counted, withdrawn: order 2021-05-01 withdrawn "
          "[orders.csv:3 ]",
          "103 2021-05-02 not counted -> counted, corrected: order 2021-05-02: kind CO -> PO "
          "[orders.csv:4 orders.csv:3]",
          "104 2021-06-28 not counted -> counted, corrected: order 2021-06-28: from 2021-07-02 -> "
          "2021-06-28 [orders.csv:5 orders.csv:4]",
          "106 2021-06-01 not counted -> counted, entered late: order 2021-06-01 entered "
          "[ orders.csv:6]"});
}

TEST_CASE("a row whose key was corrected is one row") {
  const MeasuredCouncil council;
  council.measure("made", "counts = order:where { kind = \"PO\" }:starting_within(period)");
  council.snapshot("before", 2, {"101,2021-03-31,,PO"});
  council.snapshot("after", 2, {"101,2021-04-01,,PO"});
  CHECK(rows_of(restated(council, "2021-Q1")) ==
        std::vector<std::string>{"101 2021-04-01 not counted -> counted, corrected: order "
                                 "2021-04-01: from 2021-03-31 -> 2021-04-01 "
                                 "[orders.csv:2 orders.csv:2]"});
}

TEST_CASE("a row that is the same and counts otherwise names what else changed") {
  const MeasuredCouncil council;
  council.measure("first",
                  "counts = order:where(function(o) return all { o.kind:is \"PO\", "
                  "none { order:where { kind = \"CO\" }:any() } } end)"
                  ":starting_within(period)");
  council.snapshot("before", 2, {"101,2021-04-10,,PO"});
  council.snapshot("after", 2, {"101,2021-04-10,,PO", "101,2020-01-01,,CO"});
  CHECK(rows_of(restated(council, "2021-Q1")) ==
        std::vector<std::string>{"101 2021-04-10 counted -> not counted, rule decided otherwise: "
                                 "order 2020-01-01 entered [ orders.csv:3]"});
}

TEST_CASE("children who count otherwise, and those who could not be decided") {
  const MeasuredCouncil council;
  council.measure("open", "window = \"stock\", counts = order:current().kind:is \"PO\"");
  council.snapshot("before", 3, {"101,2021-04-10,,PO", "102,2021-04-10,,", "103,2021-04-10,,PO"});
  council.snapshot("after", 4,
                   {"101,2021-04-10,2021-06-01,PO", "102,2021-04-10,,PO", "103,2021-04-10,,PO",
                    "104,2021-06-01,,PO"});
  const RestateRun run = restated(council, "2021-Q1");
  CHECK(rows_of(run) ==
        std::vector<std::string>{
            "101  counted -> not counted, corrected: order 2021-04-10: to blank -> 2021-06-01 "
            "[orders.csv:2 orders.csv:2]",
            "102  undecided -> counted, undecided before: order 2021-04-10: kind blank -> PO "
            "[orders.csv:3 orders.csv:3]",
            "104  not counted -> counted, entered late: the child was not in the earlier snapshot "
            "[ ]"});
}

TEST_CASE("the same snapshot twice differs in nothing, and a mean is refused") {
  const MeasuredCouncil council;
  council.measure("made", "counts = order:starting_within(period)");
  council.measure("mean",
                  "averages = days_between(this.from, this.to), "
                  "each = order:starting_within(period)");
  council.measure("twice", "adds = { \"made\", \"made\" }");
  council.snapshot("before", 3, {"101,2021-04-10,,PO", "102,2021-05-01,,PO"});
  council.snapshot("after", 3, {"102,2021-05-01,,PO", "101,2021-04-10,,PO"});
  const RestateRun run = restated(council, "2021-Q1");
  REQUIRE(run.results.size() == 1);
  CHECK_FALSE(run.results[0].changed());
  RestateRequest request;
  request.before_path = request.after_path = council.at("before");
  request.rules_folder = council.at("rules");
  request.periods = {*parse_period("2021-Q1")};
  request.only = {"mean"};
  const auto refused = run_restatement(request);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message.starts_with("mean counts no children or rows"));
}

}  // namespace
}  // namespace tidemark
