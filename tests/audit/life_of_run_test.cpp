// What runs write into the lives of exceptions, from audit to audit of the test council.
#include "audit/life_of_run.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "audit/own_lists.hpp"
#include "live_council.hpp"
#include "store/exception_table.hpp"

namespace tidemark {
namespace {

// "PO-9M 101: raised resolved/rule_changed", one line an exception.
std::vector<std::string> stories(const CopiedCouncil& council, const std::string& rule) {
  const Store store = council.store();
  std::vector<std::string> lines;
  const std::vector<ExceptionLife> lives = ExceptionTable(store).lives().value();
  for (const ExceptionLife& life : lives) {
    if (life.rule != rule) continue;
    std::string line = life.child + ":";
    for (const Event& event : life.history) {
      line += std::string(" ") + name_of(event.kind);
      if (!event.code.empty()) line += "/" + event.code;
    }
    lines.push_back(line);
  }
  return lines;
}

TEST_CASE("a rule on trial raises no exceptions") {
  const CopiedCouncil council;
  CHECK(council.audited("march", k_march).findings.size() > 1);
  CHECK(stories(council, "ORDER-9M").empty());
}

TEST_CASE("a run raises what stands, and the same again writes nothing") {
  const LiveCouncil council;
  CHECK(council.audited("march", k_march).moved_lives);
  const std::vector<std::string> raised = {"101: raised", "102: raised"};
  CHECK(stories(council, "ORDER-9M") == raised);
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") == raised);
}

TEST_CASE("a run that looks at an earlier day is history and moves no life") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  const auto before = stories(council, "ORDER-9M");
  CHECK_FALSE(council.audited("march", day_of(2021, 1, 31)).moved_lives);
  CHECK(stories(council, "ORDER-9M") == before);
}

TEST_CASE("a run for an earlier day in between does not change why an exception is over") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  replace_in(council.path / "march/orders.csv", "101,2020-05-10", "101,2020-12-10");
  CHECK_FALSE(council.audited("march", day_of(2021, 1, 31)).moved_lives);
  const AuditRun run = council.audited("march", k_march);
  REQUIRE(run.compared_with);
  CHECK(run.compared_with->number == 1);
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised resolved/data_corrected", "102: raised"});
}

TEST_CASE("nor does it where the exception was parked") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  const auto rule = order_rule(council);
  const std::string text = read_file(rule).value();
  std::filesystem::remove(rule);
  CHECK_FALSE(council.audited("march", day_of(2021, 1, 31)).moved_lives);
  static_cast<void>(council.audited("march", k_march));
  REQUIRE(write_file(rule, text).ok());
  replace_in(council.path / "march/orders.csv", "101,2020-05-10", "101,2020-12-10");
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised parked/rule_off resolved/data_corrected",
                                 "102: raised parked/rule_off returned"});
}

TEST_CASE("a rule that is switched off parks its exceptions, and they return when it is back") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  const auto rule = order_rule(council);
  const std::string text = read_file(rule).value();
  std::filesystem::remove(rule);
  static_cast<void>(council.audited("march", k_march));
  REQUIRE(write_file(rule, "return rule {").ok());
  static_cast<void>(council.audited("march", k_march));
  REQUIRE(write_file(rule, text).ok());
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised parked/rule_off parked/rule_failed returned",
                                 "102: raised parked/rule_off parked/rule_failed returned"});
}

TEST_CASE("an exception that only the former rule would raise is over because the rule changed") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  const auto rule = order_rule(council);
  replace_in(rule, "months(9)", "months(10)");
  const RunComparison told = council.audited("march", k_march).since_last;
  CHECK(told.resolved == 1);
  REQUIRE(told.departures.size() == 1);
  CHECK_THAT(told.departures[0].recorded, Catch::StartsWith("resolved: the rule"));
  // 10 May and 30 June 2020 and ten months: 10 March and 30 April 2021.
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised changed", "102: raised resolved/rule_changed"});
  replace_in(rule, "months(10)", "months(9)");
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised changed changed",
                                 "102: raised resolved/rule_changed reopened"});
}

TEST_CASE("a child who is not in the snapshot is not forgotten") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  for (const auto& entry : std::filesystem::directory_iterator(council.path / "march")) {
    std::ifstream in(entry.path());
    std::string kept;
    for (std::string line; std::getline(in, line);) {
      if (line.rfind("101", 0) != 0) kept += line + "\n";
    }
    REQUIRE(write_file(entry.path(), kept).ok());
  }
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised parked/child_not_there", "102: raised"});
}

TEST_CASE("an action on record does not bring back a child who is in no list of children") {
  const LiveCouncil council;
  static_cast<void>(council.audited("march", k_march));
  Event action;
  action.kind = EventKind::action_set;
  action.on = k_march;
  action.by = action.to = "P. Chair";
  action.why = "Refer";
  action.until = k_april;
  {
    const Store store = council.store();
    const auto recorded = ExceptionTable(store).record(
        1, [&](const ExceptionLife&) { return Result<std::vector<Event>>({action}); });
    REQUIRE(recorded.ok());
  }
  // A list of the council's own still names the child.
  REQUIRE(write_file(council.path / "march/header.csv",
                     "CHILD,DOB\n102,2016-07-08\n103,2014-01-01\n104,2013-12-31\n105,2017-05-05\n")
              .ok());
  replace_in(council.path / "march/orders.csv", "101,2020-05-10,,PO",
             "101,2020-05-10,2020-06-01,CO");
  static_cast<void>(council.audited("march", k_march));
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised action_set parked/child_not_there", "102: raised"});
}

TEST_CASE("an export that was cut off parks what it no longer shows") {
  const LiveCouncil council;
  const auto orders = council.path / "march/orders.csv";
  const std::string whole = read_file(orders).value();
  std::string header = read_file(council.path / "march/header.csv").value(), more = whole;
  for (int child = 200; child < 300; ++child) {
    header += std::to_string(child) + ",2015-01-01\n";
    more += std::to_string(child) + ",2021-03-01,,PO\n";
  }
  REQUIRE(write_file(council.path / "march/header.csv", header).ok());
  REQUIRE(write_file(orders, more).ok());
  static_cast<void>(council.audited("march", k_march));
  std::string cut = whole;
  cut.erase(cut.find("101,"), cut.find("103,") - cut.find("101,"));
  REQUIRE(write_file(orders, cut).ok());
  const RunComparison told = council.audited("march", k_march).since_last;
  CHECK(stories(council, "ORDER-9M") ==
        std::vector<std::string>{"101: raised parked/table_not_supplied",
                                 "102: raised parked/table_not_supplied"});
  // The report tells the same story.
  CHECK(told.resolved == 0);
  CHECK(told.parked == 2);
  REQUIRE(told.departures.size() == 2);
  CHECK_THAT(told.departures[0].recorded, Catch::StartsWith("parked: "));
}

TEST_CASE("the lists that Tidemark keeps have what is open, spelt for the loader") {
  ExceptionLife life;
  life.rule = "PO-9M";
  life.child = "=1001";
  Exemption exemption;
  exemption.decided = day_of(2021, 2, 10);
  exemption.until = day_of(2021, 4, 30);
  exemption.reason = "hearing, \"listed\"";
  exemption.decided_by = "P. Chair";
  exemption.meeting = "Panel 4";
  life.exemptions = {exemption};
  CHECK(exemption_list({life}) ==
        "CHILD,RULE,REASON,DECIDED,UNTIL,DECISION_MAKER,MEETING\n"
        "\"=1001\",\"PO-9M\",\"hearing, \"\"listed\"\"\",\"2021-02-10\",\"2021-04-30\","
        "\"P. Chair\",\"Panel 4\"\n");
  life.exemptions.back().end = Exemption::End::lapsed;
  CHECK(exemption_list({life}).empty());
  life.exemptions.back().end = Exemption::End::expired;
  CHECK_FALSE(exemption_list({life}).empty());
  life.state = LifeState::resolved;
  CHECK(exemption_list({life}).empty());
  CHECK(action_list({life}).empty());
  life.actions = {{7, "Refer", "SW1", day_of(2021, 2, 10), day_of(2021, 2, 24), std::nullopt}};
  CHECK(action_list({life}) ==
        "CHILD,ACTION,OWNER,RAISED,DUE,DONE\n"
        "\"=1001\",\"Refer\",\"SW1\",\"2021-02-10\",\"2021-02-24\",\"\"\n");
}

}  // namespace
}  // namespace tidemark
