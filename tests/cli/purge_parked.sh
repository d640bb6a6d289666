#!/usr/bin/env bash
# An exception that nobody can judge for longer than the policy keeps: the council's old snapshot
# goes, the exception stays listed, and comes back or is resolved without what it rested on.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
write_return "$work/later"
sed -i 's/9001/9101/; s/9002/9102/; s/9003/9103/; s/9004/9104/' "$work/later"/*.csv
store=$work/a.db
at() { TIDEMARK_NOW=$1 run "${@:2}"; }
ask() { sqlite3 "$store" "$1"; }
at 2018-04-03T09:30:00Z audit --snapshot "$work/return" --as-at 2018-03-31 --store "$store" --out "$work/out"
at 2022-04-03T09:30:00Z audit --snapshot "$work/later" --as-at 2022-03-31 --store "$store" --out "$work/out"
run exceptions --store "$store" --state parked --format csv
parked=$(grep -c ',child_not_there,' "$work/stdout")
check "the exceptions of the first return are parked" test "$parked" -gt 0
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01
check "parked lately they hold the run in which they stood" says "Run 1 is old enough and stays: exception 1 is open."
check "and nothing of them goes" says "stay without their evidence: 0"
at 2024-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2024-05-01
check "parked since before they hold it no longer, says the dry run" says "stay without their evidence: $parked"
at 2024-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2024-05-01 --really --by A --why b
check "the purge is done" code_is 0
check "the rows of the run are gone" test "$(ask 'SELECT count(*) FROM finding WHERE run = 1')" = 0
check "and its snapshot" test "$(ask 'SELECT count(*) FROM file JOIN run ON run.snapshot = file.file_set WHERE run.number = 1')" = 0
run exceptions --store "$store" --state parked --format csv
check "the exceptions stay listed with what became of their evidence" test "$(grep -c ',purged on 2024-05-01 with run 1$' "$work/stdout")" = "$parked"
run history 1 --store "$store"
check "so does the history" says "Exception 1 stands; what it rested on was purged on 2024-05-01 with run 1."
run verify --store "$store"
check "the store verifies" code_is 0

# Two of the children come back, one of them looked after no more; the two of later are not there.
mkdir "$work/back"
cp "$work/return"/*.csv "$work/back"
sed -i '/^9002\|^9003/d' "$work/back"/*.csv
sed -i 's/^9001,01\/06\/2017,L,E1,N1,U6,PR1,,,,/9001,01\/06\/2017,L,E1,N1,U6,PR1,30\/06\/2022,E11,,/' "$work/back/episodes.csv"
at 2024-06-03T09:30:00Z audit --snapshot "$work/back" --as-at 2024-05-31 --store "$store" --out "$work/out"
check "an audit in which they come back is made" code_is 0
back=$(ask "SELECT count(*) FROM event v JOIN exception e ON e.number = v.exception WHERE e.child = '9001'
  AND v.run = 3 AND v.kind IN ('returned', 'resolved')")
check "the child's exceptions return or are resolved" test "$back" -gt 0
check "none of that child's is parked still for want of the child" test "$(ask "SELECT count(*) FROM event v JOIN exception e
  ON e.number = v.exception WHERE e.child = '9001' AND v.run = 3 AND v.code = 'child_not_there'")" = 0
at 2024-07-03T09:30:00Z audit --snapshot "$work/return" --as-at 2024-06-30 --store "$store" --out "$work/out"
check "and one in which all do" code_is 0
check "returned ones stand again" test "$(ask "SELECT count(*) FROM event WHERE run = 4 AND kind = 'returned'")" -gt 0
run exceptions --store "$store" --format csv
check "those have their evidence again" test "$(grep -c 'purged on' "$work/stdout")" -lt "$parked"
run verify --store "$store"
check "the store verifies still" code_is 0
finish
