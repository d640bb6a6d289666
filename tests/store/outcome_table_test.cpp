#include "store/outcome_table.hpp"

#include <catch2/catch.hpp>

#include "invented_run.hpp"

namespace tidemark {
namespace {

ScheduledOutcome invented_outcome(const std::string& job, const std::string& due_at) {
  ScheduledOutcome outcome;
  outcome.job = job;
  outcome.due_at = due_at;
  outcome.began_at = "2026-11-23T06:00:05Z";
  outcome.ended_at = "2026-11-23T06:00:09Z";
  outcome.exit_code = 1;
  outcome.sentence = "No snapshot came.";
  return outcome;
}

TEST_CASE("outcomes come back in order, with the run where there was one") {
  Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  OutcomeTable table(store);
  CHECK(table.outcomes().value().empty());
  CHECK(table.last_due_at("weekly").value().empty());
  CHECK(table.add(invented_outcome("weekly", "2026-11-16 06:00")).value() == 1);
  ScheduledOutcome with_run = invented_outcome("weekly", "2026-11-23 06:00");
  with_run.run = 1;
  with_run.exit_code = 0;
  CHECK(table.add(with_run).value() == 2);
  CHECK(table.add(invented_outcome("daily", "2026-11-24 06:00")).value() == 3);
  const auto weekly = table.outcomes("weekly").value();
  REQUIRE(weekly.size() == 2);
  CHECK_FALSE(weekly[0].run.has_value());
  CHECK(weekly[0].sentence == "No snapshot came.");
  CHECK(weekly[1].run == 1);
  CHECK(weekly[1].exit_code == 0);
  CHECK(table.outcomes().value().size() == 3);
  CHECK(table.last_due_at("weekly").value() == "2026-11-23 06:00");
}

TEST_CASE("an outcome of a run that is not there is refused") {
  Store store = Store::open(":memory:").value();
  ScheduledOutcome outcome = invented_outcome("weekly", "2026-11-23 06:00");
  outcome.run = 7;
  CHECK(OutcomeTable(store).add(outcome).error().kind == ErrorKind::store);
}

}  // namespace
}  // namespace tidemark
