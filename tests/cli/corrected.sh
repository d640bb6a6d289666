#!/usr/bin/env bash
# A date that is corrected by two days ends one exception and begins another; the panel does not lose the thread.
. "$(dirname "$0")/lib.sh"
store="$work/council.db"
cp -r "$top/fixtures/small-council" "$work/data"
audit() { # audit DAY
  TIDEMARK_NOW=${1}T18:00:00Z run audit --snapshot "$work/data" --as-at "$1" --store "$store" --out "$work/audit-$1"
}
record() { # record DAY DEED OPTION...; recorded two days later
  local day=$1 deed=$2
  shift 2
  TIDEMARK_NOW=$(date -d "$day + 2 days" +%F)T11:00:00Z run record "$deed" "$old" --store "$store" --on "$day" "$@"
  check "$deed is recorded" code_is 0
}
# number_of OCCASION: of CO-HOME-12M for child T0010.
number_of() {
  "$tidemark" exceptions --store "$store" --format csv --rule CO-HOME-12M --child T0010 --all |
    awk -F, -v o="$1" 'NR > 1 && $4 == o { print $1 }'
}

audit 2021-09-30
old=$(number_of 2020-08-10)
check "a child at home on a care order since 10 August has an exception" test -n "$old"
record 2021-10-04 explanation --by "A. Worker" --role "social worker" --why "Discharge is being prepared"
record 2021-10-05 action --by "P. Chair" --role "panel chair" --why "Lodge the application" --to "A. Worker" --until 2021-10-20
record 2021-10-06 exemption --by "P. Chair" --role "panel chair" --code hearing --why "A hearing is listed" \
  --meeting "Panel 6 October, minute 2" --until 2021-12-06

# A panel of 7 October could not know of an exemption that was recorded on the 8th.
state() { # state OPTION...
  "$tidemark" exceptions --store "$store" --rule CO-HOME-12M --child T0010 --format csv "$@" | awk -F, 'NR > 1 { print $5 }'
}
check "by the day of the deed it was exempt on 7 October" test "$(state --as-on 2021-10-07)" = exempted
check "by what was recorded it was explained" test "$(state --known-on 2021-10-07)" = explained
check "with both, what was done by the 7th and known by the 8th" \
  test "$(state --as-on 2021-10-07 --known-on 2021-10-08)" = exempted
run history "$old" --store "$store" --known-on 2021-10-07 --format csv
check "its history as known on the 7th ends with the action" \
  test "$(tail -n +2 "$work/stdout" | cut -d, -f8 | tr '\n' ' ')" = "raised explained action_set "
run history "$old" --store "$store" --as-on 2021-10-04 --format csv
check "and as on the 4th with the explanation" test "$(tail -1 "$work/stdout" | cut -d, -f8)" = explained
run history "$old" --store "$store" --known-on 2021-02-30
check "a day that is none is refused" code_is 2

# correct FROM TO: the day on which T0010 went home, in both returns.
correct() { sed -i "/^T0010,/s,$1,$2,g" "$work"/data/*/episodes.csv; }
correct 10/08/2020 12/08/2020
audit 2021-10-31
check "the audit after the correction is done" code_is 0
new=$(number_of 2020-08-12)
check "the corrected clock start is an exception of its own" test -n "$new" -a "$new" != "$old"
run history "$old" --store "$store" --format csv
check "the old one ended as corrected" says "resolved,data_corrected"
check "and names the new one" says "is now exception $new: its clock start 2020-08-10 is now 2020-08-12"
run history "$new" --store "$store" --format csv
check "the new one says which it was" says "was exception $old, whose clock start 2020-08-10 is now 2020-08-12"
check "and how that was explained" \
  says "explained before the correction: Discharge is being prepared (A. Worker, social worker, 2021-10-04, exception $old)"
run exceptions --store "$store" --rule CO-HOME-12M --child T0010 --format csv
check "so does the list of what is open" says ",$old,\"explained before the correction: Discharge is being prepared (A. Worker"
check "in which only the new one stands" test "$(wc -l <"$work/stdout")" = 2
check "as raised: the exemption did not come along" says "2020-08-12,raised,"

# What the panel asked for is still asked for.
audit 2021-11-30
check "the action of the old one is found overdue" grep -q "ACT-OVERDUE,T0010" "$work/audit-2021-11-30/findings.csv"
TIDEMARK_NOW=2021-12-01T09:30:00Z run panel --store "$store" --date 2021-12-09 --formats csv --out "$work/pack"
check "a pack is issued" code_is 0
pack="$work/pack/panel-pack-1"
check "it has the action, overdue" grep -q "Lodge the application.*Overdue" "$pack/actions-table.csv"
line() { cat "$pack"/*.csv | grep "On the list before the record was corrected"; }
check "the new breach says that it is known" test -n "$(line)"
check "and how it was explained" \
  grep -q "Explained before the correction by social worker: Discharge is being prepared" <<<"$(line)"
check "without the number of an exception" test -z "$(grep -l "exception $old" "$pack"/*.csv)"
run verify --store "$store"
check "the store verifies" code_is 0

# The same again moves nothing; the date put back leads back.
correct 12/08/2020 10/08/2020
audit 2021-12-31
run history "$old" --store "$store" --format csv
check "put back, the old one is reopened and says what it was meanwhile" \
  says "was exception $new, whose clock start 2020-08-12 is now 2020-08-10"
check "with the explanation that it had itself" test "$(grep -c "^$old,.*reopened.*explained before the correction: Discharge" "$work/stdout")" = 1
finish
