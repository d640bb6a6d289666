// What is altered in a store is found and named.
#include "audit/verification.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "copied_council.hpp"
#include "store/purge.hpp"

namespace tidemark {
namespace {

// Not that the triggers are gone is asked here, but what was done then.
const std::string k_open_runs =
    "DROP TRIGGER run_is_never_changed; DROP TRIGGER run_is_never_taken_out; ";

// March, April, and March again with the April files.
void three_runs(const CopiedCouncil& council) {
  static_cast<void>(council.audited("march", k_march));
  static_cast<void>(council.audited("april", k_april));
  static_cast<void>(council.audited("april", k_march));
}

Verification verified(const CopiedCouncil& council, VerifyRequest request = {}) {
  const Store store = council.store();
  request.engine_version = "test";
  auto verification = verify(store, request);
  INFO((verification ? "" : verification.error().message));
  REQUIRE(verification.ok());
  return std::move(verification).value();
}

std::vector<Flaw> all_of(const Verification& verification) {
  std::vector<Flaw> flaws = verification.flaws;
  for (const VerifiedRun& run : verification.runs) {
    flaws.insert(flaws.end(), run.flaws.begin(), run.flaws.end());
  }
  return flaws;
}

bool has(const std::vector<Flaw>& flaws, Check check, std::int64_t run, const std::string& words) {
  return std::any_of(flaws.begin(), flaws.end(), [&](const Flaw& flaw) {
    return flaw.check == check && flaw.run == run && flaw.says.find(words) != std::string::npos;
  });
}

TEST_CASE("a store that nobody touched is as it was sealed, for any number of threads") {
  const CopiedCouncil council;
  three_runs(council);
  for (const int threads : {1, 3}) {
    VerifyRequest request;
    request.threads = threads;
    const Verification verification = verified(council, request);
    CHECK(verification.is_right());
    CHECK(verification.runs.size() == 3);
    CHECK(verification.runs[0].findings == 8);
    CHECK(verification.runs[0].other_engine.empty());
    CHECK(verification.contents > 4);
  }
}

TEST_CASE("an altered finding is named with its child, its field and both values") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(
      "UPDATE finding SET verdict = 'explained' WHERE run = 1 AND rule = 'ORDER-9M' AND child = "
      "'101'");
  const Verification verification = verified(council);
  CHECK_FALSE(verification.is_right());
  CHECK(verification.runs[1].flaws.empty());
  const auto& flaws = verification.runs[0].flaws;
  REQUIRE(flaws.size() >= 2);
  CHECK(flaws[0].check == Check::findings);
  CHECK(flaws[1].check == Check::again);
  CHECK(flaws[1].rule == "ORDER-9M");
  CHECK(flaws[1].child == "101");
  CHECK(flaws[1].occasion == "2020-05-10");
  CHECK(flaws[1].field == "verdict");
  CHECK(flaws[1].stored == "explained");
  CHECK(flaws[1].computed == "breach");
}

TEST_CASE("altered evidence is found though no seal is over it") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(
      "UPDATE finding SET cells = replace(cells, '2020-05-10', '2020-08-10') WHERE run = 1 AND "
      "rule = 'ORDER-9M' AND child = '101'");
  const Verification verification = verified(council);
  const auto flaws = all_of(verification);
  REQUIRE(flaws.size() == 1);
  CHECK(flaws[0].field == "evidence");
  CHECK(flaws[0].stored.find("2020-08-10 (orders.csv:") != std::string::npos);
  CHECK(flaws[0].computed.find("2020-05-10 (orders.csv:") != std::string::npos);
}

TEST_CASE("evidence that cannot be read any more is named, and so is a place that was altered") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql("UPDATE finding SET cells = '[[1' WHERE run = 2 AND number = 1");
  CHECK(has(all_of(verified(council)), Check::again, 2, "the evidence of finding 1"));
  council.sql("UPDATE place SET field = 'x' WHERE field = 'from'");
  CHECK(has(all_of(verified(council)), Check::again, 1, ".x 2020-05-10"));
}

TEST_CASE("a finding that was taken out and one that was put in are told apart") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql("DELETE FROM finding WHERE run = 1 AND child = '102' AND rule = 'ORDER-9M'");
  council.sql(
      "INSERT INTO finding SELECT 2, 99, 'ZZ', child, occasion, verdict, clock, due, days_over, "
      "at_least, reason, says, cells FROM finding WHERE run = 1 AND number = 1");
  const auto flaws = all_of(verified(council));
  CHECK(has(flaws, Check::again, 1, "ORDER-9M, child 102, 2020-06-30: breach is found when"));
  CHECK(has(flaws, Check::again, 2, "ZZ, child 104, 2020-11-01: breach is stored, and made again"));
}

TEST_CASE("a run that was removed is named, also the last one while anything names it") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(k_open_runs + "DELETE FROM run WHERE number = 2");
  const auto flaws = all_of(verified(council));
  CHECK(has(flaws, Check::chain, 2, "run 2 has been removed"));
  const CopiedCouncil other;
  three_runs(other);
  other.sql(k_open_runs + "DELETE FROM run WHERE number = 3");
  CHECK(has(all_of(verified(other)), Check::chain, 3, "run 3 has been removed"));
}

TEST_CASE("a run that was altered and runs that were put in another order are named") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(k_open_runs + "UPDATE run SET made_at = '2020-01-01T00:00:00Z' WHERE number = 2");
  auto flaws = verified(council).flaws;
  CHECK(std::count_if(flaws.begin(), flaws.end(),
                      [](const Flaw& flaw) { return flaw.check != Check::schema; }) == 1);
  CHECK(has(flaws, Check::schema, 0, "the trigger run_is_never_changed"));
  CHECK(has(flaws, Check::chain, 2, "run 2 has been altered"));
  const CopiedCouncil other;
  three_runs(other);
  other.sql(k_open_runs +
            "UPDATE run SET number = 9 WHERE number = 2; UPDATE run SET number = 2 WHERE number = "
            "3; UPDATE run SET number = 3 WHERE number = 9");
  flaws = verified(other).flaws;
  CHECK(has(flaws, Check::chain, 2, "it was sealed after run 3: the order was changed"));
  CHECK(has(flaws, Check::chain, 3, "it was sealed after run 1: the order was changed"));
}

TEST_CASE("a seal that was written down shows that runs were taken off the end") {
  const CopiedCouncil council;
  three_runs(council);
  VerifyRequest request;
  request.known_seal = verified(council).last_seal;
  REQUIRE(request.known_seal.size() == 64);
  CHECK(verified(council, request).is_right());
  council.sql(k_open_runs +
              "DROP TRIGGER sealed_is_never_taken_out; DELETE FROM finding WHERE run = 3; DELETE "
              "FROM run_total WHERE run = 3; DELETE FROM run_label WHERE run = 3; DELETE FROM run "
              "WHERE number = 3; DELETE FROM sealed WHERE number = 3");
  CHECK(has(verified(council, request).flaws, Check::chain, 0, "no run has the seal"));
}

TEST_CASE(
    "an altered file is named with the runs that rest on it, and those cannot be made again") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(
      "UPDATE content SET packed = (SELECT packed FROM content ORDER BY id LIMIT 1 OFFSET 2), size "
      "= (SELECT size FROM content ORDER BY id LIMIT 1 OFFSET 2) WHERE id = (SELECT f.content FROM "
      "file f JOIN run r ON r.snapshot = f.file_set WHERE r.number = 1 AND f.path = "
      "'header.csv')");
  const auto flaws = all_of(verified(council));
  CHECK(has(flaws, Check::files, 0, "header.csv of run 1"));
  CHECK(has(flaws, Check::again, 1, "it cannot be made again: header.csv"));
}

TEST_CASE("a difference is said together with the engine that made the run") {
  const CopiedCouncil council;
  three_runs(council);
  const Store store = council.store();
  VerifyRequest request;
  request.engine_version = "another";
  const auto verification = verify(store, request);
  REQUIRE(verification.ok());
  CHECK(verification.value().is_right());
  CHECK(verification.value().runs[0].other_engine == "test");
}

TEST_CASE("of a purged run the chain and the totals are checked, and no more is asked") {
  const CopiedCouncil council;
  three_runs(council);
  const PurgeMade made{"2026-01-02T09:00:00Z", "m", "six years"};
  REQUIRE(purge(council.store(), {k_april, false}, made).value().runs.front() == 1);
  Verification verification = verified(council);
  CHECK(verification.is_right());
  CHECK(verification.runs[0].purged_at == "2026-01-02T09:00:00Z");
  council.sql("UPDATE run_total SET breach = 7 WHERE run = 1 AND rule = 'ORDER-9M'");
  verification = verified(council);
  CHECK(
      has(verification.runs[0].flaws, Check::totals, 1, "ORDER-9M: the stored totals do not add"));
}

TEST_CASE("an event that was altered is named") {
  const CopiedCouncil council;
  three_runs(council);
  council.sql(
      "INSERT OR IGNORE INTO exception (number, rule, child, occasion) "
      "VALUES (900, 'ORDER-9M', 'nobody', '2020-05-10'); "
      "INSERT INTO event VALUES (900, 900, 'raised', '2021-03-31', '2021-04-01T09:00:00Z', NULL, "
      "'', '', '', '', '', '', '', '', 0, 'breach', '', '', '', 'no seal')");
  CHECK(has(verified(council).flaws, Check::events, 0, "the seal of event 900"));
}

}  // namespace
}  // namespace tidemark
