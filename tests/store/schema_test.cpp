#include "store/schema.hpp"

#include <catch2/catch.hpp>

#include "invented_run.hpp"
#include "store/event_seal.hpp"
#include "store/exception_table.hpp"
#include "store/outcome_table.hpp"
#include "store/pack_table.hpp"
#include "store/purge.hpp"
#include "store/seal_check.hpp"

namespace tidemark {
namespace {

TEST_CASE("an empty file of every earlier version comes up to the newest") {
  for (int version = 0; version <= schema_version(); ++version) {
    const OwnFolder folder;
    Database database(folder.file("a"), 50);
    if (version > 0) migrate(database, version);
    CHECK(database.number("PRAGMA user_version") == version);
    migrate(database);
    CHECK(database.number("PRAGMA user_version") == schema_version());
    CHECK(database.number("PRAGMA application_id") == 0x54444D4B);
    CHECK(database.number("SELECT count(*) FROM run") == 0);
  }
}

// Two runs as a store of that version held them; of version 2 also an outcome.
void fill_as_of(Database& database, int version) {
  database.run(
      "INSERT INTO file_set VALUES (1, 'a set'); INSERT INTO run VALUES (1, '2020', '2020-01-01', "
      "1, 1, 'c', 'e', 'f', 0, '', 'one'), (2, '2020', '2020-01-02', 1, 1, 'c', 'e', 'f', 0, "
      "'one', 'two')");
  if (version < 2) return;
  database.run("INSERT INTO outcome VALUES (1, 'nightly', '', '', '', 0, 2, '')");
}

TEST_CASE("what a store of an earlier version holds is there after, and known as not sealed") {
  for (int version = 1; version < 3; ++version) {
    const OwnFolder folder;
    {
      Database database(folder.file("a"), 50);
      migrate(database, version);
      fill_as_of(database, version);
    }
    const Store store = Store::open(folder.file("a")).value();
    INFO("version " << version);
    CHECK(store.runs().value().size() == 2);
    SealCheck check = check_seals(store).value();
    CHECK(check.faults.empty());
    CHECK(check.seals.empty());
    REQUIRE(check.unsealed.size() == static_cast<std::size_t>(version));
    CHECK(check.unsealed.back().what == "run");
    CHECK(check.unsealed.back().last == 2);
    CHECK(faults_of_schema(store).value().empty());

    REQUIRE(OutcomeTable(store).add({0, "nightly", "", "", "", 0, 2, "", "", false}).ok());
    check = check_seals(store).value();
    CHECK(check.faults.empty());
    REQUIRE(check.seals.size() == 1);
    CHECK(check.seals[0].record == version);
    store.database().run("UPDATE unsealed SET last = 3 WHERE what = 'run'");
    CHECK(check_seals(store).value().faults.size() == 1);
  }
}

TEST_CASE("packs of before it was kept whether they name children count as naming them") {
  for (int version = 2; version < 5; ++version) {
    const OwnFolder folder;
    {
      Database database(folder.file("a"), 50);
      migrate(database, version);
      fill_as_of(database, version);
      database.run(
          "INSERT INTO pack VALUES (1, 'panel', '2020-02-01', 2, '', '', 'a digest'), "
          "(2, 'members', '2020-02-01', 2, '', '', 'a digest')");
      if (version > 2) {
        // Empty, it adds nothing to a seal: these are as the program of that version took them.
        database.run("CREATE TEMP TABLE identified_pack (pack INTEGER, certain INTEGER)");
        add_seal(database, Sealed::pack, 1);
        add_seal(database, Sealed::pack, 2);
      }
    }
    const Store store = Store::open(folder.file("a")).value();
    INFO("version " << version);
    const auto packs = PackTable(store).packs().value();
    CHECK(packs[0].identified);
    CHECK_FALSE(packs[1].identified);
    const SealCheck check = check_seals(store).value();
    for (const std::string& fault : check.faults) {
      CHECK(fault.find("pack") == std::string::npos);
    }
    CHECK(plan_purge(store, {parse_iso("2021-01-01").value(), false}).value().counts.packs == 1);
  }
}

TEST_CASE("exceptions of before there were salts keep their seals, and new ones have a salt") {
  for (int version = 2; version < 7; ++version) {
    const OwnFolder folder;
    Event first;
    first.number = first.exception = first.run = 1;
    first.on = parse_iso("2020-01-01").value();
    const std::string seal = seal_of(first, {"PO-9M", "1042", "2019-01-01"}, "", "");
    {
      Database database(folder.file("a"), 50);
      migrate(database, version);
      fill_as_of(database, version);
      database.run(
          "INSERT INTO exception (rule, child, occasion) VALUES ('PO-9M', '1042', "
          "'2019-01-01')");
      database.run(("INSERT INTO event VALUES (1, 1, 'raised', '2020-01-01', '', 1, '', '', '', "
                    "'', '', '', '', '', 0, '', '', '', '', '" +
                    seal + "')")
                       .c_str());
    }
    const Store store = Store::open(folder.file("a")).value();
    INFO("version " << version);
    const ExceptionTable exceptions(store);
    CHECK(exceptions.first_broken_seal().value() == 0);
    // A deed about the old one, and an exception of a new run.
    REQUIRE(ExceptionTable(store)
                .record(1,
                        [&](const ExceptionLife&) {
                          Event told = first;
                          told.kind = EventKind::explained;
                          told.run = 0;
                          return Result(std::vector<Event>{told});
                        })
                .ok());
    InventedRun made = invented_run(1);
    Event raised = first;
    raised.run = 3;
    made.run.events = {{0, "PO-9M", "1043", "2019-01-01", {raised}}};
    REQUIRE(record(store, std::move(made)).ok());
    CHECK(exceptions.first_broken_seal().value() == 0);
    CHECK(store.database().number("SELECT length(salt) FROM exception WHERE number = 1") == 0);
    CHECK(store.database().number("SELECT length(salt) FROM exception WHERE number = 2") == 32);
    CHECK(faults_of_schema(store).value().empty());
  }
}

TEST_CASE("a seal cannot be changed or taken out by any statement") {
  const Store store = Store::open(":memory:").value();
  REQUIRE(record(store, invented_run(1)).ok());
  CHECK_THROWS_AS(store.database().run("UPDATE sealed SET digest = ''"), StoreFailure);
  CHECK_THROWS_AS(store.database().run("DELETE FROM sealed"), StoreFailure);
}

TEST_CASE("every table is strict, so that no column holds another kind of value") {
  const OwnFolder folder;
  Database database(folder.file("a"), 50);
  migrate(database);
  CHECK(database.number("SELECT count(*) FROM pragma_table_list "
                        "WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict") == 0);
}

TEST_CASE("a database is set up so that a crash loses nothing and a stranger's file does no harm") {
  const OwnFolder folder;
  Database database(folder.file("a"), 50);
  CHECK(database.number("PRAGMA foreign_keys") == 1);
  CHECK(database.number("PRAGMA synchronous") == 2);
  CHECK(database.number("PRAGMA temp_store") == 2);
  CHECK(database.number("PRAGMA secure_delete") == 1);
  CHECK(database.number("PRAGMA trusted_schema") == 0);
  migrate(database);
  CHECK_THROWS_AS(database.run("UPDATE sqlite_schema SET sql = ''"), StoreFailure);
}

}  // namespace
}  // namespace tidemark
