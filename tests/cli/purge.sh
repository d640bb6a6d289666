#!/usr/bin/env bash
# Retention: what a dry run counts is what goes, no child is left of it, and what counts only stays.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
write_return "$work/later"
sed -i 's/9001/9101/; s/9002/9102/; s/9003/9103/; s/9004/9104/' "$work/later"/*.csv
store=$work/a.db
at() { TIDEMARK_NOW=$1 run "${@:2}"; }
at 2018-04-03T09:30:00Z audit --snapshot "$work/return" --as-at 2018-03-31 --store "$store" --out "$work/out"
at 2022-04-03T09:30:00Z audit --snapshot "$work/later" --as-at 2022-03-31 --store "$store" --out "$work/out"
ask() { sqlite3 "$store" "$1"; }
# The exceptions of the first return are over: the children are not in the second.
counts() { grep -E '^  ' "$work/stdout"; }

run purge --store "$store" --as-on 2018-04-03
check "neither a policy nor months is usage" code_is 2
run purge --store "$work/nowhere" --keep-months 24 --as-on 2018-04-03
check "a store that is not there is 5" code_is 5
check "and none is made" test ! -e "$work/nowhere"
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2062-05-01
check "a day that has not come is usage" code_is 2
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01 --really
check "--really without --by and --why is usage" code_is 2

printf '[retention]\nkeep_month = 24\n' >"$work/policy.toml"
at 2022-05-01T09:30:00Z purge --store "$store" --policy "$work/policy.toml" --as-on 2022-05-01
check "a policy with a mistake is bad input" code_is 3
check "and the mistake is named" complains 'policy.toml:2:1: nobody knows the key "keep_month" in [retention]; did you mean "keep_months"?'
printf '[retention]\nkeep_months = 24\npacks_too = true\n' >"$work/policy.toml"

sha256sum "$store" >"$work/before"
at 2022-05-01T09:30:00Z purge --store "$store" --policy "$work/policy.toml" --as-on 2022-05-01
check "a dry run is done" code_is 0
check "and says so" says "Nothing was changed"
check "and changes nothing" sha256sum --status -c "$work/before"
open_first=$(ask "SELECT count(*) FROM exception WHERE number IN (SELECT exception FROM event WHERE run = 1)")
if [ "$open_first" -gt 0 ]; then
  check "a run that an open exception was last seen in stays, and it is said why" says "Run 1 is old enough and stays: exception 1 is open."
fi
check "nothing of it goes then" says "  findings: 0"

# Without its exceptions nothing holds the first run.
sqlite3 "$store" "DROP TRIGGER event_is_never_taken_out; DELETE FROM event; DELETE FROM exception;
  CREATE TRIGGER event_is_never_taken_out BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'an event is never taken out'); END;"
# Such a store was never sealed: as if an older Tidemark had written it.
triggers=$(ask "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'sealed'")
ask "DROP TRIGGER sealed_is_never_taken_out; DROP TRIGGER sealed_is_never_changed; DELETE FROM sealed;
  UPDATE unsealed SET last = 2 WHERE what = 'run'; $triggers"
rm "$store.access"
findings=$(ask "SELECT count(*) FROM finding WHERE run = 1")
at 2022-05-01T09:30:00Z purge --store "$store" --policy "$work/policy.toml" --as-on 2022-05-01
counts >"$work/planned"
check "a run that nothing holds would go" says "  findings: $findings"
at 2022-05-01T09:30:00Z purge --store "$store" --policy "$work/policy.toml" --as-on 2022-05-01 --really --by "A. Jones" --why "yearly purge"
check "a purge is done" code_is 0
counts >"$work/done"
check "and takes exactly what the dry run counted" same_file "$work/planned" "$work/done"
check "the findings are gone" test "$(ask 'SELECT count(*) FROM finding WHERE run = 1')" = 0
check "the others are there" test "$(ask 'SELECT count(*) FROM finding WHERE run = 2')" -gt 0
check "the runs stay, and their totals" test "$(ask 'SELECT count(DISTINCT run) FROM run_total')" = 2
check "the purge is recorded with who decided it" test "$(ask 'SELECT made_by FROM purge')" = "A. Jones"
check "no file of the old snapshot is left" test "$(ask "SELECT count(*) FROM file JOIN run ON run.snapshot = file.file_set WHERE run.number = 1")" = 0
check "the access log has it" grep -q "purged.*yearly purge" "$store.access"
run access-log --store "$store" --check
check "and follows from line to line" code_is 0
run verify --store "$store"
check "the store verifies" code_is 0
check "and says which runs were written before there were seals over them" says "not sealed (written before the store had seals over them): runs 1 to 2"
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01 --really --by "A. Jones" --why again
check "a second purge finds nothing" says "  runs whose rows go: 0"
at 2022-05-03T09:30:00Z audit --snapshot "$work/later" --as-at 2019-03-31 --store "$store" --out "$work/out"
check "a run for an older day is not compared with a purged one" sh -c "[ $code = 0 ] && ! grep -q 'since run 1' '$work/stdout'"
# The key of an old pack goes with the rows.
TIDEMARK_NOW=2022-04-04T09:30:00Z run panel --date 2018-04-12 --store "$store" --run 2 --out "$work/pack" --formats csv
check "a pack of an old meeting has a key" test -s "$store.keys/pack-1.csv"
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01
check "the dry run counts it" says "keys of packs for meetings before: 1"
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01 --really --by A --why b
check "and it goes" test ! -e "$store.keys/pack-1.csv"
# An identified pack holds the children's ids; its files go, not its number.
TIDEMARK_NOW=2022-04-04T09:30:00Z run panel --date 2018-04-12 --store "$store" --run 2 --identified --out "$work/pack2" --formats csv
check "an identified pack is issued" code_is 0
run packs --store "$store" --number 2 --out "$work/pack2-again"
check "and names a child" grep -rqE '910[1-4]' "$work/pack2-again"
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01
counts >"$work/planned"
check "the dry run counts it" says "identified packs for meetings before, whose files go: 1"
check "and takes nothing" test "$(ask 'SELECT count(*) FROM pack_file WHERE pack = 2')" -gt 0
at 2022-05-01T09:30:00Z purge --store "$store" --keep-months 24 --as-on 2022-05-01 --really --by A --why b
counts >"$work/done"
check "what goes is what was counted" same_file "$work/planned" "$work/done"
run packs --store "$store" --number 2 --out "$work/pack2-purged"
check "its files are not given out any more" code_is 5
check "and it is said why" complains "the files of pack 2 were purged on 2022-05-01"
check "nothing is written" test ! -e "$work/pack2-purged"
run packs --store "$store"
check "packs lists it and says so" says "its files were purged on 2022-05-01"
run packs --store "$store" --number 1
check "the pack of references is there still" code_is 0
run verify --store "$store"
check "the store verifies" code_is 0
check "and says what was purged" says "pack 2: its files were purged on 2022-05-01"
finish
