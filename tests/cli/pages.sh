#!/usr/bin/env bash
# The manual page and the completion have every verb and every option; the scripts of the package parse.
. "$(dirname "$0")/lib.sh"
pages=$top/packaging/pages.py
python3 "$pages" completion "$tidemark" "$work/tidemark.bash" 2>"$work/err"
code=$?
check "the completion is made" code_is 0
check "and is a script that bash reads" bash -n "$work/tidemark.bash"
python3 "$pages" manual "$tidemark" "$top/docs/tidemark.1.in" "$work/tidemark.1" 2>"$work/err"
code=$?
check "the manual page is made" code_is 0
check "and nothing is left to fill in" sh -c "! grep -E '@[A-Z]+@' '$work/tidemark.1'"

# What bash offers after these words.
offered() {
  bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tidemark; printf "%s\n" "${COMPREPLY[@]}"' _ "$work/tidemark.bash" "$@"
}
verbs=$("$tidemark" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z][a-z-]*\)  .*/\1/p')
check "the program has verbs" test "$(wc -w <<<"$verbs")" -gt 15
missing=
for verb in $verbs; do
  offered tidemark "" | grep -qxF -- "$verb" || missing+=" $verb(completion)"
  grep -qxF ".It Cm $verb" "$work/tidemark.1" || missing+=" $verb(manual)"
  options=$("$tidemark" "$verb" --help | grep -oE '^  (-[a-z],)?--[a-z-]+' | grep -oE -- '--[a-z-]+')
  for option in $options; do
    offered tidemark "$verb" -- | grep -qxF -- "$option" || missing+=" $verb $option(completion)"
    [ "$option" = --help ] || grep -qE "^\.It Fl -${option#--}( |$)" "$work/tidemark.1" || missing+=" $verb $option(manual)"
  done
done
echo "$missing" >"$work/err"
check "every verb and option of --help is in both" test -z "$missing"
offers_csv() { offered tidemark outcomes --format "" | grep -qx csv; }
check "values are offered where they are known" offers_csv
if command -v man >/dev/null; then
  man --warnings -l "$work/tidemark.1" >/dev/null 2>"$work/err"
  check "the manual page has no mistakes" test ! -s "$work/err"
fi
for script in postinst prerm postrm; do
  check "$script of the package parses" sh -n "$top/packaging/debian/$script"
done
run serve-audits --config "$top/packaging/audits.toml" --check
check "the configuration that is shipped is understood" code_is 0
finish
