// A stored run made again from the store alone.
#include "audit/rerun.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "audit/findings_csv.hpp"
#include "copied_council.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a stored run is made again when its files and its rules are gone from the disk") {
  const CopiedCouncil council;
  const AuditRun first = council.audited("march", k_march);
  const std::string findings = findings_csv(first.findings);
  fs::remove_all(council.path / "march");
  fs::remove_all(council.path / "rules");
  const auto again = rerun(council.store(), 1, {});
  INFO((again ? "" : again.error().message));
  REQUIRE(again.ok());
  CHECK(findings_csv(again.value().findings) == findings);
  CHECK(again.value().record == first.record);
  CHECK(again.value().snapshot->children.size() == first.snapshot->children.size());
  CHECK(again.value().judgements.counts.size() == first.judgements.counts.size());
}

TEST_CASE("what falls due by a panel is listed of a stored run as of one that is made") {
  const CopiedCouncil council;
  static_cast<void>(council.audited("march", day_of(2021, 3, 1)));
  RerunOptions options;
  options.panel_date = day_of(2021, 4, 30);
  const auto again = rerun(council.store(), 1, options);
  REQUIRE(again.ok());
  REQUIRE(again.value().coming.size() == 2);
  CHECK(again.value().coming[0].child == "102");
  CHECK(again.value().coming[1].child == "103");
}

TEST_CASE("a run that is not there is refused with the numbers that are") {
  const CopiedCouncil council;
  static_cast<void>(council.audited("march", k_march));
  const auto none = rerun(council.store(), 7, {});
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().kind == ErrorKind::store);
  CHECK(none.error().message.find("holds no run 7; it holds runs 1 to 1") != std::string::npos);
}

TEST_CASE("a stored file that was altered is named, and nothing is made of it") {
  const CopiedCouncil council;
  static_cast<void>(council.audited("march", k_march));
  council.sql(
      "UPDATE content SET packed = (SELECT packed FROM content WHERE digest = (SELECT c.digest "
      "FROM file f JOIN content c ON c.id = f.content WHERE f.path = 'orders.csv')), "
      "size = (SELECT size FROM content c JOIN file f ON c.id = f.content "
      "WHERE f.path = 'orders.csv') "
      "WHERE id = (SELECT content FROM file WHERE path = 'header.csv')");
  const auto none = rerun(council.store(), 1, {});
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().kind == ErrorKind::store);
  CHECK(none.error().message.find("header.csv of the snapshot of run 1") != std::string::npos);
}

TEST_CASE("a run whose rows were purged is not made again") {
  const CopiedCouncil council;
  static_cast<void>(council.audited("march", k_march));
  council.sql(
      "INSERT INTO purge VALUES (1, '2026-01-02T09:00:00Z', 'm', 'six years', '2020-01-01', 1, 1, "
      "1, 0); INSERT INTO purged_run VALUES (1, 1)");
  const auto none = rerun(council.store(), 1, {});
  REQUIRE_FALSE(none.ok());
  CHECK(none.error().message.find("purged on 2026-01-02") != std::string::npos);
}

}  // namespace
}  // namespace tidemark
