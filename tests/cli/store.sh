#!/usr/bin/env bash
# Where runs are kept, and what a second run says of the first.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"

audit "$work/out"
check "an audit with :memory: is done" code_is 0
check ":memory: keeps nothing" sh -c "[ ! -e '$work/home' ] && [ ! -e ':memory:' ]"

keep() { run audit --snapshot "$work/return" --as-at "$1" --out "$work/out"; }
keep 2018-02-28
check "the default store is made in the user's data folder" test -s "$work/home/tidemark/tidemark.db"
check "stdout says where it is" says "Store: $work/home/tidemark/tidemark.db"
check "the first run is number 1" says "Run 1:"
check "the report of the first run says that there was none before" \
  grep -q "There was no earlier run to compare with" "$work/out/report.html"
keep 2018-03-31
check "the second is number 2" says "Run 2:"
# 9001's placement order reaches nine months on 1 Mar 2018.
check "it says what is new since the first" says "since run 1: "
check "and the report marks the new breach by a word" \
  sh -c "grep -o '<th scope=\"row\">9001</th><td><strong>New' '$work/out/report.html' | grep -q ."

unset_home() { env -u XDG_DATA_HOME HOME="$work/elsewhere" "$tidemark" audit --snapshot "$work/return" --as-at 2018-03-31 --out "$work/out" >"$work/stdout" 2>"$work/err"; code=$?; }
unset_home
check "without XDG_DATA_HOME it is under ~/.local/share" test -s "$work/elsewhere/.local/share/tidemark/tidemark.db"
env -u XDG_DATA_HOME -u HOME "$tidemark" audit --snapshot "$work/return" --as-at 2018-03-31 --out "$work/out" >"$work/stdout" 2>"$work/err"
code=$?
check "with neither it asks for --store" complains "--store FILE"
check "and ends with 5" code_is 5
finish
