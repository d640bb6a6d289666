#include "store/store.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "base/digest.hpp"
#include "invented_run.hpp"
#include "store/database.hpp"

namespace tidemark {
namespace {

Store opened(const std::string& path) {
  auto store = Store::open(path);
  INFO((store ? "" : store.error().message));
  REQUIRE(store.ok());
  return std::move(store).value();
}

RunRecord recorded(Store& store, InventedRun run) {
  auto made = record(store, std::move(run));
  INFO((made ? "" : made.error().message));
  REQUIRE(made.ok());
  return made.value();
}

std::vector<FindingRow> findings_in(const Store& store, std::int64_t run) {
  std::vector<FindingRow> rows;
  REQUIRE(store.each_finding(run, [&](const FindingRow& row) { rows.push_back(row); }).ok());
  return rows;
}

TEST_CASE("what is recorded comes back as it was, after closing and opening again") {
  const OwnFolder folder;
  RunRecord made;
  {
    Store store = opened(folder.file("a.tidemark"));
    made = recorded(store, invented_run(9));
  }
  const Store store = opened(folder.file("a.tidemark"));
  REQUIRE(store.runs().value() == std::vector<RunRecord>{made});
  const auto rows = findings_in(store, 1);
  REQUIRE(rows.size() == 9);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    FindingRow expected = invented_finding(i + 1);
    CHECK(store.evidence(1, static_cast<std::int64_t>(i) + 1).value() == expected.evidence);
    expected.evidence.clear();
    CHECK(rows[i] == expected);
  }
  CHECK(store.content(sha256_hex("CHILD,SEX\n1001,1\n")).value() == "CHILD,SEX\n1001,1\n");
  CHECK(what_is_wrong_with(store).empty());
}

TEST_CASE("a store in memory works like any other") {
  Store store = opened(":memory:");
  CHECK(recorded(store, invented_run(3)).number == 1);
  CHECK(recorded(store, invented_run(3)).number == 2);
  CHECK(what_is_wrong_with(store).empty());
}

TEST_CASE("a run without findings is a run") {
  Store store = opened(":memory:");
  CHECK(recorded(store, invented_run(0)).finding_count == 0);
  CHECK(findings_in(store, 1).empty());
}

TEST_CASE("the same files are kept once, however many runs and snapshots name them") {
  const OwnFolder folder;
  Store store = opened(folder.file("a"));
  const auto first = recorded(store, invented_run(1));
  const auto again = recorded(store, invented_run(1));
  auto more = invented_run(1);
  more.run.snapshot.push_back(kept_file("reviews.csv", "x"));
  const auto third = recorded(store, std::move(more));
  CHECK(first.snapshot == again.snapshot);
  CHECK(first.snapshot != third.snapshot);
  Database database(folder.file("a"), 0);
  CHECK(database.number("SELECT count(*) FROM content") == 4);
  CHECK(database.number("SELECT count(*) FROM file_set") == 3);
}

TEST_CASE("a snapshot's digest is that of its listing by path, whatever order it came in") {
  auto files = invented_run(0).run.snapshot;
  std::vector<KeptFile> turned = {files[1], files[0]};
  const std::string listing = sha256_hex(std::string(100000, 'e')) + "  episodes.csv\n" +
                              sha256_hex("CHILD,SEX\n1001,1\n") + "  header.csv\n";
  CHECK(digest_of(files) == sha256_hex(listing));
  CHECK(digest_of(turned) == digest_of(files));
}

TEST_CASE("each run's seal covers every part of it and the seal before it") {
  Store store = opened(":memory:");
  const auto first = recorded(store, invented_run(1));
  const auto second = recorded(store, invented_run(1));
  CHECK(first.previous_seal.empty());
  CHECK(second.previous_seal == first.seal);
  std::vector<RunRecord> altered(11, second);
  altered[0].number = 9;
  altered[1].made_at += "x";
  altered[2].as_at = "2021-10-01";
  altered[3].snapshot[0] ^= 1;
  altered[4].rule_set[0] ^= 1;
  altered[5].calendar[0] ^= 1;
  altered[6].engine = "0.1.1";
  altered[7].findings[0] ^= 1;
  altered[8].finding_count = 2;
  altered[9].previous_seal[0] ^= 1;
  altered[10].as_at = "";
  for (const auto& record : altered) CHECK(seal_of(record) != second.seal);
}

TEST_CASE("a store is its owner's alone to read") {
  const OwnFolder folder;
  const Store store = opened(folder.file("a"));
  struct stat found = {};
  REQUIRE(::stat(folder.file("a").c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
}

TEST_CASE("a kept file that was altered in the store is not handed out") {
  const OwnFolder folder;
  Store store = opened(folder.file("a"));
  recorded(store, invented_run(1));
  Database database(folder.file("a"), 0);
  database.run("UPDATE content SET digest = '0' || substr(digest, 2) WHERE size = 15");
  std::string altered = sha256_hex("return rule {}\n");
  altered[0] = '0';
  CHECK_THAT(store.content(altered).error().message, Catch::Contains("has been altered"));
}

}  // namespace
}  // namespace tidemark
