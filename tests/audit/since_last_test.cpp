#include "audit/since_last.hpp"

#include <catch2/catch.hpp>

#include "audit/findings_csv.hpp"
#include "invented_findings.hpp"
#include "store/run_writer.hpp"

namespace tidemark {
namespace {

RunRecord run_of(std::int64_t number, const char* as_at, const char* snapshot) {
  RunRecord run;
  run.number = number;
  run.as_at = as_at;
  run.snapshot = snapshot;
  return run;
}

TEST_CASE("a run is compared with the latest before it that looked no later than it does") {
  const std::vector<RunRecord> runs = {run_of(1, "2021-01-31", "a"), run_of(2, "2021-02-28", "b"),
                                       run_of(3, "2021-06-30", "c")};
  CHECK(run_before(runs, run_of(0, "2021-03-31", "d"))->number == 2);
  CHECK(run_before(runs, run_of(0, "2021-07-31", "d"))->number == 3);
  CHECK(run_before(runs, run_of(0, "2021-02-28", "other files"))->number == 2);
  CHECK_FALSE(run_before(runs, run_of(0, "2020-12-31", "d")).has_value());
  CHECK_FALSE(run_before({}, run_of(0, "2020-12-31", "d")).has_value());
}

TEST_CASE("a repeat of a run is compared with what that run was compared with") {
  std::vector<RunRecord> runs = {run_of(1, "2021-01-31", "a"), run_of(2, "2021-02-28", "b"),
                                 run_of(3, "2021-02-28", "b")};
  CHECK(run_before(runs, run_of(0, "2021-02-28", "b"))->number == 1);
  // A manager's edit is no repeat.
  auto edited = run_of(0, "2021-02-28", "b");
  edited.rule_set = "other";
  CHECK(run_before(runs, edited)->number == 3);
}

// A store holding one run of these findings.
struct Before {
  explicit Before(const std::vector<Finding>& findings) {
    auto writer = RunWriter::begin(store).value();
    FindingRow row;
    for (const Finding& finding : findings) {
      fill_row(finding, row);
      REQUIRE(writer->add(row).ok());
    }
    NewRun run;
    run.made_at = run.as_at = "2021-01-31";
    run.snapshot = run.rule_set = {kept_file("a", "b")};
    record = writer->finish(std::move(run)).value();
  }
  Store store = Store::open(":memory:").value();
  RunRecord record;
};

struct Council {
  Council() {
    for (const char* id : {"A", "OFF"}) rulebook.rules.emplace_back().id = id;
    rulebook.rules[1].maturity = Maturity::retired;
    rulebook.problems.push_back({"x/BAD.lua", 3, "x/BAD.lua:3: no such field", "BAD", true});
    for (const char* id : {"1", "2", "3", "4"}) static_cast<void>(snapshot.children.add(id));
  }
  RunComparison compare(const Before& before, const std::vector<Finding>& now) {
    const StoodBefore stood = StoodBefore::in(before.store, before.record).value();
    return compare_with(stood, rulebook, snapshot, now);
  }
  Rulebook rulebook;
  Snapshot snapshot;
};

TEST_CASE("what stood in the stored run is told apart from what is new, and why it left is said") {
  const Before before({invented_finding("A", "1", "d", Verdict::breach),
                       invented_finding("A", "2", "d", Verdict::explained, "hearing listed"),
                       invented_finding("A", "3", "d", Verdict::due_soon),
                       invented_finding("A", "4", "d", Verdict::breach),
                       invented_finding("A", "9", "d", Verdict::breach),
                       invented_finding("BAD", "1", "d", Verdict::breach),
                       invented_finding("OFF", "1", "d", Verdict::breach)});
  const auto now = {invented_finding("A", "1", "d", Verdict::breach),
                    invented_finding("A", "2", "d", Verdict::breach),
                    invented_finding("A", "3", "d", Verdict::breach),
                    invented_finding("A", "4", "d", Verdict::cannot_decide, "no court list")};
  const auto comparison = Council().compare(before, now);
  CHECK(comparison.changes ==
        std::vector<Change>{Change::continuing, Change::changed, Change::raised, Change::none});
  REQUIRE(comparison.departures.size() == 4);
  CHECK(comparison.departures[0].ending == Ending::cannot_decide);
  CHECK(comparison.departures[0].why == "no court list");
  CHECK(comparison.departures[1].ending == Ending::child_not_there);
  CHECK(comparison.departures[2].ending == Ending::rule_failed);
  CHECK(comparison.departures[2].why == "x/BAD.lua:3: no such field");
  CHECK(comparison.departures[3].ending == Ending::rule_not_there);
}

TEST_CASE("asked of one finding after another, it says the same as the comparison of them all") {
  const Before before({invented_finding("A", "1", "d", Verdict::breach),
                       invented_finding("A", "2", "d", Verdict::explained, "hearing listed"),
                       invented_finding("A", "3", "d", Verdict::breach),
                       invented_finding("A", "3", "d", Verdict::breach)});
  const std::vector<Finding> now = {invented_finding("A", "1", "d", Verdict::breach),
                                    invented_finding("A", "2", "d", Verdict::breach),
                                    invented_finding("A", "2", "e", Verdict::due_soon),
                                    invented_finding("A", "3", "d", Verdict::breach),
                                    invented_finding("A", "3", "d", Verdict::breach),
                                    invented_finding("A", "3", "d", Verdict::breach)};
  StoodBefore stood = StoodBefore::in(before.store, before.record).value();
  std::vector<Change> changes;
  for (const Finding& finding : now) changes.push_back(stood.change_of(finding));
  CHECK(changes == Council().compare(before, now).changes);
  CHECK(changes.back() == Change::raised);
}

TEST_CASE("a growing number of days is no change") {
  auto finding = invented_finding("A", "1", "d", Verdict::breach);
  finding.judgement.has_days_over = true;
  finding.judgement.days_over = 3;
  const Before before({finding});
  finding.judgement.days_over = 31;
  finding.says = "31 days";
  CHECK(Council().compare(before, {finding}).changes == std::vector<Change>{Change::continuing});
}

TEST_CASE("without a run before, everything that stands is new") {
  Council council;
  const Before before({});
  const std::vector<Finding> now = {invented_finding("A", "1", "d", Verdict::breach)};
  const StoodBefore stood = StoodBefore::in(before.store, std::nullopt).value();
  CHECK(compare_with(stood, council.rulebook, council.snapshot, now).raised == 1);
}

}  // namespace
}  // namespace tidemark
