#!/usr/bin/env bash
# Whoever works with the child, and their line manager, cannot exempt; where nobody knows who does, it is said aloud.
. "$(dirname "$0")/lib.sh"
store="$work/council.db"
export TIDEMARK_RULES="$work/rules"
cp -r "$top/rules" "$work/rules"
cp -r "$top/fixtures/small-council" "$work/data"
sed -i 's/^  works_with_child = .*/&\n  line_managers = { ["SW112"] = "M. Leader" },/' "$work/rules/delegation.lua"
audit() { # audit DAY
  TIDEMARK_NOW=${1}T18:00:00Z run audit --snapshot "$work/data" --as-at "$1" --store "$store" --out "$work/audit-$1"
}
number_of() { # number_of RULE CHILD
  "$tidemark" exceptions --store "$store" --format csv --rule "$1" --child "$2" | awk -F, 'NR == 2 { print $1 }'
}
exempt() { # exempt DAY NUMBER NAME
  TIDEMARK_NOW=${1}T11:00:00Z run record exemption "$2" --store "$store" --on "$1" --by "$3" --role "panel chair" \
    --code hearing --why "A hearing is listed" --meeting "Panel, minute 2" --until 2021-12-06
}

audit 2021-09-30
home=$(number_of CO-HOME-12M T0010)  # whose worker is SW112
exempt 2021-10-06 "$home" "sw 112"
check "the child's worker cannot exempt" code_is 2
exempt 2021-10-06 "$home" "m leader"
check "nor can their line manager, whom delegation.lua names" code_is 2
check "as it says" complains "is the child's allocated worker or line manager and cannot exempt"
exempt 2021-10-06 "$home" "P. Chair"
check "another can" code_is 0
check "and there is nothing to say aloud" test ! -s "$work/err"
order=$(number_of PO-9M T0001)  # whose worker is SW110
exempt 2021-10-06 "$order" "P. Chair"
check "a worker whose line manager the file leaves out is no reason to refuse" code_is 0
check "but it is said" complains "nobody could check that whoever exempts exception $order does not work with the child: delegation.lua names no line manager of SW110"

# An escalation waits for the one it is to.
TIDEMARK_NOW=2021-10-07T11:00:00Z run record escalation "$home" --store "$store" --by "R. Officer" --role "reviewing officer" --why "Nothing moves"
exempt 2021-10-08 "$home" "P. Chair"
check "an exemption by another than its addressee leaves an escalation open" says "escalated to head of service, exempt until 6 Dec 2021"
check "and the program says so" says "The escalation stays open"
head_page() { # head_page DAY: how many escalations of the rule wait on it
  TIDEMARK_NOW=${1}T12:00:00Z run paper head --date "$1" --store "$store" --formats csv --draft --out "$work/head-$1"
  [ "$code" = 0 ] && grep -rh "Nothing moves" "$work/head-$1" | wc -l
}
check "it waits on the head of service's page" test "$(head_page 2021-10-09)" = 1
TIDEMARK_NOW=2021-10-10T11:00:00Z run record exemption "$home" --store "$store" --on 2021-10-10 --by "H. Service" \
  --role "Head of  Service" --code hearing --why "Seen" --meeting "Supervision" --until 2021-12-06
check "an exemption by its addressee answers it" says "exempted, exempt until 6 Dec 2021"
check "and takes it off that page" test "$(head_page 2021-10-11)" = 0

# Nobody knows the worker: the child has none any more; then the list does not come.
sed -i '/^T0010,/d' "$work/data"/*/sw_episodes.csv
audit 2021-10-31
exempt 2021-11-01 "$home" "SW112"
check "where the record names no worker of the child it is accepted" code_is 0
check "and said aloud" complains "does not work with the child: run 2 names no worker of this child"
TIDEMARK_NOW=2021-11-02T09:30:00Z run panel --store "$store" --date 2021-11-11 --formats xlsx --out "$work/pack"
reference=$(awk -F, -v n="$home" '$3 == n { print $1 }' "$store.keys/pack-1.csv")
edits=()
for edit in "Decision|exempt until" "Exempt until|2021-12-31" "Reason code|hearing" "Reason in words|Moved to December" \
  "Meeting and minute|Panel, minute 3" "Decision maker|P. Chair" "Role|panel chair" "Date decided|2021-11-11"; do
  edits+=("$reference|$edit")
done
python3 "$here/fill_decisions.py" "$work/pack/panel-pack-1.xlsx" "$work/filled.xlsx" "${edits[@]}"
TIDEMARK_NOW=2021-11-12T09:30:00Z run decisions "$work/filled.xlsx" --store "$store" --by a.smith
check "a workbook's exemption is recorded" says "Recorded 1,"
check "and said aloud with its row" complains "(Decision): nobody could check that whoever exempts exception $home"
rm "$work/data"/*/sw_episodes.csv
audit 2021-11-30
exempt 2021-12-01 "$home" "P. Chair"
check "without a list of workers it is said, too" complains "in run 3 no "
check "and the exemption recorded" code_is 0

sed -i 's/"M. Leader"/12/' "$work/rules/delegation.lua"
audit 2021-12-31
check "line managers that cannot be read end an audit" code_is 4
check "with file and line" complains "delegation.lua:18: line_managers: the manager of \"SW112\" must be a name in quotes"
finish
