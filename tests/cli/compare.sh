#!/usr/bin/env bash
# Two runs, and the rules in force against a draft: who moves, why, and nothing recorded.
. "$(dirname "$0")/lib.sh"
store="$work/store"
council="$top/fixtures/small-council"
draft="$work/draft"
cp -r "$top/rules" "$draft"
sed -i 's/reaches(setting { months(9)/reaches(setting { months(8)/' "$draft/adoption/PO-9M.lua"
for day in 2021-08-31 2021-09-30; do
  run audit --snapshot "$council" --as-at $day --store "$store" --out "$work/$day"
  check "the run as at $day is made" code_is 0
done
cp "$store" "$work/as-it-was"

run compare --store "$store" --draft "$draft" --out "$work/impact.html"
check "a draft is compared with the rules in force" code_is 0
check "the setting is said in words" says "PO-9M: Months after the order: 9 months -> 8 months"
check "no team is recorded, and that is said" says "No team is recorded in these files; exceptions are counted by the owner of their rule."
check "who appears is named, with both dates" says "PO-9M  child T0060  2021-01-11: due soon -> breach, due 2021-10-11 -> 2021-09-11"
check "and why" says "setting_changed: PO-9M: Months after the order: 9 months -> 8 months"
check "totals old and new" grep -qE '^All rules +73 +77 ' "$work/stdout"
check "nothing is recorded" same_file "$store" "$work/as-it-was"
check "that it was looked at is" grep -q "exported.run 2.compared" "$store.access"
check "the page fetches and runs nothing" lacks "$work/impact.html" 'src=|<link|@import|<script|https?:'
check "and names the same children" grep -q "T0060" "$work/impact.html"
run compare --store "$store" --draft "$draft" --format csv --threads 3
cp "$work/stdout" "$work/draft.csv"
check "the CSV has its columns" grep -qx "rule,child,occasion,change,verdict_before,verdict_after,due_before,due_after,causes,what,open_exemption" "$work/draft.csv"
check "and a line for each that moved" test "$(wc -l <"$work/draft.csv")" = 11
run compare --snapshot "$council" --as-at 2021-09-30 --draft "$draft" --format csv
check "without a store the same" same_file "$work/stdout" "$work/draft.csv"
run compare --snapshot "$council" --as-at 2021-09-30 --draft "$top/rules" --fail-on changed
check "the same rules move nothing" code_is 0
check "and are said to be the same" says "The rules are the same."
run compare --store "$store" --draft "$draft" --fail-on changed
check "--fail-on changed ends with 1" code_is 1

# An exemption that is open on an exception that moves.
cp "$store" "$work/exempt"
number=$(sqlite3 "$work/exempt" "SELECT number FROM exception WHERE rule = 'PO-9M' AND child = 'T0001'")
TIDEMARK_NOW=2021-09-30T17:00:00Z run record exemption "$number" --store "$work/exempt" --on 2021-09-30 --until 2021-11-30 --by "P. Chair" --role "panel chair" \
  --code hearing --why "Adoption hearing listed" --meeting "Panel 30 September, minute 4"
check "an exemption is recorded" code_is 0
run compare --store "$work/exempt" --draft "$draft"
check "an open exemption on what moves is named" says "OPEN EXEMPTION until 2021-11-30, decided by P. Chair on 2021-09-30"

# The words of a rule, and a rule switched off.
cp -r "$top/rules" "$work/other"
sed -i '0,/case.looked_after_not_on_remand,/s///' "$work/other/adoption/PO-9M.lua"
sed -i 's/  severity = /  maturity = "draft",\n  severity = /' "$work/other/residential/RES-EXT-6M.lua"
run compare --store "$store" --draft "$work/other"
check "another population is said in the rule's own words" says "PO-9M, Who it is about: "
check "a rule that is off is said to be" says "RES-EXT-6M: the rule does not run any more"
check "and its exceptions are named with that cause" says "rule_changed: the rule does not run any more"

run compare --store "$store" --runs 1,2
check "two runs are compared" code_is 0
check "what time did is time's" says "time_passed: from 2021-08-31 to 2021-09-30 with nothing else changed: due soon -> breach, due 2021-09-08"
check "what happened between is an event" grep -qE "record_changed: .*2021-09-[0-9]+" "$work/stdout"
run compare --store "$store" --runs 2,2
check "a run is the same as itself" says "0 appeared, 0 disappeared"

# A later extract: corrected, entered late.
cp -r "$council" "$work/later"
sed -i '/^T0001,/s/02\/11\/2020/09\/11\/2020/' "$work/later/2020-21/episodes.csv" "$work/later/2021-22/episodes.csv"
run audit --snapshot "$work/later" --as-at 2021-09-30 --store "$store" --out "$work/3"
run compare --store "$store" --runs 2,3 --format csv
check "a corrected day is named with its cell" grep -q "^PO-9M,T0001,.*,corrected,.*2020-11-02 -> 2020-11-09, 202[01]-2[12]/episodes.csv:[0-9]" "$work/stdout"

run audit --snapshot "$top/fixtures/forms/903-csv" --as-at 2022-03-31 --store "$work/teams" --out "$work/4"
run compare --store "$work/teams" --draft "$draft"
check "where the record has teams, totals are by team" says "Exceptions by the team that the child is with."

run compare --store "$store"
check "something to compare with must be named" code_is 2
run compare --store "$store" --runs 1,9
check "a run that is not there is refused" code_is 5
check "with one sentence" one_line_of_complaint
run compare --store "$store" --draft "$work/nowhere"
check "a draft that is not there is refused" code_is 4
finish
