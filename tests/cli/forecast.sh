#!/usr/bin/env bash
# What runs out next: the clocks of the rules, week by week, and what it assumes.
. "$(dirname "$0")/lib.sh"
store="$work/store"
council="$top/fixtures/small-council"
run audit --snapshot "$council" --as-at 2021-09-30 --store "$store" --out "$work/run"
run forecast --until 2021-10-31 --store "$store" --out "$work/page.html"
check "a forecast is made" code_is 0
check "its assumption is said" says "This is what comes if nothing more is recorded"
check "without teams it is by owner, and that is said" says "No team is recorded in these files; by the owner of the rule."
check "the page has a chart and its table" grep -q "<svg" "$work/page.html"
check "the page fetches and runs nothing" lacks "$work/page.html" 'src=|<link|@import|<script|href=.https?:|url\([^#]'
check "that it was taken out is logged" grep -q "exported.run 1.forecast" "$store.access"
run forecast --until 2021-10-31 --store "$store" --format csv --threads 3
cp "$work/stdout" "$work/forecast.csv"
check "the CSV has its columns" grep -qx "week,due,rule,child,occasion,owner,verdict,clock,team,what" "$work/forecast.csv"
check "a clock is in the week that begins on the Monday before it" grep -q "^2021-09-27,2021-10-03,CARE-PLACE-426,T0005,2020-08-03,adoption team manager,due_soon,2020-08-03," "$work/forecast.csv"
due_in_time() { [ -z "$(tail -n +2 "$work/forecast.csv" | cut -d, -f2 | cut -c1-10 | awk '$0 !~ /^\.\./ && $0 > "2021-10-31"')" ]; }
check "nothing in it falls due later" due_in_time
only_running() { [ -z "$(tail -n +2 "$work/forecast.csv" | cut -d, -f7 | sort -u | grep -vx -e due_soon -e on_track)" ]; }
check "nothing in it is late already" only_running

# What runs out by the end of the month is a breach, or explained, a month later when nothing is recorded.
run forecast --until 2021-10-31 --snapshot "$council" --as-at 2021-09-30 --format csv
check "without a store the clocks are the same" same_file "$work/stdout" "$work/forecast.csv"

# An action and an exemption of the store.
number=$(sqlite3 "$store" "SELECT number FROM exception WHERE rule = 'PO-9M' LIMIT 1")
sqlite3 "$store" "INSERT INTO event SELECT max(number) + 1, $number, 'action_set', '2021-09-30', '2021-09-30T09:00:00Z',
  NULL, 'M', 'panel chair', '', 'ask the court', '2021-10-14', 'the solicitor', '', '', 0, '', '', '', '', 'x' FROM event"
run forecast --until 2021-10-31 --store "$store" --format csv
check "an action that falls due is there with its owner" grep -q "^2021-10-11,2021-10-14,PO-9M,.*,the solicitor,action_due,2021-09-30,,ask the court$" "$work/stdout"

run forecast --until 2021-01-01 --store "$store"
check "a day before the as-at day is a mistake of usage" code_is 2
run forecast --until soon --store "$store"
check "and so is a word" code_is 2
run forecast --until 2021-10-31 --store "$work/nowhere"
check "a store that is not there is refused" code_is 5
finish
