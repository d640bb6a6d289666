#!/usr/bin/env bash
# A manager changes a number in a rule file and runs again: no compiler, no restart of anything.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
cp -r "$top/rules" "$work/rules"
# 9001: placement order 1 Jun 2017. Seven months and four weeks after it, nine months are not over.
judge() {
  run audit --snapshot "$work/return" --as-at 2018-01-31 --rules "$work/rules" --store "$work/store.db" --out "$1"
}
judge "$work/before"
check "the rule as shipped runs" code_is 0
check "eight months are no breach of nine" lacks "$work/before/findings.csv" '^PO-9M,9001,.*,breach,'

sed -i '/setting/s/months(9)/months(6)/' "$work/rules/adoption/PO-9M.lua"
check "the edit is one word" sh -c "[ \$(diff -r '$top/rules' '$work/rules' | grep -c '^>') = 1 ]"
judge "$work/after"
check "the edited rule runs" code_is 0
check "eight months are a breach of six, due at six months" \
  grep -q '^PO-9M,9001,2017-06-01,breach,2017-06-01,2017-12-01,61,' "$work/after/findings.csv"
check "the run says that it is new" says "1 new"
check "the report prints the new number" grep -q "6 months" "$work/after/report.html"
run describe PO-9M --rules "$work/rules"
check "describe says what now runs" says "6 months"

sed -i '/setting/s/months(6)/months(60)/' "$work/rules/adoption/PO-9M.lua"
run check --rules "$work/rules"
check "a number outside the setting's range does not load" code_is 4
check "and is named with file and line" says "adoption/PO-9M.lua:"
finish
