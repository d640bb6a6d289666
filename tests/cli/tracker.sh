#!/usr/bin/env bash
# The saved lists: who is on them, who may be, and what is never printed.
. "$(dirname "$0")/lib.sh"
council="$work/council"
cp -r "$top/fixtures/small-council" "$council"
cat >"$council/lists/x_tracker.csv" <<'CSV'
CHILD,PANEL,SEEN,NEXT,NOTE
T0016,Permanence Panel,2021-06-10,2021-08-12,first note
T0016,Permanence Panel,2021-08-12,2021-10-14,second note
T0018,PMG,2021-09-09,,=cmd|' /C calc'!A0
CSV
cat >"$council/lists/x_sgo.csv" <<'CSV'
CHILD,CASE_ID,REFERRAL,STAGE1,ASSESSMENT_START,ASSESSMENT_END,PANEL_DATE,COURT_DATE,ORDER_MADE,WITHDRAWN,LOOKED_AFTER
T0016,SG-1,2021-05-04,2021-06-01,2021-06-10,,,,,,Y
T0016,SG-2,2021-08-04,,,,,,,,Y
T0018,SG-3,2020-05-04,2020-06-01,2020-06-10,2020-08-01,2020-08-20,2020-10-01,2020-10-01,,Y
CSV
list() {
  local name=$1
  shift
  run tracker "$name" --snapshot "$council" --as-at 2021-09-30 "$@"
}

run tracker --list
check "the trackers are listed" code_is 0
seven() {
  [ "$(cut -d' ' -f1 "$work/stdout" | tr '\n' ' ')" = \
    "adoption legal legal-gateway permanence placement-with-parents residential sgo " ]
}
check "they are the seven of the reports" seven
check "and all load" test ! -s "$work/err"

list permanence
check "a list is written" code_is 0
cp "$work/stdout" "$work/permanence.csv"
no_others() { [ -z "$(cut -d, -f3 "$work/permanence.csv" | sort -u | grep -vx -e listed -e yes -e cannot_decide)" ]; }
check "everybody on it is listed or cannot be decided" no_others
check "whoever cannot be decided is there, with the reason" \
  grep -q '^T0009,,cannot_decide,.*legal status' "$work/permanence.csv"
check "the last note of the panel is shown, not the first" grep -q '^T0016,.*,2021-08-12,second note,2021-10-14$' "$work/permanence.csv"
check "a note that a spreadsheet would run is text" grep -q "^T0018,.*,'=cmd" "$work/permanence.csv"
once_each() { [ -z "$(cut -d, -f1 "$work/permanence.csv" | sort | uniq -d)" ]; }
check "no child stands there twice" once_each
breach_first() { sed -n 2p "$work/permanence.csv" | grep -q ',breach,'; }
check "the worst stand first" breach_first

for file in "$council"/*/*.csv; do
  { head -n 1 "$file"; tail -n +2 "$file" | tac; } >"$work/turned" && cp "$work/turned" "$file"
done
list permanence --out "$work/again.csv"
check "the order of rows in the files changes nothing" same_file "$work/permanence.csv" "$work/again.csv"

list sgo
two_cases() { [ "$(grep -c '^T0016,SG-[12],yes,' "$work/stdout")" = 2 ]; }
check "a child with two cases has two lines" two_cases
check "each with what the rule says of that case" grep -q '^T0016,SG-2,yes,.*,breach,2021-09-02,28,,' "$work/stdout"
check "a case that ended is on no list" sh -c "! grep -q SG-3 '$work/stdout'"

list legal-gateway --format html --out "$work/gateway.html"
check "without the list nobody is off the tracker" grep -q "no pre-proceedings list was supplied" "$work/gateway.html"
list permanence --format html --out "$work/page.html"
page=$work/page.html
check "the page fetches and runs nothing" lacks "$page" 'src=|<link|@import|<script|https?:'
check "headings have their scope" grep -q '<th scope="col">Child</th>' "$page"
check "what did not come is said" grep -q "no family finding list was supplied" "$page"
if command -v xmllint >/dev/null; then
  well_formed() { sed -n '/<body/,/<\/body>/p' "$page" | xmllint --noout - 2>"$work/err"; }
  check "its body is well formed" well_formed
fi

run tracker permanance --snapshot "$council" --as-at 2021-09-30
check "an unknown name is a mistake of usage" code_is 2
check "and the names are said" complains "adoption, legal, legal-gateway, permanence"
cp -r "$top/rules" "$work/rules"
sed -i 's/"PLO-16W"/"PL0-16W"/' "$work/rules/trackers/legal-gateway.lua"
list legal-gateway --rules "$work/rules"
check "a rule that does not exist is an error of the tracker" code_is 4
check "with file, line and the nearest name" complains "did you mean \`PLO-16W\`"
run check --rules "$work/rules"
check "which check says too" says "trackers/legal-gateway.lua:"
check "and ends with" code_is 4
sed -i 's/  severity = /  maturity = "draft",\n  severity = /' "$work/rules/residential/RES-EXT-6M.lua"
list residential --rules "$work/rules"
check "a rule that does not run is said not to" grep -q ',not_run,' "$work/stdout"
finish
