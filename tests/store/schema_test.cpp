#include "store/schema.hpp"

#include <catch2/catch.hpp>

#include "invented_run.hpp"

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
