#!/usr/bin/env bash
# The pages of docs/ that are made from the rule files are what the rule files say now.
. "$(dirname "$0")/lib.sh"
for page in catalogue-of-rules:catalogue dictionary-of-case-tables:dictionary; do
  file=$top/docs/${page%:*}.md verb=${page#*:}
  run "$verb" --rules "$top/rules"
  check "$verb prints" code_is 0
  check "docs/${page%:*}.md is what it prints (else run tools/docs)" same_file "$file" "$work/stdout"
  run "$verb" --rules "$top/rules" --format csv
  check "$verb prints CSV" code_is 0
done
rows() { [ "$(grep -c ',rule,' "$1")" -ge "$(find "$top/rules" -name '*-*.lua' -path '*adoption*' | wc -l)" ]; }
run catalogue --format csv
check "every rule of the adoption folder is in the catalogue" rows "$work/stdout"
check "what is to be confirmed is printed so, never as checked" \
  grep -q "^S20-6M,.*Local standard, to be confirmed.,yes," "$work/stdout"
run dictionary
check "the dictionary says what a blank means" says "it has not happened"
finish
