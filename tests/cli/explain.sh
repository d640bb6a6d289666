#!/usr/bin/env bash
# Why, and why not, cell by cell.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
ask() { run explain --snapshot "$work/return" --as-at 2018-03-31 "$@"; }

ask --child 9001 --rule PO-9M
check "a breach is explained" code_is 0
check "with its verdict" says "breach"
check "with the cell and the line that it rests on" says "episodes.csv:3 DECOM"
check "with the value of the code" says 'LS "E1"'
ask --child 9002 --rule PO-9M
check "a child with no finding is explained too" says "not_applicable"
check "with the cell that says why not" says 'episodes.csv:4 LS "V2"'
ask --child 9001
check "without a rule every rule is listed" sh -c "[ \$(grep -cE '^[A-Z0-9-]+  ' '$work/stdout') -ge 10 ]"
ask --child 90011
check "a child who is not there ends with 3" code_is 3
check "and says how many ids are near" complains '1 id differs from that by one letter: 9001'
ask --child 9001 --rule NOPE
check "a rule that is not there ends with 2" code_is 2
run describe PO-9M
check "describe says the rule in English" says "9 months"
run describe
check "describe without a rule lists them" says "PO-9M"
run tables --snapshot "$work/return"
check "tables says what each file was read as" says "episodes.csv: episodes"
check "and which columns were left at the door" says "HOME_POST"
check "and which tables did not come" says "x_court"
run version
check "version prints the engine's version" grep -qE '^tidemark [0-9]+\.[0-9]+' "$work/stdout"
finish
