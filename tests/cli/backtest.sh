#!/usr/bin/env bash
# The trend: each date is what an audit of that date says, gaps are gaps, and changed rules are marked.
. "$(dirname "$0")/lib.sh"
store="$work/store"
council="$top/fixtures/small-council"
cp -r "$top/rules" "$work/rules"
sed -i 's/reaches(setting { months(9)/reaches(setting { months(8)/' "$work/rules/adoption/PO-9M.lua"
run audit --snapshot "$council" --as-at 2021-07-31 --store "$store" --out "$work/july"
run audit --snapshot "$council" --as-at 2021-09-15 --store "$store" --rules "$work/rules" --out "$work/september"
cp "$store" "$work/as-it-was"

run backtest --from 2021-06-01 --to 2021-09-30 --snapshot "$council" --format csv
cp "$work/stdout" "$work/now.csv"
check "the dates are judged" code_is 0
check "the CSV has its columns" grep -qx "date,rule,known,population,breach,explained,due_soon,met_late,cannot_decide,error,population_undecided" "$work/now.csv"
four() { [ "$(tail -n +2 "$work/now.csv" | cut -d, -f1 | sort -u | tr '\n' ' ')" = "2021-06-30 2021-07-31 2021-08-31 2021-09-30 " ]; }
check "month ends between the days, and no others" four
# summary.csv: rule,population,on_track,due_soon,breach,explained,met_late,cannot_decide,error
as_an_audit() {
  diff <(grep "^2021-07-31," "$work/now.csv" | cut -d, -f2,4-10) \
    <(tail -n +2 "$work/july/summary.csv" | awk -F, -v OFS=, '{ print $1, $2, $5, $6, $4, $7, $8, $9 }') >"$work/err"
}
check "a date is what an audit as at that date says, rule by rule" as_an_audit
run backtest --from 2021-06-01 --to 2021-09-30 --snapshot "$council" --format csv --threads 3
check "for any number of threads" same_file "$work/stdout" "$work/now.csv"
run backtest --from 2021-06-01 --to 2021-09-30 --every quarter --snapshot "$council" --format csv
quarters() { [ "$(tail -n +2 "$work/stdout" | cut -d, -f1 | sort -u | tr '\n' ' ')" = "2021-06-30 2021-09-30 " ]; }
check "quarter ends" quarters
run backtest --from 2021-06-01 --to 2021-06-20 --every week --snapshot "$council" --format csv
weeks() { [ "$(tail -n +2 "$work/stdout" | cut -d, -f1 | sort -u | tr '\n' ' ')" = "2021-06-01 2021-06-08 2021-06-15 " ]; }
check "every seventh day" weeks

run backtest --from 2021-06-01 --to 2021-09-30 --known then --store "$store" --format csv
cp "$work/stdout" "$work/then.csv"
check "as known then" code_is 0
check "a date before the first run is a gap" grep -qx "2021-06-30,,,,,,,,,," "$work/then.csv"
check "a date has the latest run up to it" grep -q "^2021-08-31,PO-9M,run 1 (as at 2021-07-31)," "$work/then.csv"
check "and a later one the next" grep -q "^2021-09-30,PO-9M,run 2 (as at 2021-09-15)," "$work/then.csv"
of_july() { diff <(grep "^2021-07-31," "$work/now.csv" | cut -d, -f2,4-) <(grep "^2021-07-31," "$work/then.csv" | cut -d, -f2,4-) >"$work/err"; }
check "a run's own day is as it was" of_july
run backtest --from 2021-06-01 --to 2021-09-30 --known then --store "$store" --out "$work/page.html"
check "the gap is said" says "no run yet"
check "the date from which the rules differ is marked" grep -qE "^2021-09-30 .* changed *$" "$work/stdout"
once() { [ "$(grep -c ' changed *$' "$work/stdout")" = 1 ]; }
check "and no other" once
check "the page has a chart" grep -q "<svg" "$work/page.html"
check "and names no child" lacks "$work/page.html" 'T00[0-9][0-9]'
check "nothing is recorded" same_file "$store" "$work/as-it-was"

run backtest --from 2021-06-01 --to 2021-09-30 --known then --store "$store" --snapshot "$council"
check "--known then goes without a snapshot" code_is 2
run backtest --from 2021-06-01 --to 2021-06-02 --snapshot "$council"
check "days without a month end are a mistake of usage" code_is 2
check "with one sentence" one_line_of_complaint
finish
