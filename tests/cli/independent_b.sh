#!/usr/bin/env bash
# A second opinion: eleven rules worked out from the CSV files by a script that knows neither the engine
# nor the Lua (tests/rules/independent_adoption.py), held against what an audit says of the fixtures.
. "$(dirname "$0")/lib.sh"
second_opinion() { python3 -B "$top/tests/rules/independent_adoption.py" "$@" >"$work/second" 2>"$work/err"; }
agrees() { second_opinion "$@" || { grep '^only' "$work/second" | head -20 | sed 's/^/# /'; return 1; }; }
disagrees() { ! second_opinion "$@" && grep -q '^only the second opinion: PO-9M' "$work/second"; }
# counted RULE VERDICT AT-LEAST: on so many children both say it; an empty comparison proves nothing.
counted() {
  local found
  found=$(sed -n "s/^both: $1: .*$2 \([0-9]*\).*/\1/p" "$work/second")
  [ "${found:-0}" -ge "$3" ] || { echo "# $1: $found with $2"; return 1; }
}

while read -r name folder as_at; do
  run audit --snapshot "$top/fixtures/$folder" --as-at "$as_at" --store :memory: --out "$work/$name"
  check "$name is audited" code_is 0
  check "$name: the second opinion agrees" agrees "$top/fixtures/$folder" "$as_at" "$work/$name/findings.csv"
  case $name in
    telford) check "Telford: the three reasons of PO-9M" counted PO-9M explained 13 ;;
    durham) check "Durham: long-term fostering, not matched" counted LTF-MATCH-6M breach 100 ;;
    derby) check "Derby: referrals without stage 1" counted SGO-STAGE1 breach 10 ;;
    small-council) check "the small council: decisions without an order" counted BID-PO-6M breach 1 ;;
  esac
done <<'SETS'
small-council small-council 2021-09-30
derby derby/2021-12-01 2021-09-30
telford telford 2013-09-30
durham durham 2018-02-23
SETS

# It can fail: one breach of the engine's taken away.
grep -v '^PO-9M,T0001,' "$work/telford/findings.csv" >"$work/without.csv"
check "a finding taken away is noticed" disagrees "$top/fixtures/telford" 2013-09-30 "$work/without.csv"
finish
