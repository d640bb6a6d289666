#!/usr/bin/env bash
# The published figures of the five reports, recomputed: none differs, none is left out, and what
# does not agree is shown.
. "$(dirname "$0")/lib.sh"

"$top/fixtures/figures" --program "$tidemark" >"$work/figures.csv" 2>"$work/err"
code=$?
check "no figure differs from its report" code_is 0

every_id() {
  local id bad=0
  for id in $(seq -f 'D-%02g' 59) $(seq -f 'U-%02g' 13) $(seq -f 'T-%02g' 9) $(seq -f 'B-%02g' 18); do
    grep -qE "^(derby|durham|telford|middlesbrough),\"?$id[,/]" "$work/figures.csv" || { echo "# $id"; bad=1; }
  done
  return $bad
}
check "every figure of the reports is there" every_id
# A figure is computed, or says why it is not.
computed() { [ "$(grep -c ',yes$' "$work/figures.csv")" -ge 150 ]; }
check "most are computed" computed
said_why() { ! grep ',n/a$' "$work/figures.csv" | grep -vqE 'not from case records: .+|is invented: [0-9]+'; }
check "the others say why they are not" said_why

printed() { grep -qFx -- "$1" "$work/figures.csv"; }
check "Derby: two decisions in July" printed 'derby,restated: decisions of quarter 1,as first reported,2,2,yes'
check "Derby: six in December" printed 'derby,restated: decisions of quarter 1,as reported now,6,6,yes'
check "Derby: two orders in July" printed 'derby,restated: placement orders of quarter 1,as first reported,2,2,yes'
check "Derby: six in December" printed 'derby,restated: placement orders of quarter 1,as reported now,6,6,yes'
check "Derby: four decisions entered late" printed 'derby,restated: decisions of quarter 1,entered late,4,4,yes'
check "Derby: four orders entered late" \
  printed 'derby,restated: placement orders of quarter 1,entered late,4,4,yes'
check "Derby: 12 exits" printed "derby,I-D1 twelve exits and nine,exits by Derby's own definition,12,12,yes"
check "Derby: 9 ceased" printed 'derby,I-D1 twelve exits and nine,ceased to be looked after,9,9,yes'
check "Derby: 62" printed 'derby,I-D4 sixty-two and sixty-seven,a plan of adoption,62,62,yes'
check "Derby: 67" printed 'derby,I-D4 sixty-two and sixty-seven,an open decision,67,67,yes'
check "Durham: 29" printed 'durham,I-U3 no action planned,a plan of adoption and no placement order,29,29,yes'
check "Middlesbrough: 11 left over" printed 'middlesbrough,I-B1 stock and flow,residual,11,11,yes'
check "Middlesbrough: 19.5" printed 'middlesbrough,I-B2 rounding of 128 in 654,as printed: cut off,19.5,19.5,yes'
check "Middlesbrough: 19.6" printed 'middlesbrough,I-B2 rounding of 128 in 654,rounded,19.6,19.6,yes'

# One referral less, and the program must say so.
mkdir "$work/top"
cp -r "$top/fixtures" "$top/rules" "$work/top"
referrals=$work/top/fixtures/derby/2021-12-01/lists/x_sgo.csv
sed -i "$(grep -n '/0[78]/2021,' "$referrals" | grep -m 1 ',,,,,,,Y$' | cut -d: -f1)d" "$referrals"
"$work/top/fixtures/figures" --program "$tidemark" >"$work/figures.csv" 2>"$work/err"
code=$?
check "a figure that differs is an exit code of 1" code_is 1
check "and is named" printed 'derby,D-11,12,11,no'
"$work/top/fixtures/figures" --program "$work/none" >/dev/null 2>"$work/err"
code=$?
check "without a program it ends with 2" code_is 2
finish
