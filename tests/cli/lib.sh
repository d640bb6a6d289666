# What the scripts of this folder share. Sourced with the program and the source tree as $1 and $2;
# leaves a folder $work that goes when the script ends.
set -u
tidemark=$1
top=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TIDEMARK_RULES="$top/rules" TIDEMARK_NOW=2018-04-03T09:30:00Z XDG_DATA_HOME="$work/home"
export LC_ALL=C
failures=0

# run ARGUMENTS...: leaves the exit code in $code and what was printed in $work/stdout, $work/err.
run() {
  "$tidemark" "$@" >"$work/stdout" 2>"$work/err"
  code=$?
}

# check NAME COMMAND...: one line of the result.
check() {
  local name=$1
  shift
  if "$@"; then
    echo "ok - $name"
  else
    echo "not ok - $name (exit code ${code-}; stderr: $(head -c 300 "$work/err" 2>/dev/null))"
    failures=$((failures + 1))
  fi
}

code_is() { [ "$code" = "$1" ]; }
says() { grep -qF -- "$1" "$work/stdout"; }
complains() { grep -qF -- "$1" "$work/err"; }
# One sentence, and no more than that.
one_line_of_complaint() { [ "$(wc -l <"$work/err")" = 1 ] && complains "tidemark: "; }
# lacks FILE PATTERN: the file is there and no line of it matches; a file that is missing lacks nothing.
lacks() { [ -s "$1" ] && ! grep -qiE -- "$2" "$1"; }
same_file() { cmp -s "$1" "$2"; }

# words_in FOLDER: what stands in the files of a paper, in every format that is there.
words_in() {
  find "$1" -name '*.html' -o -name '*.json' -o -name '*.csv' | sort | xargs -r -d '\n' cat
  local file
  for file in "$1"/*.pdf; do [ ! -e "$file" ] || pdftotext -layout "$file" -; done
  for file in "$1"/*.xlsx "$1"/*.docx; do [ ! -e "$file" ] || words_of_zip "$file"; done
}
words_of_zip() {
  python3 - "$1" <<'PY'
import re, sys, zipfile
book = zipfile.ZipFile(sys.argv[1])
for name in book.namelist():
    if name.endswith((".xml", ".rels")):
        page = book.read(name).decode()
        sys.stdout.buffer.write((name + "\n" + re.sub("<[^>]+>", "\n", page) + "\n").encode())
PY
}

finish() { [ "$failures" = 0 ]; }

# A return of four invented children in folder $1, for the year to 31 March 2018.
write_return() {
  mkdir -p "$1"
  cat >"$1/header.csv" <<'CSV'
CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
9001,1,05/06/2014,WBRI,,,
9002,2,17/09/2010,WBRI,,,
9003,1,29/02/2012,WBRI,,,
9004,2,01/01/2016,WBRI,,,
CSV
  cat >"$1/episodes.csv" <<'CSV'
CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
9001,10/04/2017,S,C2,N1,U6,PR1,01/06/2017,X1,CARPL,AB1 2CD,AB3 4EF,1234567
9001,01/06/2017,L,E1,N1,U6,PR1,,,,AB1 2CD,AB3 4EF,1234567
9002,15/05/2017,S,V2,N1,U6,PR1,,,,AB1 2CD,AB5 6GH,1234567
9003,20/12/2017,S,C1,N1,K2,PR4,,,,AB1 2CD,AB7 8IJ,SC123456
9004,03/07/2017,S,C2,N1,U1,PR1,12/01/2018,E11,,AB1 2CD,AB9 0KL,1234567
CSV
  cat >"$1/reviews.csv" <<'CSV'
CHILD,DOB,REVIEW,REVIEW_CODE
9001,05/06/2014,05/05/2017,PN1
9001,05/06/2014,01/08/2017,PN1
9002,17/09/2010,09/06/2017,PN1
9003,29/02/2012,15/01/2018,PN1
CSV
}

# audit OUT ARGUMENTS...: of $work/return as at the end of its year, kept nowhere.
audit() {
  local out=$1
  shift
  run audit --snapshot "$work/return" --as-at 2018-03-31 --store :memory: --out "$out" "$@"
}
