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
}

TEST_CASE("a letter is due until it is said to be sent") {
  Store store = Store::open(":memory:").value();
  OutcomeTable table(store);
  ScheduledOutcome outcome = invented_outcome("weekly", "2026-11-23 06:00");
  outcome.letter_due = true;
  outcome.content = "ab12";
  REQUIRE(table.add(outcome).value() == 1);
  REQUIRE(table.add(invented_outcome("daily", "2026-11-23 06:00")).ok());
  auto kept = table.outcomes().value();
  CHECK(kept[0].letter_due);
  CHECK(kept[0].content == "ab12");
  CHECK_FALSE(kept[1].letter_due);
  CHECK(kept[1].content.empty());
  REQUIRE(table.letter_sent(1, "2026-11-23T06:01:00Z").ok());
  kept = table.outcomes().value();
  CHECK_FALSE(kept[0].letter_due);
}

TEST_CASE("a run and how it ended are kept together or not at all") {
  Store store = Store::open(":memory:").value();
  auto add_with = [&](bool agrees) {
    auto writer = RunWriter::begin(store).value();
    NewRun run = invented_run(0).run;
    run.before_commit = [&](const RunRecord& record) -> Status {
      ScheduledOutcome outcome = invented_outcome("weekly", "2026-11-23 06:00");
      outcome.run = record.number;
      if (const auto added = OutcomeTable(store).add_within(outcome); !added) return added.error();
      if (agrees) return Done{};
      return Error{ErrorKind::input, "the outputs cannot be written"};
    };
    return writer->finish(std::move(run));
  };
  const auto refused = add_with(false);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().kind == ErrorKind::input);
  CHECK(store.runs().value().empty());
  CHECK(OutcomeTable(store).outcomes().value().empty());
  REQUIRE(add_with(true).ok());
  CHECK(OutcomeTable(store).outcomes().value().at(0).run == 1);
}

TEST_CASE("an outcome of a run that is not there is refused") {
  Store store = Store::open(":memory:").value();
  ScheduledOutcome outcome = invented_outcome("weekly", "2026-11-23 06:00");
  outcome.run = 7;
  CHECK(OutcomeTable(store).add(outcome).error().kind == ErrorKind::store);
}

}  // namespace
}  // namespace tidemark
