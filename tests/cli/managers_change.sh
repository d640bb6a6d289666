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
exceptions() { "$tidemark" exceptions --store "$store" --format csv --rule S20-6M; }
number_of() { "$tidemark" exceptions --all --store "$store" --format csv --rule S20-6M | awk -F, -v c="$1" 'NR > 1 && $3 == c { print $1 }'; }
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
check "the store is as it was" test "$(everything)" = "$before"
# With twelve months Y0015 (7 Sep) and Y0016 (14 Dec) are not late; Y0019 is due 22 Jun and stands with
# another day; Y0020 is due 20 Jul and is not late yet.
compared() { grep -E "$1" "$work/stdout" | grep -q "$2"; }
check "Y0015 would be gone" compared Y0015 .
check "Y0016 would be gone" compared Y0016 .
check "Y0020 would be gone" compared Y0020 .
check "Y0019 would be due on another day" compared Y0019 .
check "the open exemption is named" sh -c "grep -i exempt '$work/stdout' | grep -q ."
check "Y0018, who went home in March, is not named" lacks "$work/stdout" Y0018

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
check "its exemption does not come back with it" sh -c "exit \$('$tidemark' exceptions --store '$store' --format csv --rule S20-6M --state exempted | grep -c '^[0-9]')"
check "Y0019 has its old due day" happened Y0019 2021-08-31 changed ""

run verify --store "$store"
check "all four runs are identical when made again" code_is 0
check "those under twelve months as well" test "$(grep -c identical "$work/stdout")" -ge 4
check "two rule sets are kept, not four" test "$(sqlite3 "$store" 'SELECT count(DISTINCT rule_set) FROM run')" = 2
finish
