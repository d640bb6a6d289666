// A run of measures over an invented council, from files to printed lines.
#include "audit/measures.hpp"

#include <catch2/catch.hpp>
#include <map>

#include "measured_council.hpp"

namespace tidemark {
namespace {

using tests::MeasuredCouncil;

constexpr const char* k_made = "counts = order:starting_within(period)";
constexpr const char* k_ended = "counts = order:where(function(o) return o.to:during(period) end)";
constexpr const char* k_open = "window = \"stock\", counts = order:current():known()";

MeasureRun run(const MeasureRequest& request) {
  auto made = run_measures(request);
  INFO((made ? "" : made.error().message));
  REQUIRE(made.ok());
  return std::move(made).value();
}

// Printed values by measure and part: "made", "balance/residual".
std::map<std::string, std::string> values(const MeasureRun& made) {
  std::map<std::string, std::string> all;
  for (const MeasureResult& result : made.results) {
    const std::string& id = made.rulebook->measures[static_cast<std::size_t>(result.measure)].id;
    for (const MeasureLine& line : result.lines) {
      const bool hides = line.withheld && !line.figure.cannot_decide;
      all[id + (line.part.empty() ? "" : "/" + line.part)] =
          hides ? "c" : written(line.figure, line.rounding);
    }
  }
  return all;
}

const MeasureLine& line_of(const MeasureRun& made, const std::string& part) {
  REQUIRE(made.results.size() == 1);
  for (const MeasureLine& line : made.results[0].lines) {
    if (line.part == part) return line;
  }
  FAIL("no line " << part);
  return made.results[0].lines[0];
}

std::vector<std::string> orders(int count, const std::string& made, const std::string& ended,
                                int first_child = 101) {
  std::vector<std::string> rows;
  for (int i = 0; i < count; ++i)
    rows.push_back(std::to_string(first_child + i) + "," + made + "," + ended + ",PO");
  return rows;
}

void append(std::vector<std::string>& rows, const std::vector<std::string>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

TEST_CASE("a stock, its flows and what is left over") {
  const MeasuredCouncil council;
  council.measure("open", k_open);
  council.measure("made", k_made);
  council.measure("ended", k_ended);
  council.measure("balance",
                  "reconciles = { stock = \"open\", started = \"made\", ceased = \"ended\" }, "
                  "at_most = 0");
  council.measure("change", "changes = \"open\", as = \"percent\"");
  // 8 open before; 3 made in the quarter, of which one ends in it on the last day; one child has a
  // second order while the first still runs, which no stock of children can show.
  auto rows = orders(8, "2021-01-10", "");
  append(rows, {"109,2021-07-01,,PO", "110,2021-08-01,2021-09-30,PO", "101,2021-09-01,,CO"});
  council.snapshot("data", 12, rows);
  const MeasureRun made = run(council.request("data", "2021-Q2"));
  CHECK(made.results[0].lines.back().limit == "over 0");
  auto got = values(made);
  CHECK(got["open"] == "9");
  CHECK(got["made"] == "3");
  CHECK(got["ended"] == "1");
  CHECK(got["balance/opening"] == "8");
  CHECK(got["balance/started"] == "3");
  CHECK(got["balance/ceased"] == "1");
  CHECK(got["balance/closing"] == "9");
  CHECK(got["balance/residual"] == "-1");
  CHECK(got["change/opening"] == "8");
  CHECK(got["change/change"] == "1");
  CHECK(got["change/percent"] == "12.5");
}

TEST_CASE("sums, a forecast against a target, and the mean of the years before") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  council.measure("ended", k_ended);
  council.measure("waiting",
                  "window = \"stock\", counts = order:where { kind = \"CO\" }:current():known()");
  council.measure("both", "adds = { \"made\", \"ended\" }");
  council.measure("net", "adds = { \"made\" }, less = { \"ended\" }");
  council.measure("plan",
                  "forecast = { achieved = \"made\", expected = { \"waiting\" }, target = 35 }, "
                  "rounding = { places = 1 }");
  council.measure("usual", "benchmark = { of = \"made\", years = 3 }");
  auto rows = orders(10, "2021-05-10", "2021-08-01");
  append(rows, orders(4, "2020-06-10", "2020-12-01"));
  append(rows, orders(6, "2019-06-10", "2019-12-01"));
  append(rows, orders(8, "2018-06-10", "2018-12-01"));
  append(rows, {"111,2017-01-01,,CO", "112,2017-01-01,,CO"});
  council.snapshot("data", 12, rows);
  auto got = values(run(council.request("data", "2021-H1")));
  CHECK(got["both"] == "20");
  CHECK(got["net"] == "0");
  CHECK(got["plan/target"] == "35");
  CHECK(got["plan/pro rata"] == "17.5");
  CHECK(got["plan/achieved"] == "10");
  CHECK(got["plan/percent"] == "28.6");
  CHECK(got["plan/still needed"] == "25");
  CHECK(got["plan/expected waiting"] == "2");
  CHECK(got["plan/forecast"] == "12");
  CHECK(got["plan/short of target"] == "23");
  CHECK(got["usual"] == "10");
  CHECK(got["usual/1 year before"] == "4");
  CHECK(got["usual/mean"] == "6");
  CHECK(got["usual/difference"] == "4");
}

TEST_CASE("a list that did not come cannot be counted") {
  const MeasuredCouncil council;
  council.measure("heard", "counts = hearing:within(period)");
  council.measure("heard-children", "counts = hearing:within(period):any()");
  council.snapshot("data", 3, {"101,2021-01-01,,PO"});
  const MeasureRun made = run(council.request("data", "2021-Q2"));
  for (const MeasureResult& result : made.results) {
    CHECK(result.lines[0].figure.cannot_decide);
    CHECK(result.lines[0].why == "no court list was supplied");
  }
}

TEST_CASE("a date known only to a month makes the figure an interval and says why") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  council.snapshot("data", 3, {"101,2021-07-01,,PO", "102,zz/06/2021,,PO", "103,zz/zz/2021,,PO"});
  const MeasureRun made = run(council.request("data", "2021-Q2"));
  const MeasureLine& line = line_of(made, "");
  INFO(line.why);
  CHECK(written(line.figure, line.rounding) == "1 to 2");
  CHECK(line.undecided == 1);
  CHECK(line.why.starts_with("1 could not be decided: "));
}

TEST_CASE("a limit is kept, broken, or cannot be told") {
  const MeasuredCouncil council;
  council.measure("made", std::string(k_made) + ", at_most = 1");
  council.snapshot("one", 3, {"101,2021-07-01,,PO"});
  council.snapshot("two", 3, {"101,2021-07-01,,PO", "102,2021-07-01,,PO"});
  council.snapshot("open", 3, {"101,2021-07-01,,PO", "102,zz/zz/2021,,PO"});
  CHECK(line_of(run(council.request("one", "2021-Q2")), "").limit == "within 1");
  CHECK(line_of(run(council.request("two", "2021-Q2")), "").limit == "over 1");
  CHECK(line_of(run(council.request("open", "2021-Q2")), "").limit == "cannot be decided");
}

TEST_CASE("small numbers are withheld with what would give them back; internal shows them") {
  const MeasuredCouncil council;
  council.measure("made",
                  std::string(k_made) +
                      ", split = { { \"care\", this.kind:is \"CO\" }, otherwise = \"placement\" }");
  council.measure("secret",
                  "public = false, counts = order:where { kind = \"CO\" }:starting_within(period)");
  auto rows = orders(11, "2021-07-10", "");
  append(rows, {"101,2021-08-01,,CO", "102,2021-08-01,,CO"});
  council.snapshot("data", 12, rows);
  MeasureRequest request = council.request("data", "2021-Q2");
  auto got = values(run(request));
  CHECK((got["made"] == "13" && got["made/care"] == "2" && got["secret"] == "2"));
  request.is_internal = false;
  const MeasureRun published = run(request);
  got = values(published);
  CHECK(published.left_out == 1);
  CHECK(got.count("secret") == 0);
  CHECK((got["made"] == "13" && got["made/care"] == "c" && got["made/placement"] == "c"));
}

TEST_CASE("the quarters and the half year hang together when they are printed together") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  auto rows = orders(2, "2021-05-10", "");
  append(rows, orders(9, "2021-08-10", ""));
  council.snapshot("data", 12, rows);
  MeasureRequest request = council.request("data", "2021-Q1");
  request.is_internal = false;
  for (const char* more : {"2021-Q2", "2021-H1"}) request.periods.push_back(*parse_period(more));
  const MeasureRun made = run(request);
  REQUIRE(made.results.size() == 3);
  CHECK(made.results[0].lines[0].withheld);
  CHECK(made.results[1].lines[0].withheld != made.results[2].lines[0].withheld);
}

TEST_CASE("the knowledge date chooses among dated snapshots and bounds what can be asked") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  council.measure("open", k_open);
  council.snapshot("dated/2021-07-15", 3, {"101,2021-05-01,,PO"});
  council.snapshot("dated/2021-12-01", 3, {"101,2021-05-01,,PO", "102,2021-06-01,,PO"});
  MeasureRequest request = council.request("dated", "2021-Q1");
  CHECK(values(run(request))["made"] == "2");
  request.known_at = day_of(2021, 11, 30);
  const MeasureRun early = run(request);
  CHECK(values(early)["made"] == "1");
  CHECK(iso(early.made_on.value()) == "2021-07-15");
  request.known_at = day_of(2021, 7, 14);
  CHECK(run_measures(request).error().message.find("the first is of 2021-07-15") !=
        std::string::npos);
  request = council.request("dated/2021-07-15", "2021-Q2");
  request.known_at = day_of(2021, 7, 15);
  const MeasureRun unfinished = run(request);
  CHECK(values(unfinished)["open"] == "cannot be decided");
  CHECK(values(unfinished)["made"] == "0");
  CHECK(unfinished.results[0].notes.back() ==
        "the period runs on after the extract of 15 Jul 2021: the figure is up to that day");
}

TEST_CASE("any number of threads gives the same figures") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  council.measure("mean",
                  "averages = days_between(this.from, this.to), "
                  "each = order:where(function(o) return o.to:during(period) end)");
  std::vector<std::string> rows;
  for (int i = 0; i < 40; ++i) {
    rows.push_back(std::to_string(101 + i) + ",2021-0" + std::to_string(1 + i % 6) + "-0" +
                   std::to_string(1 + i % 9) + ",2021-07-" + std::to_string(10 + i % 20) + ",PO");
  }
  council.snapshot("data", 40, rows);
  MeasureRequest request = council.request("data", "2021-Q2");
  const auto one = values(run(request));
  request.threads = 7;
  CHECK(values(run(request)) == one);
}

TEST_CASE("an unknown measure is answered with the nearest") {
  const MeasuredCouncil council;
  council.measure("made", k_made);
  council.snapshot("data", 3, {"101,2021-05-01,,PO"});
  MeasureRequest request = council.request("data", "2021-Q1");
  request.only = {"mode"};
  const auto refused = run_measures(request);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::usage);
  CHECK(refused.error().message == "there is no measure mode; did you mean made?");
}

}  // namespace
}  // namespace tidemark
