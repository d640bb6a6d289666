#!/usr/bin/env bash
# The exit codes that others script against: 0 done, 1 found, 2 usage, 3 input, 4 rules, 5 store.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"

audit "$work/out1"
check "an audit that is done ends with 0" code_is 0
audit "$work/out1" --fail-on breach
check "--fail-on breach ends with 1 when there is a breach" code_is 1
audit "$work/out1" --fail-on error,rules
check "--fail-on error,rules ends with 0 when neither is there" code_is 0

run
check "no verb is usage" code_is 2
run audit --snapshot "$work/return"
check "a missing --as-at is usage" code_is 2
run audit --snapshot "$work/return" --as-at 31/02/2018
check "an --as-at that is no date is usage" code_is 2
check "and says what was written and how to write it" complains '"31/02/2018" is not a date; write it as YYYY-MM-DD'
run audit --snapshot "$work/return" --as-at 2018-02-31
check "a day that no calendar has is usage" code_is 2
audit "$work/out1" --fail-on nonsense
check "an unknown --fail-on is usage" code_is 2
audit "$work/out1" --threads 0
check "no threads is usage" code_is 2
run describe NO-SUCH-RULE
check "describing a rule that is not there is usage" code_is 2
run template no_such_list
check "a template that is not there is usage" code_is 2

run audit --snapshot "$work/nowhere" --as-at 2018-03-31 --store :memory: --out "$work/out2"
check "a snapshot that is not there is bad input" code_is 3
check "said in one line that names it" complains "$work/nowhere"
touch "$work/a-file"
audit "$work/a-file/out"
check "an output folder that cannot be made is bad input" code_is 3

audit "$work/out3" --rules "$work/nowhere"
check "a rules folder that is not there is bad rules" code_is 4
mkdir "$work/no-rules"
audit "$work/out3" --rules "$work/no-rules"
check "an empty rules folder is bad rules" code_is 4
check "and is named" complains "$work/no-rules"
check "said in one line" one_line_of_complaint

cp -r "$top/rules" "$work/broken"
sed -i '1i this is not Lua' "$work/broken/adoption/PO-9M.lua"
audit "$work/out4" --rules "$work/broken"
check "one broken rule does not stop the others" code_is 0
check "and is named with its file and line" complains "PO-9M.lua:1"
check "and on the first page of the report" grep -q "1 file did not load as a rule" "$work/out4/report.html"
check "and listed among the rules with errors" grep -q "adoption/PO-9M.lua:1" "$work/out4/report.html"
audit "$work/out4" --rules "$work/broken" --fail-on rules
check "--fail-on rules ends with 1 for it" code_is 1
run check --rules "$work/broken"
check "check ends with 4 for it" code_is 4
run check
check "check of the shipped rules ends with 0" code_is 0

keep_in() { run audit --snapshot "$work/return" --as-at 2018-03-31 --store "$1" --out "$work/out5"; }
mkdir "$work/a-folder.db"
keep_in "$work/a-folder.db"
check "a store that is a folder is a store error" code_is 5
printf 'this is no database, whatever its name may say, and it is longer than a header' >"$work/not.db"
keep_in "$work/not.db"
check "a store that is no database is a store error" code_is 5
check "said in one line" one_line_of_complaint

run --help
check "help ends with 0" code_is 0
for verb in audit check describe explain tables template version; do
  run $verb --help
  check "$verb --help ends with 0 and shows an example" says "tidemark $verb"
done
finish
