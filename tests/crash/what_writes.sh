# Everything of the program that writes, to be killed at it. Sourced by kill_loop.sh.
#   knows_KIND     whether the program has it
#   prepare_KIND   makes ready, and leaves in $trial the store that it writes to
#   command_KIND   becomes the program: a kill hits it and not a shell
#   done_code_KIND what it ends with when it is done; 0 where there is none
# look_after says what is wrong once it was killed or has ended.

all_kinds=${TIDEMARK_KINDS:-"audit first_audit migration deed panel decisions purge served unserved"}
audit_day=0

verbs=$("$tidemark" --help)
has_verb() { grep -q "^  $1 " <<<"$verbs"; }

snapshot="$work/snapshot"
"$top/fixtures/generator/generate" year --out "$work/year"
cp -r "$work/year/2021-12-31" "$snapshot"

# A day later each time, so that no run repeats another.
next_day() { audit_day=$((audit_day + 1)); day=$(date -u -d "2021-12-31 + $audit_day days" +%F); }

audit_into() {
  exec env TIDEMARK_NOW="${day}T18:30:00Z" "$tidemark" audit --snapshot "$snapshot" --as-at "$day" --store "$trial" --out "$out"
}

# The store that lives through all of it.
lasting="$work/lasting.tidemark"
out="$work/out"
for month in 2021-10-31 2021-11-30; do
  TIDEMARK_NOW=${month}T18:30:00Z "$tidemark" audit --snapshot "$work/year/$month" --as-at "$month" \
    --store "$lasting" --out "$out" >/dev/null 2>"$work/err" || cat "$work/err"
done

knows_audit() { true; }
prepare_audit() { trial=$lasting; next_day; }
command_audit() { audit_into; }

knows_first_audit() { true; }
prepare_first_audit() { trial="$work/fresh.db"; rm -rf "$trial" "$trial-journal" "$out"; next_day; }
command_first_audit() { audit_into; }

# A store of version 1: its schema as it was released, filled with what a store of today has of it.
schema_of_version_1() {
  sed -n '/^constexpr const char\* k_first = R"sql($/,/^)sql";$/p' "$top/engine/store/schema.cpp" | sed '1d;$d'
}
make_version_1() {
  rm -f "$work/v1.db"
  schema_of_version_1 | sqlite3 "$work/v1.db"
  sqlite3 "$work/v1.db" "ATTACH '$work/source.db' AS today;
    INSERT INTO content SELECT * FROM today.content; INSERT INTO file_set SELECT * FROM today.file_set;
    INSERT INTO file SELECT * FROM today.file; INSERT INTO run SELECT * FROM today.run;
    INSERT INTO place SELECT * FROM today.place; INSERT INTO finding SELECT * FROM today.finding;
    PRAGMA user_version = 1; PRAGMA application_id = $((0x54444D4B))"
}
knows_migration() { [ -n "$(schema_of_version_1)" ]; }
prepare_migration() {
  [ -s "$work/v1.db" ] || { cp "$lasting" "$work/source.db" && make_version_1; }
  trial="$work/migrated.db"
  rm -f "$trial-journal"
  cp "$work/v1.db" "$trial"
  runs_without_totals=$(sqlite3 "$trial" "SELECT max(number) FROM run")
  next_day
}
command_migration() { audit_into; }

knows_deed() { has_verb record && has_verb exceptions; }
prepare_deed() {
  trial=$lasting
  next_day
  deed_on=$("$tidemark" exceptions --store "$trial" --format csv | sed -n '2s/,.*//p')
}
command_deed() {
  exec env TIDEMARK_NOW="${day}T11:00:00Z" "$tidemark" record explanation "$deed_on" --store "$trial" --on "$day" \
    --by SW-1 --role "social worker" --why "Said on $day."
}

knows_panel() { has_verb panel; }
prepare_panel() { trial=$lasting; next_day; pack_out="$work/pack"; rm -rf "$pack_out"; }
command_panel() {
  exec env TIDEMARK_NOW="${day}T12:00:00Z" "$tidemark" panel --date "$day" --store "$trial" --out "$pack_out"
}

# A workbook of three decisions, taken back into a store in which its pack was issued.
taken_back=3
knows_decisions() { has_verb decisions; }
issue_workbook() {
  local fill="$top/tests/cli/fill_decisions.py" n edits=()
  cp "$lasting" "$work/issued.db"
  TIDEMARK_NOW="${day}T12:00:00Z" "$tidemark" panel --date "$day" --store "$work/issued.db" --formats xlsx \
    --out "$work/issued" >/dev/null || return 1
  for ((n = 1; n <= taken_back; n++)); do
    edits+=("#$n|Decision|escalate" "#$n|Reason in words|Nobody has moved this case" "#$n|Decision maker|P. Chair"
      "#$n|Role|panel chair" "#$n|Date decided|$day")
  done
  python3 "$fill" "$work"/issued/*.xlsx "$work/filled.xlsx" "${edits[@]}"
}
prepare_decisions() {
  next_day
  [ -s "$work/filled.xlsx" ] || issue_workbook
  trial="$work/decided.db"
  rm -rf "$trial"*
  cp "$work/issued.db" "$trial"
  cp -r "$work/issued.db.keys" "$trial.keys"
}
command_decisions() {
  exec env TIDEMARK_NOW="${day}T15:00:00Z" "$tidemark" decisions "$work/filled.xlsx" --store "$trial" --by PA-1
}

knows_purge() { has_verb purge; }
prepare_purge() {
  [ -s "$work/to-purge.db" ] || cp "$lasting" "$work/to-purge.db"
  trial="$work/purged.db"
  rm -f "$trial-journal"
  cp "$work/to-purge.db" "$trial"
  next_day
}
command_purge() {
  exec env TIDEMARK_NOW=2031-01-01T03:00:00Z "$tidemark" purge --store "$trial" --keep-months 24 --as-on 2030-12-31 --really \
    --by DA-1 --why "The retention policy."
}

# Scheduled audits, a pass at a time: one that finds a snapshot and one that finds none. Letters go to a file.
served_config() {
  printf '#!/bin/sh\ncat >>"%s"\n' "$work/letters" >"$work/sendmail"
  chmod +x "$work/sendmail"
  cat >"$work/audits.toml" <<TOML
store = "$trial"
drop = "$work/drop"
out = "$work/served"
threads = 2
settle_seconds = 1
[[job]]
name = "daily"
when = "every day 06:00"
[mail]
to = ["panel@council.example"]
from = "tidemark@council.example"
sendmail = "$work/sendmail"
TOML
}
drop_snapshot() {
  mkdir -p "$work/drop"
  rm -rf "$work/drop"/*
  cp -r "$snapshot" "$work/drop/$day"
  echo "$day" >"$work/drop/$day/day.csv"
  touch "$work/drop/$day/COMPLETE"
}
serve_once() { env TZ=UTC TIDEMARK_NOW="$1" "$tidemark" serve-audits --config "$work/audits.toml" --once; }
knows_served() { has_verb serve-audits; }
prepare_served() {
  trial="$work/served.tidemark"
  [ -s "$trial" ] || { cp "$lasting" "$trial" && unserved_runs=$(sqlite3 "$trial" "SELECT max(number) FROM run"); }
  served_config
  next_day
  drop_snapshot
}
command_served() {
  exec env TZ=UTC TIDEMARK_NOW="${day}T06:30:00Z" "$tidemark" serve-audits --config "$work/audits.toml" --once
}
knows_unserved() { has_verb serve-audits; }
prepare_unserved() { prepare_served && rm -r "$work/drop"/*; }
command_unserved() { command_served; }
done_code_unserved=1

# whole_files FOLDER: names the files of it that are cut off.
whole_files() {
  local file
  for file in "$1"/*; do
    [ -f "$file" ] || continue
    case $file in
      *.part-*) rm -f "$file" ;;  # under its own name it is nobody's report
      *.html) tail -c 20 "$file" | grep -q '</html>' || echo "$file is cut off" ;;
      *.json) [ "$(sqlite3 :memory: "SELECT json_valid(readfile('$file'))")" = 1 ] || echo "$file is cut off" ;;
      *.pdf) tail -c 10 "$file" | grep -q '%%EOF' || echo "$file is cut off" ;;
      *.xlsx | *.docx) python3 -m zipfile -t "$file" >/dev/null 2>&1 || echo "$file is cut off" ;;
      *) [ -s "$file" ] && [ "$(tail -c 1 "$file" | xxd -p)" = 0a ] || echo "$file is cut off" ;;
    esac
  done
}

# look_after KIND STATUS: prints what is wrong.
look_after() {
  local kind=$1 status=$2
  # The program first, so that it is the program that sets right what the kill left, two times in three.
  if [ "$program_first" != 0 ] && has_verb exceptions && [ -s "$trial" ]; then
    "$tidemark" exceptions --store "$trial" --format csv >/dev/null 2>"$work/opened" ||
      grep -v "holds no run yet" "$work/opened"
  fi
  [ -s "$trial" ] || { [ "$kind" = first_audit ] && [ "$status" != 0 ] || echo "the store is gone"; return; }
  flaws_of "$trial"
  recorded "$trial" >"$work/after"
  whole_files "$out"
  [ -n "${pack_out:-}" ] && whole_files "$pack_out"
  [ "$kind" != purge ] && [ "$(lost "$work/before" "$work/after")" != 0 ] &&
    echo "recorded and gone: $(comm -23 "$work/before" "$work/after" | head -3)"
  added_"$kind" "$status"
}

count_of() { grep -c "^$1|" "$2"; }
# added TABLE STATUS: one more where the program said that it was done, else one more or none.
added() {
  local more=$(($(count_of "$1" "$work/after") - $(count_of "$1" "$work/before")))
  [ "$more" = 1 ] || { [ "$more" = 0 ] && [ "$2" != 0 ]; } || echo "$more more in $1 (ended with $2)"
}
added_audit() { added run "$1"; }
added_first_audit() { added run "$1"; }
added_migration() { added run "$1"; }
added_deed() { added event "$1"; }
# All rows of a workbook or none.
added_decisions() {
  local more=$(($(count_of event "$work/after") - $(count_of event "$work/before")))
  [ "$more" = "$taken_back" ] || { [ "$more" = 0 ] && [ "$1" != 0 ]; } || echo "$more of $taken_back decisions (ended with $1)"
}
added_panel() {
  added pack "$1"
  local pack
  for pack in $(sqlite3 "$trial" "SELECT number FROM pack"); do
    [ "$(tail -c 1 "$trial.keys/pack-$pack.csv" 2>&1 | xxd -p)" = 0a ] || echo "pack $pack has no key"
  done
}
# Purged wholly or not at all; runs with their seals and totals, and packs, stay either way.
added_purge() {
  local purges left
  purges=$(count_of purge "$work/after")
  grep -E '^(run|run_total|run_label|pack|pack_file|purge)\|' "$work/before" >"$work/stays"
  [ "$(lost "$work/stays" "$work/after")" = 0 ] || echo "what no purge takes is gone"
  left=$(sqlite3 "$trial" "SELECT count(*) FROM finding WHERE run IN (SELECT run FROM purged_run)")
  case $purges in
    0) [ "$(lost "$work/before" "$work/after")" = 0 ] && [ "$1" != 0 ] || echo "rows are gone and no purge says so" ;;
    1) [ "$left" = 0 ] || echo "purged, and $left findings are left" ;;
    *) echo "$purges purges" ;;
  esac
}

# asked SQL: of the store under trial.
asked() { sqlite3 "$trial" "$1"; }
due_rows() { asked "SELECT count(*) FROM outcome WHERE job = 'daily' AND due_at = '$day 06:00' AND run IS $1 NULL"; }
due_letters() { grep -c "^Due: $day 06:00" "$work/letters"; }

# Started again, and again: one run for the time, one outcome of it, its report, and no letter lost.
added_served() {
  flock -w 20 "$trial.lock" true || echo "something still holds the lock"
  [ "$(asked "SELECT count(*) FROM run WHERE number > $unserved_runs AND number NOT IN (SELECT run FROM outcome WHERE run IS NOT NULL)")" = 0 ] ||
    echo "a run without its outcome"
  serve_once "${day}T06:45:00Z" >/dev/null 2>"$work/again" || echo "started again it ended with $?: $(head -c 200 "$work/again")"
  serve_once "${day}T07:00:00Z" >/dev/null 2>"$work/again" || echo "the third time it ended with $?: $(head -c 200 "$work/again")"
  [ "$(due_rows NOT)" = 1 ] || echo "$(due_rows NOT) runs for $day"
  [ "$(due_letters)" -ge 1 ] || echo "no letter for $day"
  [ "$(asked "SELECT count(*) FROM letter WHERE sent_at = ''")" = 0 ] || echo "a letter is still due"
  local run
  for run in $(asked "SELECT run FROM outcome WHERE run IS NOT NULL"); do
    tail -c 20 "$work"/served/daily/*-run-"$run"/report.html 2>&1 | grep -q '</html>' || echo "run $run has no report"
  done
  find "$work/served/daily" -name '.*' -mindepth 1 | sed 's/^/half-written: /'
}
# It is said once that there was none, and then it comes.
added_unserved() {
  flock -w 20 "$trial.lock" true || echo "something still holds the lock"
  serve_once "${day}T06:40:00Z" >/dev/null 2>&1
  [ "$(due_rows "")" = 1 ] || echo "$(due_rows "") times said that there was no snapshot for $day"
  drop_snapshot
  added_served "$1"
  [ "$(due_rows "")" = 1 ] || echo "said again that there was no snapshot for $day"
}
