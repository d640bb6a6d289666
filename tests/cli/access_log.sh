#!/usr/bin/env bash
# The access log of a store: what it says, that reading it is logged, and that an altered line is named.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
store=$work/a.tidemark
run audit --snapshot "$work/return" --as-at 2018-03-31 --store "$store" --out "$work/out"

run access-log --store "$work/nowhere"
check "a store that is not there has no access log" code_is 5
check "and none is made" test ! -e "$work/nowhere.access"

run access-log --store "$store"
check "the access log of a new store can be read" code_is 0
run access-log --store "$store" --format csv
check "and reading it is itself logged" grep -q "^3,[-0-9]*T[0-9:]*Z,$(id -un),viewed,access log,read$" "$work/stdout"
check "by the machine's clock, whatever the caller says" lacks "$work/stdout" "$TIDEMARK_NOW"
check "and so is the report that the audit wrote" grep -q "^1,.*,exported,run 1,report$" "$work/stdout"
check "and the seal of the store that the run left" grep -q "^2,.*,sealed,seal 1,[0-9a-f]\{64\}$" "$work/stdout"
check "its file is its owner's alone" test "$(stat -c %a "$store.access")" = 600
run access-log --store "$store" --format csv --person somebody-else
check "only what a person did" test "$(wc -l <"$work/stdout")" = 1
run access-log --store "$store" --format csv --about "access log" --from 2018-04-04 --to $(date -u +%F)
check "only what is about something, and of some days" test "$(wc -l <"$work/stdout")" -gt 2
run access-log --store "$store" --format csv --to 2018-04-04
check "nothing of other days" test "$(wc -l <"$work/stdout")" = 1
run access-log --store "$store" --from 4/4/2018
check "a day that is none is usage" code_is 2

run panel --store "$store" --date 2018-04-10 --by I.Nnocent --formats csv --out "$work/pack"
run access-log --store "$store" --format csv --person "$(id -un)"
check "who says to be somebody else is logged by the login name" grep -q ",$(id -un),exported,.*; for I.Nnocent" "$work/stdout"

mkdir "$work/b.tidemark.access"
run audit --snapshot "$work/return" --as-at 2018-03-31 --store "$work/b.tidemark" --out "$work/unlogged"
check "an audit that cannot be logged is not done" code_is 5
check "nor recorded" test "$(sqlite3 "$work/b.tidemark" "SELECT count(*) FROM run")" = 0
check "nor written" test ! -e "$work/unlogged/report.html" -a ! -e "$work/unlogged/findings.csv"

run access-log --store "$store" --check
check "an untouched log follows from line to line" says "each follows from the one before"
check "and ends with 0" code_is 0
printf 'half a li' >>"$store.access"
run access-log --store "$store" --check
check "a line cut off by a crash is named" says "was cut off by a crash"
check "and is no fault" code_is 0
run access-log --store "$store" --check
check "and is kept, and named again" says "was cut off by a crash"
sed -i '3s/viewed/printed/' "$store.access"
run access-log --store "$store" --check
check "an altered line is named" says "Line 3 does not follow"
check "and ends with 5" code_is 5
run access-log --store "$store"
check "also when it is only read" complains "line 3 of the access log does not follow"
finish
