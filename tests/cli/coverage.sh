#!/usr/bin/env bash
# What check says of the outcomes that each rule was seen to come to.
. "$(dirname "$0")/lib.sh"
run check --fail-on coverage
check "every outcome of every shipped rule was seen" code_is 0

# Of one rule, so that what is counted here does not hang on the others.
mkdir -p "$work/rules/adoption"
cp -r "$top/rules/model.lua" "$top/rules/lib" "$top/rules/sources" "$top/rules/calendars" "$work/rules"
cp "$top/rules/adoption/PO-9M.lua" "$work/rules/adoption"
run check --rules "$work/rules" --fail-on coverage
check "every outcome of the rule was seen" code_is 0
last_line() { tail -n 1 "$work/stdout" | grep -qE "$1"; }
check "check ends with one line on it" last_line '^coverage: ([0-9]+) of \1 cells$'

# The only example of an adoption hearing goes, and with it the sight of that exception.
sed -i '/{ "the hearing is today"/,/expect = "explained" },/d' "$work/rules/adoption/PO-9M.lua"
run check --rules "$work/rules"
check "a gap alone does not fail" code_is 0
check "but is counted" last_line '; 1 live rule has gaps$'
run check --rules "$work/rules" --fail-on coverage
check "unless asked to" code_is 1
check "and is named with file and exception" \
  grep -q '^adoption/PO-9M.lua:[0-9]*: PO-9M was not seen: explained by "adoption hearing on {hearing}"$' "$work/stdout"
run check --rules "$work/rules" --coverage
check "the table shows two of three" grep -qE '^PO-9M +yes +yes +yes +2 of 3 ' "$work/stdout"
run check --rules "$work/rules" --format csv
check "the CSV has the columns of the handbook" \
  sh -c "head -n 1 '$work/stdout' | grep -qx 'rule,in_force_from,maturity,outcome,reason,seen,seen_in'"
check "and the cell that was not seen" \
  grep -qx 'PO-9M,,live,explained,adoption hearing on {hearing},no,' "$work/stdout"
finish
