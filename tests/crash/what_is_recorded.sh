# What a store holds and whether it is whole, asked with sqlite3 and not with the program. Sourced.

tables_of() { sqlite3 "$1" "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"; }

# recorded STORE: a line for each thing that was recorded, so that a later list can be searched for them.
recorded() {
  [ -s "$1" ] || return 0
  local table
  for table in run finding exception event run_total run_label pack pack_file outcome outcome_snapshot purge sealed; do
    tables_of "$1" | grep -qx "$table" || continue
    sqlite3 -separator '|' "$1" "SELECT '$table', * FROM \"$table\""
  done | sort
}

# Runs up to this number were made before a store had totals.
runs_without_totals=0

# flaws_of STORE: what is half-done in it; nothing when it is whole.
flaws_of() {
  local store=$1
  sqlite3 "$store" "PRAGMA integrity_check" | grep -vx ok
  sqlite3 "$store" "PRAGMA foreign_key_check" | sed 's/^/points to nothing: /'
  [ "$(sqlite3 "$store" "PRAGMA user_version")" = 0 ] && [ -n "$(tables_of "$store")" ] && echo "tables without a version"
  tables_of "$store" | grep -qx run || return 0
  local purged=0
  tables_of "$store" | grep -qx purged_run && purged="SELECT run FROM purged_run"
  sqlite3 "$store" "SELECT 'run ' || number || ' without all of its findings' FROM run r WHERE number NOT IN ($purged)
    AND finding_count <> (SELECT count(*) FROM finding f WHERE f.run = r.number)"
  tables_of "$store" | grep -qx event || return 0
  sqlite3 "$store" "SELECT 'run ' || number || ' without totals' FROM run r WHERE number > $runs_without_totals
      AND NOT EXISTS (SELECT 1 FROM run_total t WHERE t.run = r.number);
    SELECT 'exception ' || number || ' without events' FROM exception e WHERE
      NOT EXISTS (SELECT 1 FROM event v WHERE v.exception = e.number);
    SELECT 'pack ' || number || ' without files' FROM pack p WHERE
      NOT EXISTS (SELECT 1 FROM pack_file f WHERE f.pack = p.number)"
}

# lost BEFORE AFTER: of the lines of the first, how many the second has not.
lost() { comm -23 "$1" "$2" | wc -l; }
