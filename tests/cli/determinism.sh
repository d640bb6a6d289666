#!/usr/bin/env bash
# Same input, rules and date: the same bytes, for any number of threads and any order of rows.
. "$(dirname "$0")/lib.sh"
return=$top/fixtures/small-council
as_at=$(cat "$return/AS-AT")

judge() {
  run audit --snapshot "$1" --as-at "$as_at" --store :memory: --out "$2" --threads "$3"
}
judge "$return" "$work/one" 1
check "the audit is done with one thread" code_is 0
check "and found something" test "$(wc -l <"$work/one/findings.csv")" -gt 1
for threads in 2 4 7; do
  judge "$return" "$work/many" $threads
  check "findings.csv is the same bytes with $threads threads" same_file "$work/one/findings.csv" "$work/many/findings.csv"
  check "summary.csv is the same bytes with $threads threads" same_file "$work/one/summary.csv" "$work/many/summary.csv"
  check "load-notes.csv is the same bytes with $threads threads" same_file "$work/one/load-notes.csv" "$work/many/load-notes.csv"
  check "report.html is the same bytes with $threads threads" same_file "$work/one/report.html" "$work/many/report.html"
done

# Line numbers move with the rows, so only what carries none must be the same.
shuffled() {
  local file
  cp -r "$1" "$2"
  find "$2" -name '*.csv' | while read -r file; do
    { head -1 "$file"; tail -n +2 "$file" | shuf --random-source=<(yes "$3"); } >"$work/mixed-file"
    mv "$work/mixed-file" "$file"
  done
}
for seed in 1 2 3; do
  rm -rf "$work/mixed"
  shuffled "$return" "$work/mixed" $seed
  judge "$work/mixed" "$work/mixed-out" 2
  check "findings.csv is the same bytes with its rows in another order ($seed)" \
    same_file "$work/one/findings.csv" "$work/mixed-out/findings.csv"
done
finish
