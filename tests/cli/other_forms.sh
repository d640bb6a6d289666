#!/usr/bin/env bash
# The same return as CSV files, as one XML file and as a database: the same findings. Only what
# names files and lines differs.
. "$(dirname "$0")/lib.sh"

element() { [ -z "$2" ] || printf '<%s>%s</%s>' "$1" "$2" "$1"; }

as_xml() {
  local child sex born ethnic decom rne ls cin place provider dec rec reason home post urn day code dob
  echo '<?xml version="1.0" encoding="UTF-8"?>'
  echo '<EXPSSDA903>'
  while IFS=, read -r child sex born ethnic _; do
    echo '<CHILD>'
    while IFS=, read -r id decom rne ls cin place provider dec rec reason home post urn; do
      [ "$id" = "$child" ] || continue
      printf '<EPISODE><DECOM>%s</DECOM><RNE>%s</RNE><LS>%s</LS><CIN>%s</CIN><PL>%s</PL>' \
        "$decom" "$rne" "$ls" "$cin" "$place"
      element PL_POST "$post"
      element HOME_POST "$home"
      element URN "$urn"
      element PLACE_PROVIDER "$provider"
      printf '<DEC>%s</DEC><REC>%s</REC>' "$dec" "$rec"
      element REASON_PLACE_CHANGE "$reason"
      echo '</EPISODE>'
    done < <(tail -n +2 "$work/csv/episodes.csv")
    printf '<HEADER><CHILDID>%s</CHILDID><SEX>%s</SEX><DOB>%s</DOB><ETHNIC>%s</ETHNIC><UASC>0</UASC>\n' \
      "$child" "$sex" "$born" "$ethnic"
    while IFS=, read -r id dob day code; do
      [ "$id" = "$child" ] || continue
      printf '<AREVIEW><REVIEW>%s</REVIEW><REVIEW_CODE>%s</REVIEW_CODE></AREVIEW>\n' "$day" "$code"
    done < <(tail -n +2 "$work/csv/reviews.csv")
    echo '</HEADER></CHILD>'
  done < <(tail -n +2 "$work/csv/header.csv")
  echo '</EXPSSDA903>'
}

# findings NAME: of $work/return into $work/NAME.csv.
findings() {
  audit "$work/out-$1"
  check "$1: the audit is done" code_is 0
  cp "$work/out-$1/findings.csv" "$work/$1.csv"
}

write_return "$work/csv"
mkdir -p "$work/return"
cp "$work/csv/"*.csv "$work/return"
findings csv

rm "$work/return/"*
as_xml >"$work/return/cla-2018.xml"
findings xml
check "XML gives the findings of CSV" same_file "$work/csv.csv" "$work/xml.csv"
run explain --snapshot "$work/return" --as-at 2018-03-31 --rule REV-N-6M --child 9001
check "evidence names the element" says "CHILD/HEADER/AREVIEW/REVIEW"

rm "$work/return/"*
for table in header episodes reviews; do
  sqlite3 "$work/return/council-2018.sqlite" ".mode csv" ".import $work/csv/$table.csv t_$table"
done
findings sqlite
check "a database gives the findings of CSV" same_file "$work/csv.csv" "$work/sqlite.csv"
run explain --snapshot "$work/return" --as-at 2018-03-31 --rule REV-N-6M --child 9001
check "evidence names the table" says "council-2018.sqlite [t_reviews]"

rm "$work/return/"*
cp "$work/csv/header.csv" "$work/csv/reviews.csv" "$work/return"
sqlite3 "$work/return/council-2018.sqlite" ".mode csv" ".import $work/csv/episodes.csv episodes"
findings mixed
check "a folder of both gives the findings of CSV" same_file "$work/csv.csv" "$work/mixed.csv"
finish
