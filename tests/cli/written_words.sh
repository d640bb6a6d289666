#!/usr/bin/env bash
# What people write about a breach, as word processors and people spell it, in papers that are not
# identified: in no format an id, a name that did something, or a day.
. "$(dirname "$0")/lib.sh"
export TIDEMARK_NOW=2021-10-12T09:30:00Z
store="$work/council.db"
run audit --snapshot "$top/fixtures/small-council" --as-at 2021-09-30 --store "$store" --out "$work/audit"
number_of() { sqlite3 "$store" "SELECT number FROM exception WHERE rule = '$1' ORDER BY number LIMIT 1 OFFSET $2"; }
child_of() { sqlite3 "$store" "SELECT child FROM exception WHERE number = $(number_of "$1" "$2")"; }
first=$(number_of PO-9M 0) second=$(number_of PO-9M 1) third=$(number_of PO-9M 2)
a=$(child_of PO-9M 3) b=$(child_of PO-9M 4)
small=$(tr 'A-Z' 'a-z' <<<"$a")
wide=$(sed 's/0/０/g; s/T/Ｔ/' <<<"$a") split=$(sed 's/0/0​/' <<<"$b") # U+FF10, U+200B
by=(--store "$store" --by "Jane Åström" --on 2021-10-01)
words="$a’s brother $b–placed; “$b” born “12 March 2019”; •$a·$small, $wide, $split, ${b}and"
words+=" 4–6 may, born 4 march, March the 4th, 2021; 4th day of March 2021, the 4th of this March,"
words+=" 04 03 2021, on 21.3. and Thursday 4/3; jane åström, JANE ÅSTRÖM; Åström, Jane; SW101’s"
record() { run record "$@" "${by[@]}"; }
record explanation "$first" --role "social worker for $a’s born 12/03/2019" --why "$words"
check "an explanation is recorded" code_is 0
record action "$first" --role "IRO for “$b”" --to "Jane Åström" --until 2021-10-05 --why "$words"
check "an action is" code_is 0
record exemption "$second" --role "panel chair" --code "hearing $b’s 12 March 2019" --why "$words" --until 2021-12-01 --meeting "Panel"
check "an exemption is" code_is 0
record escalation "$third" --role "clerk of $a" --to "$b’s worker SW101" --why "$words"
check "an escalation is" code_is 0
record record-wrong "$third" --role "clerk of $a" --why "$words"
check "and that the record is wrong" code_is 0

# What would be read in any of the files, without the characters that nobody sees.
left_in() { # FOLDER PATTERN...
  words_in "$1" | tr 'A-Z' 'a-z' | sed 's/​//g; s/­//g' >"$work/words"
  shift
  [ -s "$work/words" ] || return 0
  for pattern in "$@"; do grep -E -m 1 -- "$pattern" "$work/words" && return 0; done
  return 1
}
days='12 mar|12/0?3/|4 mar|4.6 may|the 4th|4th day|04 03 20|on 21\.3|thursday' # no reference looks like these
for kind in panel "paper exemptions" "paper team" "paper head" "paper quality"; do
  out="$work/$(tr ' ' '-' <<<"$kind")"
  # shellcheck disable=SC2086
  run $kind --store "$store" --date 2021-10-14 --formats html,pdf,xlsx,docx,csv,json --out "$out"
  check "$kind is issued" code_is 0
  check "$kind: no child's id" test -z "$(left_in "$out" "$(tr 'A-Z' 'a-z' <<<"$a|$b|$wide")|t０")"
  check "$kind: no name of who did it, no worker" test -z "$(left_in "$out" 'jane|ström|str&#|sw101')"
  check "$kind: no day" test -z "$(left_in "$out" "$days")"
done
check "what is left of the words is printed" test -n "$(left_in "$work/panel" "’s brother .withheld.–placed")"
run panel --store "$store" --date 2021-10-14 --identified --formats html,pdf,xlsx,docx,csv,json --out "$work/named"
check "an identified pack has all of it, so the words would be found" test -n "$(left_in "$work/named" "$wide.*jane.*thursday 4/3")"
for form in pdf xlsx docx; do
  mkdir -p "$work/one-$form"
  cp "$work"/named/*."$form" "$work/one-$form"
  check "in its $form too" test -n "$(left_in "$work/one-$form" "jane")"
done
finish
