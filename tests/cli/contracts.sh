#!/usr/bin/env bash
# The files that others script against: names, headings, spellings, counts that add up.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
audit "$work/out" --panel-date 2018-04-26
check "the audit is done" code_is 0

heading() { [ "$(head -1 "$work/out/$1" | tr -d '\r')" = "$2" ]; }
check "findings.csv has its heading" heading findings.csv rule,child,occasion,verdict,clock,due,days_over,at_least,reason,says
check "summary.csv has its heading" heading summary.csv rule,population,on_track,due_soon,breach,explained,met_late,cannot_decide,error,population_undecided
check "load-notes.csv has its heading" heading load-notes.csv file,line,column,text,kind,what_was_done
check "findings.json and report.html are there" test -s "$work/out/findings.json" -a -s "$work/out/report.html"
check "nothing else is left in the folder" test "$(ls "$work/out" | wc -l)" = 5

counts_add_up() {
  tr -d '\r' <"$work/out/summary.csv" | awk -F, 'NR > 1 && $2 != $3+$4+$5+$6+$7+$8+$9 { bad = 1 } END { exit bad || NR < 15 }'
}
check "every rule's population is the sum of its verdicts" counts_add_up
check "findings.csv lists neither on_track nor not_applicable" \
  lacks "$work/out/findings.csv" '^[^,]*,[^,]*,[^,]*,(on_track|not_applicable),'
sorted() { [ -s "$work/out/findings.csv" ] && tail -n +2 "$work/out/findings.csv" | cut -d, -f1-3 | sort -c; }
check "findings.csv is sorted by rule, child, occasion" sorted
# 9001: placement order 1 Jun 2017; nine months are reached on 1 Mar 2018, 30 days before the end.
check "a placement order of nine months is a breach with its dates" \
  grep -q '^PO-9M,9001,2017-06-01,breach,2017-06-01,2018-03-01,30,,' "$work/out/findings.csv"
verdicts_agree() {
  [ "$(grep -c '^{"rule"' "$work/out/findings.json")" = "$(($(wc -l <"$work/out/findings.csv") - 1))" ]
}
check "findings.json has a finding for every row of findings.csv" verdicts_agree
check "stdout says where the report is" says "Report: $work/out/report.html"

sed -i 's/^9002,15/=HYPERLINK("x"),15/; s/^9002,2/=HYPERLINK("x"),2/' "$work/return/"{episodes,header}.csv
audit "$work/formula"
check "an id that a spreadsheet would run is neutralised" \
  lacks "$work/formula/findings.csv" '(^|,)"?='
check "and still there" grep -qF "'=HYPERLINK" "$work/formula/findings.csv"

run template x_court
first_column() { [ "$(head -1 "$work/printed" | cut -d, -f1)" = CHILD ]; }
cp "$work/stdout" "$work/printed"
check "template prints a list's heading, the child first" first_column
run template x_court --out "$work"
check "template writes the same into a folder" same_file "$work/printed" "$work/x_court.csv"
run template
check "template without a name lists the council's own lists" says x_lifestory
mkdir "$work/filled"
cp "$work/return/"*.csv "$work/x_court.csv" "$work/filled/"
run tables --snapshot "$work/filled"
check "a template, not yet filled in, is recognised as its list" says "x_court.csv: x_court"
finish
