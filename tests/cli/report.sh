#!/usr/bin/env bash
# The report of a real run: well formed, self-contained, in its order.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
sed -i 's/^9002,/<b>9002,/' "$work/return/"*.csv
audit "$work/out" --panel-date 2018-04-26
report=$work/out/report.html
check "the audit is done" code_is 0
in_order() {
  local found
  found=$(grep -o '<h2 id="[a-z]*"' "$report" | cut -d'"' -f2 | tr '\n' ' ')
  [ "$found" = "read worst breaches explained coming undecided late errors definitions " ]
}
check "its sections stand in the order of the panel's agenda" in_order
check "it fetches nothing" lacks "$report" 'src=|<link|@import|<script|https?:'
check "a child's id is text, whatever is in it" lacks "$report" '<b>9002'
check "it never says that a child is compliant" lacks "$report" compliant
check "local standards are called that" grep -q "Local standard" "$report"
check "statutory limits are called that" grep -q "Statutory limit" "$report"
check "the file that each finding rests on is named" grep -q "Evidence: .*episodes.csv:" "$report"
check "the columns left at the door are listed" grep -q "HOME_POST" "$report"
if command -v xmllint >/dev/null; then
  well_formed() { [ -s "$report" ] && sed -n '/<body>/,/<\/body>/p' "$report" | xmllint --noout - 2>"$work/err"; }
  check "its body is well formed" well_formed
fi
finish
