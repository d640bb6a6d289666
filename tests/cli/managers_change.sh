#!/usr/bin/env bash
# A manager changes a threshold: the draft is compared with what is in force before anybody publishes it,
# then published, then undone. What was judged under either stays as it was.
. "$(dirname "$0")/lib.sh"
year="$top/fixtures/year"
store="$work/store.tidemark"
"$top/fixtures/generator/generate" year --out "$work/snapshots"

# Section 20 alone, so that every child named can be counted by hand.
rules="$work/rules"
mkdir "$rules"
cp -r "$top/rules/." "$rules"
rm -rf "$rules/measures" "$rules/trackers"
(cd "$rules" && find . -name '[A-Z]*.lua' ! -name S20-6M.lua -delete)
cp "$year/settings.lua" "$rules/settings.lua"
sed -i '/SGO-EXEMPT-3M/d' "$rules/settings.lua"
export TIDEMARK_RULES="$rules"

audit_month() {
  TIDEMARK_NOW=${1}T18:30:00Z run audit --snapshot "$work/snapshots/$1" --as-at "$1" --store "$store" --out "$work/out/$1"
  check "the audit of $1 is done" code_is 0
}
exceptions() { "$tidemark" exceptions --store "$store" --format csv --rule S20-6M "$@"; }
number_of() { exceptions --all | awk -F, -v c="$1" 'NR > 1 && $3 == c { print $1 }'; }
# happened CHILD DAY EVENT CODE
happened() {
  "$tidemark" history "$(number_of "$1")" --store "$store" --format csv |
    awk -F, -v d="$2" -v e="$3" -v c="$4" 'NR > 1 && $6 == d && $8 == e && $9 == c { n++ } END { exit n != 1 }'
}
everything() { sqlite3 "$store" .dump | sha256sum; }

audit_month 2021-05-31
audit_month 2021-06-30
# On 30 June with six months: Y0015 (due 7 Mar), Y0016 (14 Jun), Y0019 (22 Dec), Y0020 (20 Jan, explained).
check "four stand under six months" test "$(exceptions | grep -c '^[0-9].*S20-6M')" = 4
TIDEMARK_NOW=2021-07-01T10:00:00Z run record exemption "$(number_of Y0016)" --store "$store" --on 2021-07-01 --by PC-1 \
  --role "panel chair" --until 2021-09-30 --code plan_agreed --why "The plan is about to be agreed." \
  --meeting "Panel 1 Jul, minute 2" --evidence "Draft plan"
check "one of them is exempt" code_is 0

# Compared before it is published --------------------------------------------------------------------
draft="$work/draft"
cp -r "$rules" "$draft"
sed -i '/S20-6M/s/months(6)/months(12)/' "$draft/settings.lua"
before=$(everything)
TIDEMARK_NOW=2021-07-02T10:00:00Z run compare --store "$store" --draft "$draft"
check "the draft is compared with what is in force" code_is 0
check "it says which number is another" sh -c "grep -q '6 months' '$work/stdout' && grep -q '12 months' '$work/stdout'"
check "and names the open exemption that is touched" sh -c "grep -i 'open exemption' '$work/stdout' | grep -q '2021-09-30\|30 Sep 2021'"
TIDEMARK_NOW=2021-07-02T10:00:00Z run compare --store "$store" --draft "$draft" --format csv
check "the store is as it was" test "$(everything)" = "$before"
# With twelve months Y0015 (7 Sep), Y0016 (14 Dec) and Y0020 (20 Jul) are not late yet; Y0019 is due 22 Jun
# and stands with another day. Y0018 went home in March, and nobody else is under section 20.
moves() { grep -q "^S20-6M,$1,$2,$3,.*,$4,$5," "$work/stdout"; }
check "Y0015 would be gone" moves Y0015 2020-09-07 disappears 2021-03-07 2021-09-07
check "Y0016 would be gone" moves Y0016 2020-12-14 disappears 2021-06-14 2021-12-14
check "Y0020 would be gone" moves Y0020 2020-07-20 disappears 2021-01-20 2021-07-20
check "Y0019 would be due on another day" moves Y0019 2020-06-22 changes_date 2020-12-22 2021-06-22
check "and nobody else would move" test "$(grep -c '^S20-6M' "$work/stdout")" = 4
check "it is the setting that moves them" test "$(grep -c '^S20-6M.*,setting_changed,' "$work/stdout")" = 4

# Published: the next audit ----------------------------------------------------------------------------
cp "$draft/settings.lua" "$rules/settings.lua"
audit_month 2021-07-31
check "Y0015 is over, because the rule changed" happened Y0015 2021-07-31 resolved rule_changed
check "Y0016 too" happened Y0016 2021-07-31 resolved rule_changed
check "Y0019 has another due day" happened Y0019 2021-07-31 changed ""
# By the end of July Y0020 is late under twelve months as well.
check "and so has Y0020, late under both" happened Y0020 2021-07-31 changed ""

# Undone ------------------------------------------------------------------------------------------------
sed -i '/S20-6M/s/months(12)/months(6)/' "$rules/settings.lua"
audit_month 2021-08-31
check "Y0015 is back" happened Y0015 2021-08-31 reopened ""
check "Y0016 too, with its number" happened Y0016 2021-08-31 reopened ""
check "its exemption does not come back with it" test "$(exceptions --state exempted | wc -l)" = 1
check "Y0019 has its old due day" happened Y0019 2021-08-31 changed ""

run verify --store "$store"
check "all four runs are identical when made again" code_is 0
check "those under twelve months as well" test "$(grep -c identical "$work/stdout")" -ge 4
check "two rule sets are kept, not four" test "$(sqlite3 "$store" 'SELECT count(DISTINCT rule_set) FROM run')" = 2
finish
