#include "store/schema.hpp"

#include <array>
#include <string>

#include "store/transaction.hpp"

namespace tidemark {

namespace {

// "TDMK": tells a store from any other program's SQLite file.
constexpr int k_application = 0x54444D4B;

constexpr const char* k_first = R"sql(
CREATE TABLE content (            -- the bytes of a file, once, whoever names it
  id     INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,    -- SHA-256 of the bytes
  size   INTEGER NOT NULL,        -- of the bytes before packing
  packed BLOB NOT NULL            -- zlib
) STRICT;

CREATE TABLE file_set (           -- a snapshot's files, or a rule set's
  id     INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE     -- SHA-256 of its listing, as `sha256sum` prints it by path
) STRICT;

CREATE TABLE file (
  file_set INTEGER NOT NULL REFERENCES file_set (id),
  path     TEXT NOT NULL,
  content  INTEGER NOT NULL REFERENCES content (id),
  PRIMARY KEY (file_set, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  number        INTEGER PRIMARY KEY,
  made_at       TEXT NOT NULL,
  as_at         TEXT NOT NULL,
  snapshot      INTEGER NOT NULL REFERENCES file_set (id),
  rule_set      INTEGER NOT NULL REFERENCES file_set (id),
  calendar      TEXT NOT NULL,
  engine        TEXT NOT NULL,
  findings      TEXT NOT NULL,    -- SHA-256 of findings.csv
  finding_count INTEGER NOT NULL,
  previous_seal TEXT NOT NULL,
  seal          TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE finding (
  run       INTEGER NOT NULL REFERENCES run (number),
  number    INTEGER NOT NULL,     -- its line in findings.csv, from 1
  rule      TEXT NOT NULL,
  child     TEXT NOT NULL,
  occasion  TEXT NOT NULL,
  verdict   TEXT NOT NULL,
  clock     TEXT NOT NULL,
  due       TEXT NOT NULL,
  days_over INTEGER,
  at_least  INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  says      TEXT NOT NULL,
  cells     TEXT NOT NULL,        -- [[place, line, "value"], ...]: see the view `evidence`
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (              -- where a cell of evidence lies, save its line
  id     INTEGER PRIMARY KEY,
  "table" TEXT NOT NULL,
  field  TEXT NOT NULL,
  file   TEXT NOT NULL,
  "column" TEXT NOT NULL,
  note   TEXT NOT NULL,
  UNIQUE ("table", field, file, "column", note)
) STRICT;

-- Without json_extract, which SQLite does not let a view use where the schema is not trusted.
CREATE VIEW evidence AS
  SELECT f.run, f.number AS finding, c.key AS cell, p."table", p.field,
         (SELECT atom FROM json_each(c.value) WHERE key = 2) AS value, p.file,
         (SELECT atom FROM json_each(c.value) WHERE key = 1) AS line, p."column", p.note
    FROM finding f, json_each(f.cells) c
    JOIN place p ON p.id = (SELECT atom FROM json_each(c.value) WHERE key = 0);
)sql";

constexpr std::array k_steps = {k_first};

void refuse_strangers(Database& database) {
  const auto application = database.number("PRAGMA application_id");
  const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (application != k_application && (application != 0 || tables != 0)) {
    throw StoreFailure("the store " + database.path() +
                       " is another program's database; it was left as it is");
  }
  const auto version = database.number("PRAGMA user_version");
  if (version > schema_version()) {
    throw StoreFailure("the store " + database.path() +
                       " was written by a newer Tidemark (version " + std::to_string(version) +
                       " of the store; this one knows up to " + std::to_string(schema_version()) +
                       "); use that one");
  }
}

}  // namespace

int schema_version() {
  return static_cast<int>(k_steps.size());
}

void migrate(Database& database) {
  migrate(database, schema_version());
}

void migrate(Database& database, int steps) {
  refuse_strangers(database);
  if (database.number("PRAGMA user_version") >= steps) return;
  Transaction transaction(database);
  // Asked again behind the lock: another process may just have done it.
  for (auto done = database.number("PRAGMA user_version"); done < steps; ++done) {
    database.run(k_steps[static_cast<std::size_t>(done)]);
    database.run(("PRAGMA user_version = " + std::to_string(done + 1)).c_str());
  }
  database.run(("PRAGMA application_id = " + std::to_string(k_application)).c_str());
  transaction.commit();
}

}  // namespace tidemark
