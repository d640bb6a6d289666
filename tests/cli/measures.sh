#!/usr/bin/env bash
# Figures over all children, from files to print, and why they change between two snapshots.
. "$(dirname "$0")/lib.sh"
council="$top/fixtures/small-council"

# The shipped words, and measures of this script's own.
rules="$work/rules"
cp -r "$top/rules" "$rules"
rm -rf "$rules/measures"
mkdir -p "$rules/measures/care"
measure() {
  cat >"$rules/measures/care/$1.lua"
}
measure looked-after <<'LUA'
local case = require "lib.case"
return measure {
  title = "Children looked after", source = "test", unit = "children",
  window = "stock", counts = case.looked_after,
}
LUA
measure started <<'LUA'
return measure {
  title = "Started", source = "test", unit = "children", counts = care:starting_within(period),
}
LUA
measure ceased <<'LUA'
return measure {
  title = "Ceased", source = "test", unit = "children",
  counts = care:where(function(c) return c.to:during(period) end),
}
LUA
measure balance <<'LUA'
return measure {
  title = "Opening to closing", source = "test", unit = "children",
  reconciles = { stock = "looked-after", started = "started", ceased = "ceased" },
}
LUA
measure rate <<'LUA'
local case = require "lib.case"
return measure {
  title = "Rate", source = "test", unit = "children", window = "stock", counts = case.looked_after,
  of = assumption { 10000, label = "Children aged 0 to 17", source = "invented" }, as = "per 10,000",
}
LUA
measure secret <<'LUA'
return measure {
  title = "Never public", source = "test", unit = "children", public = false,
  counts = care:starting_within(period),
}
LUA

ask() { run measures --rules "$rules" --snapshot "$council" "$@"; }
# value ID [PART]: the printed value in the CSV on stdout.
value() { awk -F, -v id="$1" -v part="${2-}" '$1 == id && $2 == part { print $3 }' "$work/stdout"; }
value_is() { [ "$(value "$1" "$3")" = "$2" ]; }

# Counted without the engine: rows of the return, by the day a period of care began or ended.
days() {  # COLUMN FROM TO WHEN
  cat "$council"/20*/episodes.csv | tr -d '\r' | awk -F, -v column="$1" -v from="$2" -v to="$3" -v when="$4" '
    $1 == "CHILD" { for (i = 1; i <= NF; ++i) at[$i] = i; next }
    when == "S" && $at["RNE"] != "S" { next }
    when == "end" && ($at["REC"] == "X1" || $at["REC"] == "") { next }
    { split($at[column], d, "/"); day = d[3] "-" d[2] "-" d[1] }
    day >= from && day <= to && !seen[$1, day]++ { ++n }
    END { print n + 0 }'
}

ask --period 2021-H1 --internal --format csv
check "measures are printed" code_is 0
check "starts are those of the return" value_is started "$(days DECOM 2021-04-01 2021-09-30 S)" ""
check "ends are those of the return" value_is ceased "$(days DEC 2021-04-01 2021-09-30 end)" ""
check "a child whose status is blank leaves the stock open" value_is looked-after "69 to 70" ""
check "and so the closing figure" value_is balance "69 to 70" closing
check "a rate has a decimal place" value_is rate "69.0 to 70.0" ""
check "the columns have names" sh -c "head -1 '$work/stdout' | grep -q '^measure,part,value,exact,low,high,numerator,'"
check "internal shows what is never public" [ -n "$(value secret)" ]

ask --period 2021-Q2 --internal
check "text says the window" says "1 Jul 2021 to 30 Sep 2021"
check "and why a figure is open" says "1 could not be decided: the legal status's code is not known"
check "and that it is internal" says "internal: not for publication"
check "and that the knowledge date was not stated" says "As known at: not stated"

ask --period 2021-Q2
check "small numbers are withheld unless asked for" sh -c "grep -A2 '^started' '$work/stdout' | grep -q '^  c$'"
check "what is never public is left out" says "Left out, because they are never public: 1"
check "and not named" lacks "$work/stdout" "secret"

ask --period 2021-Q1,2021-Q2,2021-H1 --known-at 2021-09-30 --format csv --out "$work/one.csv"
check "several periods go into one file" sh -c "[ \$(grep -c '^started,' '$work/one.csv') = 3 ]"
check "with the knowledge date" grep -q ',2021-09-30,' "$work/one.csv"
ask --period 2021-Q1,2021-Q2,2021-H1 --known-at 2021-09-30 --format csv --out "$work/seven.csv" --threads 7
check "any number of threads gives the same bytes" same_file "$work/one.csv" "$work/seven.csv"
ask --period 2021-Q2 --internal --format json
check "JSON is JSON" python3 -c "import json; assert len(json.load(open('$work/stdout'))['results']) == 6"

# A return of one year has no row that ended before it, and none that lies after it.
write_return "$work/return"
year() { run measures --rules "$rules" --snapshot "$work/return" --internal --format csv --period "$1"; }
year 2017-18
check "a return tells of its own year" value_is started 4 ""
check "and of the end of the day before it" value_is balance 0 opening
year 2016-17
check "but not of the year before" value_is started "cannot be decided" ""
check "and says since when it does" grep -q "the list of episodes begins on 1 Apr 2017" "$work/stdout"
year 2018-Q1
check "nor of the quarter after" value_is started "cannot be decided" ""
ask --period 2021-Q2 --known-at 2021-09-29 --internal --format csv
check "nor a stock after the extract" value_is looked-after "cannot be decided" ""

ask --period 2021-Q2 --measure balance,rates
check "an unknown measure ends with 2" code_is 2
check "and names the nearest" complains "there is no measure rates; did you mean rate?"
check "in one sentence" one_line_of_complaint
ask --period 2021-Q5
check "what is no period ends with 2" code_is 2
check "and says how periods are written" complains "2021-Q2"
run measures --rules "$rules" --snapshot "$work/nowhere" --period 2021-Q2
check "a snapshot that is not there ends with 3" code_is 3
run measures --rules "$rules" --list
check "measures are listed" says "balance  Opening to closing"

measure broken <<'LUA'
return measure { title = "Broken", source = "test", unit = "children", counts = caer:starting_within(period) }
LUA
ask --period 2021-Q2 --internal --format csv
check "a broken measure does not stop the others" value_is started "$(days DECOM 2021-07-01 2021-09-30 S)" ""
check "and is named with file and line" complains "measures/care/broken.lua:1: "
check "and what does not run because of it" complains "(measure broken is not run)"
rm "$rules/measures/care/broken.lua"

# The same council, known later: one start came late.
later="$work/later"
cp -r "$council" "$later"
episodes="$later/2021-22/episodes.csv"
before="$work/before"
cp -r "$council" "$before"
head -1 "$episodes" | tr -d '\r' | awk -F, -v OFS=, '{
  for (i = 1; i <= NF; ++i) {
    v = ""
    if ($i == "CHILD") v = "Z9001"; if ($i == "DECOM") v = "15/07/2021"; if ($i == "RNE") v = "S"
    if ($i == "LS") v = "V2"; if ($i == "CIN") v = "N1"; if ($i == "PLACE") v = "U6"
    if ($i == "PLACE_PROVIDER") v = "PR1"
    $i = v
  } print }' >>"$episodes"
head -1 "$later/2021-22/header.csv" | tr -d '\r' | awk -F, -v OFS=, '{
  for (i = 1; i <= NF; ++i) { v = ""; if ($i == "CHILD") v = "Z9001"; if ($i == "DOB") v = "01/02/2015"; if ($i == "SEX") v = "1"; $i = v } print }' \
  >>"$later/2021-22/header.csv"
compare() { run restate --rules "$rules" --before "$before" --after "$later" --period 2021-Q2 "$@"; }
compare --measure started
check "a restatement ends with 0" code_is 0
check "it gives both figures and the difference" says "2 -> 3 children, +1"
check "and the child, with the cause" says "Z9001, care 2021-07-15: not counted -> counted, entered late"
compare --measure started --fail-on changed
check "or with 1 when asked to" code_is 1
compare --measure ceased --fail-on changed
check "a figure that did not change is not a change" code_is 0
check "and says so" says "no difference"
compare --measure started --format csv
check "CSV has a row for the figure and one for each child" sh -c "[ \$(wc -l <'$work/stdout') = 3 ]"
compare --measure balance
check "a reconciliation is taken apart into its counts" sh -c "[ \$(grep -cE '^(looked-after|started|ceased)  ' '$work/stdout') = 3 ]"
finish
