#!/usr/bin/env bash
# One council in every form: the same case tables, but for what fixtures/forms/differences.csv says of
# a form. Every difference has its line there, and every line is needed.
. "$(dirname "$0")/lib.sh"
forms=$top/fixtures/forms
as_at=2022-03-31
cp -r "$forms" "$work/forms"
check "the databases are made" "$top/fixtures/generator/generate" databases --out "$work/databases"
cp -r "$work/databases/." "$work/forms"

# load FORM: its cells into $work/FORM.cells, its findings and load notes into $work/FORM.
load() {
  run tables --snapshot "$work/forms/$1" --as-at $as_at
  cp "$work/stdout" "$work/$1.cells"
  check "$1: is read" test "$code" = 0 -a "$(wc -l <"$work/$1.cells")" -gt 300
  run audit --snapshot "$work/forms/$1" --as-at $as_at --store :memory: --out "$work/$1"
  check "$1: the audit is done" code_is 0
  check "$1: no value is unknown to its source" lacks "$work/$1/load-notes.csv" 'unmapped|not a date|not a number'
}

# cells FORM: every cell without its file and line.
cells() { tail -n +2 "$work/$1.cells" | sed -E 's/,[^,]*,[0-9]*$//'; }

load 903-csv
for form in 903-xml 903-workbook 903-sqlite; do
  load $form
  same_cells() { diff <(cells 903-csv) <(cells $form) >"$work/err"; }
  check "$form: the cells of 903-csv" same_cells
  check "$form: the findings of 903-csv" same_file "$work/903-csv/findings.csv" "$work/$form/findings.csv"
done

# differences FORM, in whichever row of the child a cell stands: "lacks,child,table,field,value" for one
# that only 903-csv has, "earlier," where it is not of the last row there, "adds," for one that only the
# form has. A line "not supplied" is turned round: what prints it has less.
differences() {
  awk -F, '
    function key() { return $1 "," $2 "," substr($0, length($1 FS $2 FS $3 FS) + 1) }
    function is_supply() { return $4 ~ /^(not supplied|supplied in part)$/ }
    function met(cell, otherwise) { if (count[cell] > 0) count[cell]--; else print otherwise "," cell }
    pass == 1 { if ($3 > last[$1, $2]) last[$1, $2] = $3 + 0; next }
    pass == 2 { count[key()]++; supply[key()] = is_supply(); next }
    is_supply() { met(key(), "adds"); next }
    $3 == last[$1, $2] { met(key(), "lacks"); next }
    { waiting[++n] = key() }
    END { for (i = 1; i <= n; i++) met(waiting[i], "earlier")
          for (cell in count) for (; count[cell] > 0; count[cell]--) print (supply[cell] ? "lacks," : "adds,") cell
    }' pass=1 <(cells 903-csv) pass=2 <(cells "$1") pass=3 <(cells 903-csv) | sort
}

# every_one_is_explained FORM: each difference by a line of differences.csv, and each line by a difference.
every_one_is_explained() {
  differences "$1" >"$work/$1.differences"
  awk -F, -v form="$1" '
    function covers(n) {
      return table[n] == $3 && (field[n] == "*" || field[n] == $4) && (child[n] == "*" || child[n] == $2) &&
        (how[n] == "other" || how[n] == $1 || (how[n] == "lacks" && $1 == "earlier"))
    }
    FNR == NR { if (FNR > 1 && $1 == form) { lines++; table[lines] = $2; field[lines] = $3; child[lines] = $4
                  how[lines] = $5; at[lines] = FNR }
                next }
    { covered = 0
      for (n = 1; n <= lines; n++) if (covers(n)) { covered = 1; used[n] = used[n] " " $1 }
      if (!covered) { print "# not explained: " $0; bad = 1 } }
    END { for (n = 1; n <= lines; n++)
            if (used[n] == "" || (how[n] == "other" && !(used[n] ~ /lacks|earlier/ && used[n] ~ /adds/))) {
              print "# not needed: differences.csv:" at[n]; bad = 1 }
          exit bad || !lines }' "$forms/differences.csv" "$work/$1.differences"
}

for form in ssd-sqlite ssd-mosaic ssd-systemc annex-a; do
  load $form
  check "$form: the cells of 903-csv, but for what is explained" every_one_is_explained $form
done
# The ends that Mosaic gives are all the day before, but for the child of whom it knows more.
ends_the_day_before() {
  local found="$work/ssd-mosaic.differences" child table field day
  grep -E '^(lacks|earlier),[^,]*,[^,]*,(to|recorded_end),' "$found" | while IFS=, read -r _ child table field day; do
    echo "$child,$table,$field,$(date -d "$day -1 day" +%F)"
  done | sort >"$work/expected-ends"
  grep -E '^adds,[^,]*,[^,]*,(to|recorded_end),' "$found" | grep -v ,F0005, | cut -d, -f2- | sort >"$work/ends"
  test -s "$work/ends" && same_file "$work/expected-ends" "$work/ends"
}
check "Mosaic: every end that differs is the day before" ends_the_day_before
says_of() { grep -qF -- "$2" "$work/$1/load-notes.csv"; }
check "System C: the load says that plans are the latest on every row" says_of ssd-systemc "latest answers on every row"
check "SSD: the load says that special guardianship is not of the list" says_of ssd-mosaic "not of this list"
check "Annex A: the load says that there is no list of social workers" grep -q '^,social_worker,,not supplied,' "$work/annex-a.cells"
finish
