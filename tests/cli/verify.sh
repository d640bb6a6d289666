#!/usr/bin/env bash
# A store is verified: nothing touched is identical, in every form that a snapshot may have, and
# whatever is altered is named.
. "$(dirname "$0")/lib.sh"
store="$work/store"
council="$work/small-council"
rules="$work/rules"
cp -r "$top/fixtures/small-council" "$council"
cp -r "$top/rules" "$rules"
audit_of() {
  run audit --snapshot "$1" --as-at "$2" --rules "$rules" --store "$store" --out "$work/out"
  [ "$code" = 0 ] || cat "$work/err"
}
check "the databases are made" "$top/fixtures/generator/generate" databases --out "$work/databases"
runs_made=0
for form in "$council 2021-09-30" "$top/fixtures/forms/903-workbook 2022-03-31" "$top/fixtures/forms/903-xml 2022-03-31" \
  "$top/fixtures/forms/annex-a 2022-03-31" "$top/fixtures/return-only/episodes.csv 2018-03-31" \
  "$work/databases/903-sqlite 2022-03-31" "$work/databases/ssd-sqlite 2022-03-31"; do
  # shellcheck disable=SC2086 # a path and a day
  audit_of $form && [ "$code" = 0 ] && runs_made=$((runs_made + 1))
done
check "runs of every form are recorded" test "$runs_made" = 7
rm -r "$council" "$rules" "$work/databases" # nothing but the store is needed

cp "$store" "$work/as-it-was"
run verify --store "$store"
check "a store that nobody touched is right" code_is 0
check "which is said in words" says "Everything is as it was sealed."
identical() { [ "$(grep -c ': identical$' "$work/stdout")" = "$runs_made" ]; }
check "every run comes out the same, databases and workbooks too" identical
seal=$(sed -n 's/^The last seal is \([0-9a-f]*\).*/\1/p' "$work/stdout")
cp "$work/stdout" "$work/once"
run verify --store "$store" --all --threads 3
check "for any number of threads" same_file "$work/once" "$work/stdout"
run verify --store "$store" --run 1 --seal "$seal" --format csv
check "one run, with the seal that was written down" code_is 0
check "is a line in the CSV" says "1,result,,,,,,,identical"
check "and nothing in the store has changed" same_file "$store" "$work/as-it-was"

# altered NAME SQL: a copy of the store, with that done to it.
altered() {
  cp "$store" "$work/$1"
  sqlite3 "$work/$1" "DROP TRIGGER IF EXISTS run_is_never_changed; DROP TRIGGER IF EXISTS run_is_never_taken_out;
    DROP TRIGGER IF EXISTS event_is_never_changed; DROP TRIGGER IF EXISTS event_is_never_taken_out; $2"
  shift 2
  run verify --store "$work/${altered_name:=x}" "$@"
}
altered_name=finding
altered finding "UPDATE finding SET due = '2030-01-01' WHERE run = 1 AND number = 1" --run 1
check "an altered finding makes the store wrong" code_is 5
check "its field and both dates are named" says 'due is stored as "2030-01-01", made again it is'
altered_name=evidence
altered evidence "UPDATE finding SET cells = replace(cells, '2021-', '2011-') WHERE run = 1 AND number = (SELECT min(number) FROM finding WHERE run = 1 AND cells LIKE '%\"2021-%')" --run 1 --format csv
check "altered evidence makes the store wrong" code_is 5
check "and is the only difference" sh -c "! grep -v -e ',evidence,' -e ',result,' -e ',schema,' -e ',note,' -e ^run '$work/stdout'"
altered_name=removed
altered removed "DELETE FROM run WHERE number = 2" --run 1
check "a removed run makes the store wrong" code_is 5
check "and is named" says "run 2 has been removed"
altered_name=content
altered content "UPDATE content SET packed = (SELECT packed FROM content WHERE id = 2), size = (SELECT size FROM content WHERE id = 2) WHERE id = (SELECT f.content FROM file f JOIN run r ON r.snapshot = f.file_set WHERE r.number = 1 AND f.path LIKE '%episodes.csv' LIMIT 1)" --run 1
check "an altered file makes the store wrong" code_is 5
check "and is named with its run" says "episodes.csv of run 1: "
altered_name=event
if [ "$(sqlite3 "$store" "SELECT count(*) FROM event")" -gt 3 ]; then
  altered event "UPDATE event SET day = '2001-01-01' WHERE number = 3" --run 1
  check "an altered event makes the store wrong" code_is 5
  check "and is named" says "the seal of event 3 "
fi

# The access log notes the last seal after everything that is recorded.
check "no note is needed where the access log lies beside the store" sh -c "! grep -q '^Note' '$work/once'"
last() { sed -n 's/.*\tsealed\tseal \([0-9]*\)\t.*/\1/p' "$1" | tail -1; }
check "the log notes the last seal" test "$(last "$store.access")" = "$(sqlite3 "$store" "SELECT max(number) FROM sealed")"
beside() { cp "$store" "$work/$1" && cp "$store.access" "$work/$1.access"; }
cut_off="DROP TRIGGER sealed_is_never_taken_out; DROP TRIGGER run_is_never_taken_out; DROP TRIGGER event_is_never_taken_out;
  DELETE FROM event WHERE run = $runs_made; DELETE FROM finding WHERE run = $runs_made;
  DELETE FROM run_total WHERE run = $runs_made; DELETE FROM run_label WHERE run = $runs_made;
  DELETE FROM exception WHERE number NOT IN (SELECT exception FROM event);
  DELETE FROM run WHERE number = $runs_made; DELETE FROM sealed WHERE number = $runs_made;"
triggers=$(sqlite3 "$store" "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%taken_out'")
beside shorter
sqlite3 "$work/shorter" "$cut_off $triggers"
run verify --store "$work/shorter" --run 1
check "the last run cut off with all that named it makes the store wrong" code_is 5
check "which the access log shows" says "seal $runs_made, which the access log noted on $(date -u +%F), is not in the store"
run verify --store "$work/shorter" --run 1 --seal "$seal"
check "and so does the seal that was written down" says "no run has the seal"
rm "$work/shorter.access"
run verify --store "$work/shorter" --run 1
check "without its access log it follows" code_is 0
check "and it is said that nobody would see" says "Note: no access log lies beside the store"
check "and that not everything was checked" says "Everything that could be checked is as it was sealed."
check "and none is made" test ! -e "$work/shorter.access"

beside killed
sed -i '$d' "$work/killed.access"
run verify --store "$work/killed" --run 1
check "killed before the last seal was noted: the store is right" code_is 0
check "and ahead of its log, which is said" says "the access log notes the seals up to $((runs_made - 1)) of $runs_made"
printf 'half a li' >>"$work/killed.access"
run verify --store "$work/killed" --run 1
check "so it is where the note itself was cut off" code_is 0
sed -i '2s/exported/viewed/' "$work/killed.access"
sed -i '3s/exported/viewed/' "$work/killed.access"
run verify --store "$work/killed" --run 1
check "an altered line of the access log is named" says "of the access log does not follow from those before it"

beside older
cp "$work/older" "$work/older.kept"
TIDEMARK_NOW=2022-04-02T10:00:00Z run panel --date 2022-04-07 --store "$work/older" --run 2 --out "$work/pack" --formats csv
check "a pack is issued" code_is 0
run verify --store "$work/older" --run 1
check "and the store is right" code_is 0
cp "$work/older.kept" "$work/older"
run verify --store "$work/older" --run 1
check "an older copy put in its place is named" says "seal $((runs_made + 1)), which the access log noted on $(date -u +%F)"

run verify --store "$work/nowhere"
check "a store that is not there is refused" code_is 5
check "and none is made" test ! -e "$work/nowhere"
run verify --store "$store" --run 99
check "a run that is not there is refused" code_is 5
check "with one sentence" one_line_of_complaint
finish
