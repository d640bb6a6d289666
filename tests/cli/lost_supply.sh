#!/usr/bin/env bash
# What was not supplied is not put right: a file of this year that was cut off, renamed or lost, a list of the
# council's own beside one that Tidemark keeps, a court list with a second source, a column that is blank for
# everybody. What rests on it is parked, the run says so aloud, and all is as it was when it comes back.
. "$(dirname "$0")/lib.sh"
council="$top/fixtures/small-council"
files="$work/files"
store="$work/store"

# start_on DAY: a new store with an audit of the whole council.
start_on() {
  rm -rf "$store"*
  audit_whole "$1"
}

# audit_on DAY FOLDER
audit_on() {
  TIDEMARK_NOW=$1T11:00:00Z run audit --snapshot "$2" --as-at "$1" --store "$store" --out "$work/out"
  check "the audit of $1 is done" code_is 0
}

audit_whole() { audit_on "$1" "$council"; }

# A copy of the council's files, for somebody to spoil.
copy_files() {
  rm -rf "$files"
  cp -r "$council" "$files"
}

# told RUN: what the run wrote into the lives, "RULE CHILD EVENT CODE" a line.
told() {
  "$tidemark" history --store "$store" --format csv |
    python3 -c 'import csv, sys
for row in csv.DictReader(sys.stdin):
    if row["run"] == sys.argv[1]: print(row["rule"], row["child"], row["event"], row["code"])' "$1" >"$work/told"
}

count_is() { [ "$(grep -c -- "$2" "$work/told")" = "$1" ]; }
none() { ! grep -q -- "$1" "$work/told"; }
some() { grep -q -- "$1" "$work/told"; }

# number_of RULE CHILD
number_of() {
  "$tidemark" exceptions --store "$store" --format csv --rule "$1" --child "$2" | awk -F, 'NR == 2 { print $1 }'
}

# 1: the episodes of this year are cut off.
start_on 2021-09-30
copy_files
head -50 "$council/2021-22/episodes.csv" >"$files/2021-22/episodes.csv"
audit_on 2021-10-01 "$files"
check "a file that was cut off is named, with its rows" complains "2021-22/episodes.csv has 49 rows and had 99"
told 2
check "nothing was corrected by it" none data_corrected
check "and what rests on it is parked" some "parked table_not_supplied"
check "the report says so on its first page" grep -q "2021-22/episodes.csv has 49 rows" "$work/out/report.html"
TIDEMARK_NOW=2021-10-04T10:00:00Z run panel --store "$store" --date 2021-10-05 --out "$work/pack" --formats json --by A
check "and the panel reads it in section 1" grep -rq "2021-22/episodes.csv has 49 rows" "$work/pack"
audit_whole 2021-10-05
told 3
check "they return when the file is whole" some "returned"
check "and none is new to the list because of it" none "reopened"

# 2: a heading of this year is renamed, or the file is lost.
for spoil in renamed lost; do
  start_on 2021-09-30
  copy_files
  case $spoil in
    renamed) sed -i '1s/DATE_PLACED,/PLACED_ON,/' "$files/2021-22/placed_for_adoption.csv" ;;
    lost) rm "$files/2021-22/placed_for_adoption.csv" ;;
  esac
  audit_on 2021-10-01 "$files"
  told 2
  check "a file $spoil corrects nothing" none data_corrected
  check "and parks what rests on it" count_is 3 "parked table_not_supplied"
  check "and is said aloud" complains "2021-22/placed_for_adoption.csv"
done

# 3: the court list is lost; interim care orders tell of some proceedings too.
start_on 2021-09-30
number=$(number_of CT-26W T0034)
TIDEMARK_NOW=2021-10-02T11:00:00Z run record exemption "$number" --store "$store" --on 2021-10-02 --by "P. Chair" \
  --role "panel chair" --until 2021-12-14 --code hearing-listed --why "Expert late" --meeting "Panel 9"
check "an exemption is recorded" code_is 0
copy_files
rm "$files/lists/x_court.csv"
audit_on 2021-10-31 "$files"
told 2
check "without the court list CT-26W is parked" some "CT-26W T0034 parked table_not_supplied"
audit_whole 2021-11-30
told 3
check "and returns with it" some "CT-26W T0034 returned"
run exceptions --store "$store" --rule CT-26W --child T0034 --format csv
check "with the exemption in force" says "exempted"

# 4: one action recorded here does not stand for the council's list of actions.
start_on 2021-10-31
number=$(number_of REV-1-20WD T0046)
TIDEMARK_NOW=2021-11-01T11:00:00Z run record action "$number" --store "$store" --on 2021-11-01 --by "P. Chair" \
  --role "panel chair" --why "Book it" --to TM --until 2021-12-20
check "an action is recorded" code_is 0
copy_files
rm "$files/lists/x_action.csv"
audit_on 2021-11-30 "$files"
told 2
check "the action that is overdue on the council's list is parked" some "ACT-OVERDUE T0030 parked"
check "the list is said to be missing" grep -q "no action list was supplied" "$work/out/report.html"
check "and what asks for it cannot be decided" grep -q "FRAGILE-28D.*no action list was supplied" "$work/out/findings.csv"
audit_on 2021-12-31 "$files"
check "a second time, too" grep -q "no action list was supplied" "$work/out/report.html"
check "the action recorded here is judged all the same" grep -q "^ACT-OVERDUE,T0046,.*,breach," "$work/out/findings.csv"
audit_whole 2022-01-31
check "until it comes" lacks "$work/out/report.html" "no action list was supplied"
run verify --store "$store"
check "all of these runs can be made again" code_is 0

# 5: a column is blank on every row: a date, and a column of several codes.
for blank in x_match.DECISION_DATE.MATCH-PLACE-28D x_care_plan.PLAN.LTF-MATCH-6M; do
  IFS=. read -r list column rule <<<"$blank"
  start_on 2021-09-30
  copy_files
  python3 - "$files/lists/$list.csv" "$column" <<'PY'
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig")))
column = rows[0].index(sys.argv[2])
for row in rows[1:]: row[column] = ""
csv.writer(open(sys.argv[1], "w", newline="")).writerows(rows)
PY
  audit_on 2021-10-01 "$files"
  check "a column that is blank for everybody is named" complains "has nothing in the column $column"
  told 2
  check "$list.$column blank corrects nothing" none data_corrected
  check "but parks" some "$rule T.* parked"
done

# 6: one cell that is put right, and one row that is withdrawn, are corrections as before.
start_on 2021-09-30
copy_files
child=$("$tidemark" exceptions --store "$store" --format csv --rule PO-9M | awk -F, 'NR == 2 { print $3 }')
grep "^$child," "$council/2021-22/episodes.csv" | tail -1 >"$work/row"
sed "/^$child,/s/,E1,/,C2,/" -i "$files/2021-22/episodes.csv" "$files/2020-21/episodes.csv"
audit_on 2021-10-01 "$files"
told 2
check "a legal status that is put right is a correction" some "PO-9M $child resolved data_corrected"
check "and nothing is said to be missing" lacks "$work/told" "parked"
copy_files
echo "T0046,book the medical,health team,04/10/2021,15/12/2021," >>"$files/lists/x_action.csv"
rm -rf "$store"*
audit_on 2021-10-31 "$files"
sed -i "/^T0030,/d" "$files/lists/x_action.csv"
audit_on 2021-11-01 "$files"
told 2
check "one action that is withdrawn is a correction" some "ACT-OVERDUE T0030 resolved data_corrected"
finish
