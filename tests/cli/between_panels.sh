#!/usr/bin/env bash
# What happens from one panel to the next: nothing that nobody was asked of, and no child who drops
# out of the export, is missing from the next pack.
. "$(dirname "$0")/lib.sh"
store="$work/council.db"
on() { export TIDEMARK_NOW=$1T09:30:00Z; }
audit() { run audit --snapshot "$work/council" --as-at "$1" --store "$store" --out "$work/audit"; }
standing() { "$tidemark" exceptions --store "$store" --format csv; }
column() { # column FILE HEADING: its values
  python3 -c 'import csv, sys
for row in csv.DictReader(open(sys.argv[1])): print(row[sys.argv[2]])' "$@"
}

cp -r "$top/fixtures/small-council" "$work/council"
on 2021-10-04
audit 2021-09-30
standing >"$work/before.csv"
run panel --store "$store" --date 2021-10-07 --next 2021-11-11 --formats csv --out "$work/october"
check "the first pack is issued" code_is 0

# T0034 is not in the next export.
find "$work/council" -name '*.csv' -exec sed -i '/T0034/d' {} +
on 2021-11-04
audit 2021-10-31
standing >"$work/after.csv"
run panel --store "$store" --date 2021-11-11 --next 2021-12-09 --formats csv --out "$work/november"
check "and the second" code_is 0
pack="$work/november/panel-pack-2"

cat >"$work/asked.py" <<'PY'
import csv, sys
before, after, key, decisions = sys.argv[1:]
rows = lambda name: {r["number"]: r for r in csv.DictReader(open(name))}
before, after = rows(before), rows(after)
asked = {r["Reference"] for r in csv.DictReader(open(decisions))}
reference = {r["exception"]: r["reference"] for r in csv.DictReader(open(key))}
fell = [n for n in after if n in before and before[n]["verdict"] == "explained"
        and after[n]["verdict"] == "breach" and after[n]["rule"] in ("PO-9M", "CT-26W", "S20-6M")]
for n in fell:
    print("asked" if reference[n] in asked else "not asked", after[n]["rule"], after[n]["child"])
PY
python3 "$work/asked.py" "$work/before.csv" "$work/after.csv" "$store.keys/pack-2.csv" "$pack/decisions.csv" >"$work/fell"
check "a breach whose stated reason fell away is put to the panel" test "$(grep -c '^asked' "$work/fell")" -ge 3
check "each of them" test "$(grep -c '^not asked' "$work/fell")" = 0
check "and the pack says why it stands there" grep -q "The reason stated before no longer holds" "$pack/new-high.csv"

vanished() { sqlite3 "$store" "SELECT count(*) FROM exception WHERE child = 'T0034'"; }
references() { grep ',T0034,' "$store.keys/pack-2.csv" | cut -d, -f1; }
check "the child who dropped out had breaches" test "$(vanished)" -ge 3
check "each has a line in the pack" test "$(column "$pack/parked.csv" Reference | grep -cxFf <(references))" = "$(vanished)"
check "with why" grep -q "The child is not in this snapshot" "$pack/parked.csv"
run paper team --store "$store" --date 2021-11-11 --formats csv --out "$work/team"
check "and in the weekly sheet" test "$(($(cat "$work"/team/*/parked.csv | wc -l) - 1))" = "$(vanished)"
finish
