#!/usr/bin/env bash
# The generated councils: the same bytes as committed, rows that a spreadsheet would count to the
# published figures, and what an audit must say of them.
. "$(dirname "$0")/lib.sh"
fixtures="$top/fixtures"

check "the generator makes what is committed" "$fixtures/generator/generate" --check

# counted EXPECTED FILE CONDITION: rows of the CSV (after its heading) for which awk's condition
# holds. iso(n) is column n as 20210930; q1() and q2() say in which quarter of 2021-22 it lies.
counted() {
  local found
  found=$(awk -F, 'function iso(n) { return (substr($n, 7, 4) substr($n, 4, 2) substr($n, 1, 2)) + 0 }
    function within(n, a, b) { return $n != "" && iso(n) >= a && iso(n) <= b }
    function q1(n) { return within(n, 20210401, 20210630) } function q2(n) { return within(n, 20210701, 20210930) }
    function in_care(day) { return iso(2) <= day && ($8 == "" || iso(8) > day) }
    NR > 1 && ('"$3"') { n++ } END { print n + 0 }' "$fixtures/$2")
  [ "$found" = "$1" ] || { echo "# $2: $found rows where $3, not $1"; return 1; }
}
derby=derby/2021-12-01
check "Derby: 12 guardianship referrals" counted 12 $derby/lists/x_sgo.csv 'q2(3)'
check "Derby: 8 guardianship exits in quarter 2" counted 8 $derby/2021-22/episodes.csv '$9 == "E45" && q2(8)'
check "Derby: 3 placed with parents on care orders" counted 3 $derby/2021-22/episodes.csv '$6 == "P1" && $4 == "C2" && q2(2)'
check "Derby: 62 plans of adoption" counted 62 $derby/lists/x_care_plan.csv '$4 == "ADOPTION" && $3 == ""'
check "Derby: 84 decisions stand, 17 of them adopted" counted 84 $derby/2021-22/placed_for_adoption.csv '$4 == ""'
check "Derby: 17 adopted" counted 17 $derby/2021-22/episodes.csv '$9 ~ /^E1[12]$/'
check "Derby: 6 decisions of quarter 1" counted 6 $derby/2021-22/placed_for_adoption.csv 'q1(3)'
check "Derby: 2 of them on record in July" counted 2 derby/2021-07-15/2021-22/placed_for_adoption.csv 'q1(3)'
check "Derby: 6 placement orders of quarter 1" counted 6 $derby/2021-22/episodes.csv '$4 == "E1" && $3 == "L" && q1(2)'
check "Derby: 2 of them on record in July" counted 2 derby/2021-07-15/2021-22/episodes.csv '$4 == "E1" && $3 == "L" && q1(2)'
check "Derby: 24 searched for" counted 24 $derby/lists/x_family_finding.csv '$3 == "searching"'
check "Durham: 790 children" counted 790 durham/2017-18/header.csv '1'
check "Durham: 213 matched" counted 213 durham/lists/x_match.csv '$2 == "LTF" && $4 != ""'
check "Durham: 63 placement orders" counted 63 durham/2017-18/episodes.csv '$4 == "E1" && $3 == "L"'
check "Telford: 2 applications to discharge" counted 2 telford/lists/x_court.csv '$2 == "discharge"'
months=middlesbrough/2022-01-31
check "Middlesbrough: 702 in September 2020" counted 702 $months/2020-21/episodes.csv 'in_care(20200930)'
check "Middlesbrough: 654 in November 2020" counted 654 $months/2020-21/episodes.csv 'in_care(20201130)'
check "Middlesbrough: 526 in November 2021" counted 526 $months/2021-22/episodes.csv 'in_care(20211130)'
check "Middlesbrough: 99 with parents" counted 99 $months/2020-21/episodes.csv '$6 == "P1" && in_care(20200930)'
check "Middlesbrough: 19 adopted" counted 19 $months/2021-22/episodes.csv '$9 == "E12"'
check "Middlesbrough: 11 under 25 hours" counted 11 $months/lists/x_education.csv '$3 < 25'

# What an audit says. verdict_in OUT CHILD RULE: its verdict there.
verdict_in() { awk -F, -v c="$2" -v r="$3" '$1 == r && $2 == c { print $4 }' "$1/findings.csv" | sort | uniq; }
balanced() {
  tr -d '\r' <"$1/summary.csv" | awk -F, 'NR > 1 && $2 != $3+$4+$5+$6+$7+$8+$9 { bad = 1 } END { exit bad || NR < 50 }'
}

run audit --snapshot "$fixtures/missing/2021-09-30" --as-at 2021-09-30 --store :memory: --out "$work/missing"
check "the children with holes are audited" code_is 0
every_hole_is_said() {
  local bad=0 child rule
  while IFS=, read -r child rule _; do
    verdict_in "$work/missing" "$child" "$rule" | grep -qx cannot_decide || { echo "# $child $rule"; bad=1; }
  done < <(tail -n +2 "$fixtures/missing/expected.csv")
  return $bad
}
check "each hole leaves its rules undecided" every_hole_is_said
every_rule_is_undecided_once() {
  local bad=0 rule rules
  rules=$(tail -n +2 "$work/missing/summary.csv" | cut -d, -f1)
  [ "$(wc -w <<<"$rules")" -ge 50 ] || return 1
  for rule in $rules; do
    grep -q "^$rule,[^,]*,[^,]*,cannot_decide," "$work/missing/findings.csv" || { echo "# $rule"; bad=1; }
  done
  return $bad
}
check "each rule has a child whom it cannot decide" every_rule_is_undecided_once
check "every population is the sum of its verdicts" balanced "$work/missing"

# The golden vectors, with 19 September 2022 as a holiday and as nobody yet knew it.
due_dates_are() {
  local bad=0 child rule clock with without due
  while IFS=, read -r child rule clock with without; do
    [ "$2" = with ] && due=$with || due=$without
    grep -q "^$rule,$child,[^,]*,breach,$clock,$due," "$1/findings.csv" || { echo "# $child $rule not due $due"; bad=1; }
  done < <(tail -n +2 "$fixtures/calendar/expected.csv")
  return $bad
}
run audit --snapshot "$fixtures/calendar/2024-03-31" --as-at 2024-03-31 --store :memory: --out "$work/calendar"
check "the due dates are the golden vectors" due_dates_are "$work/calendar" with
cp -r "$top/rules" "$work/rules"
sed -i 's/ 19 Sep,//' "$work/rules/calendars/england-and-wales.lua"
check "the other calendar lacks the day" lacks "$work/rules/calendars/england-and-wales.lua" '19 Sep,'
run audit --snapshot "$fixtures/calendar/2024-03-31" --as-at 2024-03-31 --rules "$work/rules" --store :memory: --out "$work/early"
check "before it was proclaimed two due dates were another" due_dates_are "$work/early" without
finish
