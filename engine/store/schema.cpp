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

// The life of exceptions, packs, the outcomes of scheduled runs, and what was purged.
constexpr const char* k_second = R"sql(
CREATE TABLE exception (          -- one child, one rule, one occasion
  number   INTEGER PRIMARY KEY,   -- kept for ever, also through a reopening
  rule     TEXT NOT NULL,
  child    TEXT NOT NULL,         -- '' once purged
  occasion TEXT NOT NULL,
  purge    INTEGER REFERENCES purge (number)
) STRICT;
CREATE UNIQUE INDEX exception_key ON exception (rule, child, occasion) WHERE purge IS NULL;
CREATE INDEX exception_child ON exception (child);

CREATE TABLE event (              -- append-only: see the triggers
  number      INTEGER PRIMARY KEY,
  exception   INTEGER NOT NULL REFERENCES exception (number),
  kind        TEXT NOT NULL,      -- casework/event.hpp says what each column means for each kind
  day         TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  run         INTEGER REFERENCES run (number),
  by          TEXT NOT NULL,
  role        TEXT NOT NULL,
  code        TEXT NOT NULL,
  why         TEXT NOT NULL,
  until       TEXT NOT NULL,
  "to"        TEXT NOT NULL,
  meeting     TEXT NOT NULL,
  evidence    TEXT NOT NULL,
  about       INTEGER NOT NULL,
  verdict     TEXT NOT NULL,
  clock       TEXT NOT NULL,
  due         TEXT NOT NULL,
  reason      TEXT NOT NULL,
  seal        TEXT NOT NULL       -- SHA-256 over the event and the seal of the event before it
) STRICT;
CREATE INDEX event_exception ON event (exception);

CREATE TABLE run_total (          -- what a run counted; stays when its rows are purged
  run                  INTEGER NOT NULL REFERENCES run (number),
  rule                 TEXT NOT NULL,
  title                TEXT NOT NULL,
  severity             TEXT NOT NULL,
  maturity             TEXT NOT NULL,
  population           INTEGER NOT NULL,
  on_track             INTEGER NOT NULL,
  due_soon             INTEGER NOT NULL,
  breach               INTEGER NOT NULL,
  explained            INTEGER NOT NULL,
  met_late             INTEGER NOT NULL,
  cannot_decide        INTEGER NOT NULL,
  error                INTEGER NOT NULL,
  population_undecided INTEGER NOT NULL,
  PRIMARY KEY (run, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_label (          -- where a run's files came from, for people
  run      INTEGER PRIMARY KEY REFERENCES run (number),
  source   TEXT NOT NULL,         -- the path as it was named
  children INTEGER NOT NULL
) STRICT;

CREATE TABLE pack (               -- a paper that was issued: frozen, numbered
  number     INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,       -- panel, exemptions, team, head, members, quality
  held_on    TEXT NOT NULL,       -- the day of the meeting
  run        INTEGER NOT NULL REFERENCES run (number),
  issued_at  TEXT NOT NULL,
  issued_by  TEXT NOT NULL,
  digest     TEXT NOT NULL        -- SHA-256 of its listing of files, as of a snapshot
) STRICT;

CREATE TABLE pack_file (
  pack    INTEGER NOT NULL REFERENCES pack (number),
  path    TEXT NOT NULL,
  content INTEGER NOT NULL REFERENCES content (id),
  PRIMARY KEY (pack, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcome (            -- how a scheduled run ended
  number    INTEGER PRIMARY KEY,
  job       TEXT NOT NULL,
  due_at    TEXT NOT NULL,        -- the time of its calendar
  began_at  TEXT NOT NULL,
  ended_at  TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  run       INTEGER REFERENCES run (number),
  sentence  TEXT NOT NULL         -- counts only, no child
) STRICT;

CREATE TABLE purge (              -- what the policy took away, and when
  number     INTEGER PRIMARY KEY,
  made_at    TEXT NOT NULL,
  made_by    TEXT NOT NULL,
  policy     TEXT NOT NULL,
  before_day TEXT NOT NULL,
  runs       INTEGER NOT NULL,
  findings   INTEGER NOT NULL,
  contents   INTEGER NOT NULL,
  exceptions INTEGER NOT NULL
) STRICT;

CREATE TABLE purged_run (
  run   INTEGER PRIMARY KEY REFERENCES run (number),
  purge INTEGER NOT NULL REFERENCES purge (number)
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  WHEN NOT EXISTS (SELECT 1 FROM exception e WHERE e.number = old.exception AND e.purge IS NOT NULL)
  BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_never_taken_out BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'an event is never taken out'); END;
CREATE TRIGGER run_is_never_changed BEFORE UPDATE ON run
  BEGIN SELECT RAISE(ABORT, 'a run is never changed'); END;
CREATE TRIGGER run_is_never_taken_out BEFORE DELETE ON run
  BEGIN SELECT RAISE(ABORT, 'a run is never taken out'); END;
)sql";

// One chain of seals over everything that is recorded, and where it begins in an older store.
constexpr const char* k_third = R"sql(
CREATE TABLE sealed (             -- append-only: store_seal.hpp says what each seal is over
  number     INTEGER PRIMARY KEY,
  what       TEXT NOT NULL,       -- run, deed, pack, outcome, purge
  record     INTEGER NOT NULL,    -- its number; of a deed, that of its last event
  digest     TEXT NOT NULL,       -- SHA-256 of its rows
  event      INTEGER NOT NULL,    -- the last event as it stood then; 0: there was none
  event_seal TEXT NOT NULL,
  seal       TEXT NOT NULL        -- SHA-256 over all this and the seal before
) STRICT;

CREATE TABLE unsealed (           -- the last of each that was written before there were seals over it
  what TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
INSERT INTO unsealed SELECT 'event', coalesce(max(number), 0) FROM event
           UNION ALL SELECT 'outcome', coalesce(max(number), 0) FROM outcome
           UNION ALL SELECT 'pack', coalesce(max(number), 0) FROM pack
           UNION ALL SELECT 'purge', coalesce(max(number), 0) FROM purge
           UNION ALL SELECT 'run', coalesce(max(number), 0) FROM run;

CREATE TRIGGER sealed_is_never_changed BEFORE UPDATE ON sealed
  BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;
CREATE TRIGGER sealed_is_never_taken_out BEFORE DELETE ON sealed
  BEGIN SELECT RAISE(ABORT, 'a seal is never taken out'); END;
)sql";

// What a scheduled run looked at, and the letters that are still to be sent.
constexpr const char* k_fourth = R"sql(
CREATE TABLE outcome_snapshot (
  outcome INTEGER PRIMARY KEY REFERENCES outcome (number),
  content TEXT NOT NULL           -- audit/dropped_content.hpp says over what the digest is
) STRICT;

CREATE TABLE letter (             -- one for an outcome, where letters are sent
  outcome INTEGER PRIMARY KEY REFERENCES outcome (number),
  sent_at TEXT NOT NULL           -- '' until it is sent
) STRICT;
)sql";

// Which packs name children, and whose files were purged. Of the packs that are there nobody can
// tell any more: those that go child by child count as such.
constexpr const char* k_fifth = R"sql(
CREATE TABLE identified_pack (    -- with ids and full days, not references and months
  pack    INTEGER PRIMARY KEY REFERENCES pack (number),
  certain INTEGER NOT NULL        -- 0: issued before this was kept
) STRICT;
INSERT INTO identified_pack SELECT number, 0 FROM pack WHERE kind <> 'members';

CREATE TABLE purged_pack (        -- its files are gone; its row stays
  pack  INTEGER PRIMARY KEY REFERENCES pack (number),
  purge INTEGER NOT NULL REFERENCES purge (number)
) STRICT;
)sql";

// Exceptions that stand with nothing left of what they rested on.
constexpr const char* k_sixth = R"sql(
CREATE TABLE purged_evidence (    -- parked for so long that its last run was purged
  exception INTEGER NOT NULL REFERENCES exception (number),
  run       INTEGER NOT NULL REFERENCES run (number),  -- the last in which it stood
  purge     INTEGER NOT NULL REFERENCES purge (number),
  PRIMARY KEY (exception, purge)
) STRICT, WITHOUT ROWID;
)sql";

// Without it a purged child could be found again by trying all ids against the seal of an event.
// Events of exceptions that are there keep the seals that they have.
constexpr const char* k_seventh = R"sql(
ALTER TABLE exception ADD COLUMN salt TEXT NOT NULL DEFAULT '';  -- in its events' seals; purged
)sql";

constexpr std::array k_steps = {k_first, k_second, k_third, k_fourth, k_fifth, k_sixth, k_seventh};

}  // namespace

int schema_version() {
  return static_cast<int>(k_steps.size());
}

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
