#!/usr/bin/env bash
# Eight rules, computed a second time from the CSV files by tests/rules/independent.py, which knows
# nothing of the engine. The councils as they stand, and copies with the lists that they came without.
. "$(dirname "$0")/lib.sh"
export PYTHONDONTWRITEBYTECODE=1

# compared NAME FOLDER DAY: audits the folder, compares, and counts the answers in $work/answers.
compared() {
  run audit --snapshot "$2" --as-at "$3" --store :memory: --out "$work/$1"
  [ "$code" = 0 ] || return 1
  python3 "$top/tests/rules/independent.py" "$2" "$3" "$work/$1/findings.csv" >"$work/compared" 2>"$work/err"
  local same=$?
  grep ' answers ' "$work/compared" >>"$work/answers"
  grep -v ' answers ' "$work/compared" | head -20 | sed 's/^/# /'
  return $same
}
with_lists() {
  cp -r "$top/fixtures/$1" "$work/copy-$1"
  python3 "$top/tests/rules/invented_lists.py" "$work/copy-$1" "$2" 2>"$work/err" &&
    compared "with-$1" "$work/copy-$1" "$2"
}
while read -r name day; do
  check "$name: the same answers without the engine" compared "$name" "$top/fixtures/$name" "$day"
  check "$name with the lists that it lacks: the same" with_lists "$name" "$day"
done <<'COUNCILS'
small-council 2021-09-30
durham 2018-03-31
telford 2013-09-30
COUNCILS

# Days on which a child reaches six months under section 20, and twelve at home on a care order.
for day in 2021-07-25 2021-08-10; do
  check "small-council on $day: the same" compared "day-$day" "$top/fixtures/small-council" "$day"
done

# Each rule was really compared: at least so many answers over all of them.
answered() {
  awk -v rule="$1" -v least="$2" '$1 == rule { n += $3 } END { exit n < least }' "$work/answers"
}
for rule in REV-1-20WD CP-10WD IHA-20WD S20-6M CO-HOME-12M CT-26W DISCH-26W VIS-STAT; do
  check "$rule has fifty answers and more" answered "$rule" 50
done
finish
