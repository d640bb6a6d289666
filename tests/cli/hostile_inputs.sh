#!/usr/bin/env bash
# Input as it should not be: each ends in a clear sentence and the right exit code, never a crash,
# never a row lost without a note.
. "$(dirname "$0")/lib.sh"

# fresh: a good return to spoil.
fresh() {
  rm -rf "$work/return" "$work/out"
  write_return "$work/return"
}
noted() { grep -q -- "$1" "$work/out/load-notes.csv"; }
# still_done NAME NOTE: the audit is done and a load note matches.
still_done() {
  audit "$work/out"
  check "$1: the audit is done" code_is 0
  check "$1: a load note says so" noted "$2"
}
# refused NAME WORDS: ends with 3 and one sentence that holds WORDS.
refused() {
  audit "$work/out"
  check "$1: ends with 3" code_is 3
  check "$1: one sentence" one_line_of_complaint
  check "$1: names what it is" complains "$2"
}

fresh
head -c $(($(wc -c <"$work/return/episodes.csv") - 40)) "$work/return/episodes.csv" >"$work/cut"
mv "$work/cut" "$work/return/episodes.csv"
still_done "a file cut off in the middle of a row" '^episodes.csv,6,'

fresh
printf '9002,16/05/2017,L\n9003,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n' >>"$work/return/episodes.csv"
still_done "ragged rows" '^episodes.csv,7,'
check "ragged rows: the longer row too" noted '^episodes.csv,8,'

fresh
rm "$work/return/"*
printf 'LAchildID,UPN,FormerUPN,CINreferralDate,CINclosureDate\n1,,,01/04/2017,\n' >"$work/return/cin.csv"
refused "a children in need census" "children in need"

fresh
rm "$work/return/"*
printf 'PK\003\004\024\000\006\000\010\000\000\000!\000' >"$work/return/episodes.csv"
head -c 4000 /dev/urandom >>"$work/return/episodes.csv"
refused "a spreadsheet renamed .csv" "episodes.csv"

# only NAME TEXT: the return is this one file.
only() {
  fresh
  rm "$work/return/"*
  printf '%b' "$2" >"$work/return/$1"
}
only list8.xls '\0320\0317\0021\0340\0241\0261\0032\0341'
refused "an old or a locked workbook" "save it as .xlsx without a password"
only cla.xml '<?xml version="1.0"?>\n<EXPSSDA903>\n<CHILD><HEADER><CHILDID>9001</CHILDID>'
refused "XML that was cut short" "cla.xml cannot be read: line 3"
only cla.xml '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><EXPSSDA903><CHILD>&e;</CHILD></EXPSSDA903>'
refused "XML with an entity from outside" "document type"
check "XML with an entity from outside: nothing of it is printed" lacks "$work/err" "root:"
only cin.xml '<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header></Message>'
refused "a children in need census as XML" "cin.xml is a children in need census"
only sc.xml '<Message><Header><CollectionDetails><Collection>SC</Collection></CollectionDetails></Header></Message>'
refused "a school census" "a school census"
only day.json '[{"la_child_id": "1", "mis_child_id": "2", "purge": false}]'
refused "the daily payload" "a DfE daily data payload"
only person.csv 'personTableID,surname,forename\n1,a,b\n'
refused "a SEN2 list" "special educational needs"
only council.sqlite 'SQLite format 3\0000 and nothing more'
refused "a damaged database" "council.sqlite cannot be read as a database"

fresh
printf '9001,1,05/06/2014,WBRI,,,\n9002,2,17/09/2011,WBRI,,,\n' >>"$work/return/header.csv"
still_done "duplicate and conflicting children" '^header.csv,'

fresh
{ printf '9004,03/07/2017,S,C2,N1,U1,PR1,,,,"'; head -c 10000000 /dev/zero | tr '\0' x; printf '",,\n'; } \
  >>"$work/return/episodes.csv"
audit "$work/out"
check "10 MB in one field: the audit is done or refuses" test "$code" = 0 -o "$code" = 3
check "10 MB in one field: it is not printed back" test "$(wc -c <"$work/err")" -lt 2000

fresh
printf '9002,16/05/2017,L\000,V2,N1,U6,PR1,,,,,,\n' >>"$work/return/episodes.csv"
still_done "NUL bytes" '^episodes.csv,'

fresh
sed -i 's/^9003,29.02.2012,15.01.2018/9003,29\/02\/2012,31\/02\/2018/' "$work/return/reviews.csv"
still_done "a date that no calendar has" '31/02/2018'

fresh
head -1 "$work/return/episodes.csv" >"$work/return/more.csv"
printf '9002,20/03/2018,P,V2,N1,U4,PR1,,,,,,\n' >>"$work/return/more.csv"
audit "$work/out"
check "two files for one table: the audit is done" code_is 0
run tables --snapshot "$work/return"
check "two files for one table: both are read" says "more.csv: episodes"

fresh
rm "$work/return/"{header,reviews}.csv
sed -i 1d "$work/return/episodes.csv"
refused "no heading" "episodes.csv"

fresh
rm "$work/return/"*
refused "an empty folder" "$work/return"

fresh
rm "$work/return/"*
: >"$work/return/episodes.csv"
refused "an empty file" "episodes.csv"

fresh
rm "$work/return/episodes.csv"
ln -s "$work/gone" "$work/return/episodes.csv"
audit "$work/out"
check "a file that cannot be read: ends with 0 or 3" test "$code" = 0 -o "$code" = 3
check "a file that cannot be read: it is named" \
  sh -c "cat '$work/err' '$work/out/load-notes.csv' 2>/dev/null | grep -q episodes.csv"

fresh
rm "$work/return/reviews.csv"
audit "$work/out"
check "a missing table: the audit is done" code_is 0
check "a missing table: nobody is on track for want of it" \
  grep -q '^REV-N-6M,9001,[^,]*,cannot_decide' "$work/out/findings.csv"
check "a missing table: the report says so" grep -q "was supplied" "$work/out/report.html"

fresh
printf '99999,01/01/2018,PN1\n' >>"$work/return/reviews.csv"
audit "$work/out"
check "a row too short for its child: no crash" test "$code" = 0

fresh
printf '\xef\xbb\xbf' | cat - "$work/return/episodes.csv" >"$work/bom" && mv "$work/bom" "$work/return/episodes.csv"
iconv -f UTF-8 -t UTF-16 "$work/return/reviews.csv" >"$work/wide" && mv "$work/wide" "$work/return/reviews.csv"
tr , ';' <"$work/return/header.csv" | sed 's/$/\r/' >"$work/semi" && mv "$work/semi" "$work/return/header.csv"
audit "$work/out"
check "BOM, UTF-16, semicolons and CRLF are read" code_is 0
cp "$work/out/findings.csv" "$work/spelt-otherwise.csv"
fresh
audit "$work/out"
check "and mean the same as plain files" same_file "$work/spelt-otherwise.csv" "$work/out/findings.csv"
finish
