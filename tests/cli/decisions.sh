#!/usr/bin/env bash
# A panel's workbook, filled in and taken back.
. "$(dirname "$0")/lib.sh"
export TIDEMARK_NOW=2021-10-15T09:30:00Z
store="$work/council.db"
fill() { python3 "$here/fill_decisions.py" "$@"; }
run audit --snapshot "$top/fixtures/small-council" --as-at 2021-09-30 --store "$store" --out "$work/audit"
run panel --store "$store" --date 2021-10-14 --next 2021-11-11 --formats xlsx --out "$work/pack"
check "a pack is issued" code_is 0
book="$work/pack/panel-pack-1.xlsx"
rows() { fill "$book" --list; }
check "its workbook asks for decisions" test "$(rows | wc -l)" -gt 5
decisions() { run decisions "$@" --store "$store" --by a.smith; }
events() { sqlite3 "$store" "SELECT count(*) FROM event WHERE run IS NULL"; }

decisions "$book"
check "a workbook that nobody filled in records nothing" says "Recorded 0, already recorded 0"
check "and is no mistake" code_is 0

signed=("Decision maker|P. Chair" "Role|panel chair" "Date decided|2021-10-14")
row() { # row REFERENCE HEADING|VALUE...: the edits of one row, signed
  local reference=$1 edit
  shift
  for edit in "${signed[@]}" "$@"; do edits+=("$reference|$edit"); done
}
edits=()
row "#1" "Decision|set action" "Action|Refer to family finding" "Owner or escalated to|family finding team" "Action due|30/10/2021"
row "#2" "Decision|exempt until" "Exempt until|2021-12-31" "Reason code|siblings" "Reason in words|Assessed with a sister" "Meeting and minute|Panel 14 October, minute 2" "Evidence|Assessment of 4 October"
row "#3" "Decision|escalate" "Reason in words|No worker since August"
row "#4" "Decision|record wrong" "Reason in words|The review was held on time"
row "#5" "Decision|no change"
fill "$book" "$work/filled.xlsx" "${edits[@]}"

decisions "$work/filled.xlsx" --dry-run
check "a dry run says what would be recorded" says "Would record 4"
check "and records nothing" test "$(events)" = 0

fill "$work/filled.xlsx" "$work/wrong.xlsx" "#2|Exempt until|31/02/2022" "#3|Reason in words|" "#1|Decision|adjourn"
decisions "$work/wrong.xlsx"
check "a workbook with mistakes ends with 3" code_is 3
check "a day that is none is named with its cell" complains "(Exempt until): \"31/02/2022\" is not a date"
check "so is a blank that is needed" complains "(Reason in words): it is blank"
check "and a decision that is not on the list" complains "\"adjourn\" is no decision"
check "with sheet and row" complains "sheet \"decisions\", row "
check "and nothing is recorded, the right rows neither" test "$(events)" = 0

decided() { "$tidemark" access-log --store "$store" | grep -c 'decided' || true; }
check "what was refused is not logged as decided" test "$(decided)" = 0
run access-log --store "$store"
check "but as refused" says "decisions of a workbook, rows refused: 3"

# References sorted away from their rows; a row half filled in.
reference() { rows | sed -n "$1p" | cut -f1; }
fill "$work/filled.xlsx" "$work/sorted.xlsx" "#1|Reference|$(reference 2)" "#2|Reference|$(reference 1)"
decisions "$work/sorted.xlsx" --partial --dry-run
check "a column that was sorted alone is refused, both rows" says "Would record 2, already recorded 0, no change 1, not filled in"
check "by the mark of the row" complains "(Row mark (leave as it is)): \""
fill "$work/filled.xlsx" "$work/late.xlsx" "#3|What is late|Something else"
decisions "$work/late.xlsx" --dry-run
check "so is what is late of another row" complains "is not the mark of $(reference 3) with \"Something else\""
fill "$work/filled.xlsx" "$work/half.xlsx" "#1|Decision|" "#6|Reason in words|They have moved" "#3|Reference|"
decisions "$work/half.xlsx"
check "a row filled in without a decision is refused" complains "(Decision): it is blank, and \"Decision maker\" of the row is filled in"
check "so is one with one cell filled in" complains "(Decision): it is blank, and \"Reason in words\" of the row is filled in"
check "and one without a reference" complains "(Reference): it is blank, and \"Decision\" of the row is filled in"
check "each is counted" says "refused 3"
check "none is dropped in silence" code_is 3

fill "$work/filled.xlsx" "$work/long.xlsx" "#2|Exempt until|2022-06-30"
decisions "$work/long.xlsx"
check "an exemption of more than three months is refused" complains "too long"
fill "$work/filled.xlsx" "$work/role.xlsx" "#2|Role|social worker"
decisions "$work/role.xlsx"
check "and one of somebody who may not" complains "may not exempt"
check "still nothing is recorded" test "$(events)" = 0
decisions "$work/role.xlsx" --partial
check "--partial records the rows that are right" says "Recorded 3"
check "three of them" test "$(events)" = 3

decisions "$work/filled.xlsx"
check "the whole workbook records what was left" says "Recorded 1, already recorded 3, no change 1"
check "and ends well" code_is 0
check "the exemption is there now" test "$(events)" = 4
evidence() { sqlite3 "$store" "SELECT evidence FROM event WHERE kind = 'exempted'"; }
check "with what it rests on" test "$(evidence)" = "Assessment of 4 October"
entries=$(decided)
decisions "$work/filled.xlsx"
check "the same workbook again records nothing" says "Recorded 0, already recorded 4"
check "nothing at all" test "$(events)" = 4
check "nor is it logged as decided" test "$(decided)" = "$entries"

run exceptions --store "$store" --format csv
check "the exception is exempt" grep -q "exempted" "$work/stdout"
check "and says until when, though it was decided after the latest run" grep -q ",exempted,.*,2021-12-31," "$work/stdout"
run verify --store "$store"
check "the store verifies" code_is 0
run access-log --store "$store"
check "taking it back is logged" says "decisions of a workbook"
check "and that the key was opened for it" says "decisions taken back"

run panel --store "$store" --date 2021-11-11 --next 2021-12-09 --formats csv --out "$work/november"
november="$work/november/panel-pack-2"
check "the next pack has the action, overdue" grep -q "Refer to family finding.*Overdue" "$november/actions-table.csv"
check "and the exemption with its ground" grep -q "Siblings: Assessed with a sister" "$november/exempt.csv"
check "and asks for an answer to the escalation" grep -q "Answer the escalation" "$november/decisions.csv"

# The words of an acceptance are one decision, whatever the state on the day that they are taken.
edits=()
row "#3" "Decision|explanation accepted" "Date decided|2021-10-15" "Reason in words|A worker has come"
fill "$book" "$work/accepted.xlsx" "${edits[@]}"
decisions "$work/accepted.xlsx"
check "what nobody has explained cannot be accepted" complains "there is nothing to accept"
escalated=$(sqlite3 "$store" "SELECT exception FROM event WHERE kind = 'escalated' AND run IS NULL")
run record explanation "$escalated" --store "$store" --by S.Worker --role "social worker" --on 2021-10-14 --why "The worker left in August"
decisions "$work/accepted.xlsx"
check "accepting the explanation answers an escalation" says "Recorded 1,"
decisions "$work/accepted.xlsx"
check "and is not recorded again, now that it is answered" says "Recorded 0, already recorded 1"
check "six events in all" test "$(events)" = 6

edits=()
row "#1" "Decision|set action" "Action|Ask the court" "Owner or escalated to|legal team" "Action due|15/11/2021"
row "#4" "Decision|set action" "Action|Read the file again" "Owner or escalated to|team 3" "Action due|16/11/2021"
fill "$book" "$work/at-once.xlsx" "${edits[@]}"
for person in a.smith b.jones c.brown; do
  "$tidemark" decisions "$work/at-once.xlsx" --store "$store" --by "$person" >"$work/$person.said" 2>&1 &
done
wait
check "one workbook taken back by three people at once is recorded once" test "$(events)" = 8
recorded() { sed -n 's/^Recorded \([0-9]*\),.*/\1/p' "$work/a.smith.said" "$work/b.jones.said" "$work/c.brown.said" | awk '{ n += $1 } END { print n }'; }
check "and nobody is told otherwise" test "$(recorded)" = 2

# What a spreadsheet makes possible and nobody can read two ways.
edits=()
row "#7" "Decision|exempt until" "Exempt until|2021-12-01" "Reason code|siblings" "Reason in words|With a sister" "Meeting and minute|Panel 14 October, minute 3"
fill "$book" "$work/once.xlsx" "${edits[@]}"
fill "$work/once.xlsx" "$work/contested.xlsx" "#8|*|#7" "#8|Exempt until|2021-12-31"
decisions "$work/contested.xlsx" --partial
check "two rows that exempt until two days are both refused" says "Recorded 0, already recorded 0, no change 0"
check "with what to do" complains "decide otherwise; leave the one that the panel meant"
fill "$work/once.xlsx" "$work/double.xlsx" "#8|*|#7"
decisions "$work/double.xlsx" --dry-run
check "the same row twice is one decision" says "Would record 1, already recorded 1"
fill "$work/once.xlsx" "$work/beside.xlsx" "#8|*|#7" "#8|Decision|set action" "#8|Exempt until|" "#8|Action|Ask again" "#8|Owner or escalated to|team 3" "#8|Action due|20/11/2021"
decisions "$work/beside.xlsx" --dry-run
check "an action may stand beside an exemption" says "Would record 2,"
fill "$work/once.xlsx" "$work/renamed.xlsx" "head|Date decided|Decided on"
decisions "$work/renamed.xlsx"
check "a column that was renamed is missed" complains 'no column is headed "Date decided"'
fill "$work/once.xlsx" "$work/twice.xlsx" "head|Evidence|Decision"
decisions "$work/twice.xlsx"
check "so is one of two with the same heading" complains '2 columns are headed "Decision"'
check "each with file and sheet" complains 'twice.xlsx, sheet "decisions", row '
edits=()
row "#9" "Decision|escalate" "Reason in words|No worker"
fill "$book" "$work/escalated.xlsx" "${edits[@]}"
decisions "$work/escalated.xlsx"
fill "$work/escalated.xlsx" "$work/accepted-nothing.xlsx" "#9|Decision|explanation accepted" "#9|Date decided|2021-10-15"
decisions "$work/accepted-nothing.xlsx"
check "an escalation is not answered by accepting what nobody explained" complains "there is nothing to accept"

run audit --snapshot "$top/fixtures/small-council" --as-at 2021-09-30 --store "$work/other.db" --out "$work/audit2"
run panel --store "$work/other.db" --date 2021-10-14 --formats csv --out "$work/otherpack"
run decisions "$work/filled.xlsx" --store "$work/other.db" --by a.smith
check "another council's workbook is refused" code_is 3
rm "$store.keys/pack-1.csv"
decisions "$work/filled.xlsx"
check "without the key nothing can be taken back" code_is 5
decisions "$work/audit/report.html"
check "what is no workbook is refused" code_is 3
decisions "$top/tests/cli/lib.sh"
check "in one sentence" one_line_of_complaint
finish
