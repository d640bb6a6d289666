#!/usr/bin/env bash
# What an audit of the small council finds, row for row, against the list that was read against
# fixtures/small-council/README.md. After a change that is meant:
#   ACCEPT=1 tests/cli/small_council.sh PROGRAM SOURCE
# writes the list anew; read what changed before it is committed.
. "$(dirname "$0")/lib.sh"

council=$top/fixtures/small-council
expected=$top/fixtures/small-council-expected.csv
run audit --snapshot "$council" --as-at "$(cat "$council/AS-AT")" --store :memory: \
  --rules "$top/rules" --out "$work/out"
check "the audit is done" code_is 0
[ -z "${ACCEPT:-}" ] || cp "$work/out/findings.csv" "$expected"
check "every finding is as expected, and there is no other" same_file "$expected" \
  "$work/out/findings.csv"
finish
