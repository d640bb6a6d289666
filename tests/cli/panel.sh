#!/usr/bin/env bash
# The papers: numbered, frozen, pseudonymised, the same numbers in every format.
. "$(dirname "$0")/lib.sh"
export TIDEMARK_NOW=2021-10-12T09:30:00Z
store="$work/council.db"
snapshot="$top/fixtures/small-council"
for day in 2021-08-31 2021-09-30; do
  run audit --snapshot "$snapshot" --as-at $day --store "$store" --out "$work/audit-$day"
done
check "the runs are there" code_is 0
panel() {
  run panel --store "$store" --date 2021-10-14 --next 2021-11-11 "$@"
}

panel --draft --formats html --out "$work/draft"
check "a draft is written" code_is 0
check "it says on its pages that it is one" grep -q "DRAFT, not issued" "$work/draft/panel-draft.html"
check "and no key is kept of it" test ! -e "$store.keys"
run packs --store "$store"
check "nor is it among the packs" test "$(wc -l <"$work/stdout")" = 2

panel --formats html,pdf,xlsx,docx,csv,json --period 2021-Q2 --out "$work/pack"
check "a pack is issued" code_is 0
check "with the number 1" says "Pack 1:"
for form in html pdf xlsx docx json; do
  check "there is a file in $form" test -s "$work/pack/panel-pack-1.$form"
done
check "and a table in CSV" test -s "$work/pack/panel-pack-1/decisions.csv"
html="$work/pack/panel-pack-1.html"

# The agenda, in its order.
headings() { grep -oE '<h2[^>]*>[^<]*' "$html" | sed 's/<[^>]*>//' | grep -oE '^[0-9]+\.' | tr -d '\n'; }
check "the ten points of the agenda stand in their order" test "$(headings)" = "1.2.3.4.5.6.7.8.9.10."

# Nobody's id, nobody's day.
no_ids() {
  words_in "$work/pack" >"$work/words"
  tail -n +2 "$store.keys/pack-1.csv" | cut -d, -f2 | sort -u >"$work/ids"
  [ -s "$work/words" ] && [ -s "$work/ids" ] && ! grep -qwFf "$work/ids" "$work/words"
}
check "the key names children" test "$(wc -l <"$store.keys/pack-1.csv")" -gt 50
check "and none of them is in the pack" no_ids
# The days of the meeting, of the next one and of the record are the council's own, not a child's.
other_days() {
  python3 - "$html" <<'PY'
import re, sys
page = open(sys.argv[1]).read()
page = re.sub(r"<style.*?</style>", "", page, flags=re.S)
page = re.sub(r'<section[^>]*id="measures".*?</section>', "", page, flags=re.S)
months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
days = set(re.findall(r"\b\d{1,2} (?:%s) \d{4}\b" % months, page))
print(" ".join(sorted(days - {"14 Oct 2021", "11 Nov 2021", "30 Sep 2021"})))
PY
}
days_left() { other_days | sed -E "s/1 Apr 2020|1 Jul 2021//g; s/ //g"; }
check "no day but the meetings, the record's and those of tables and quarters" test -z "$(days_left)"

mode() { stat -c %a "$1"; }
check "the key is its owner's alone" test "$(mode "$store.keys/pack-1.csv")$(mode "$store.keys")" = 600700
check "the pack's files are for their owner and group" test "$(umask 0000; stat -c %a "$work/pack/panel-pack-1.html" | cut -c3)" = 0
check "so are those of an audit" test "$(stat -c %a "$work/audit-2021-09-30/findings.csv" | cut -c3)" = 0
run key --pack 1 --by a.smith --why "actions after the panel" --store "$store"
check "it can be opened" same_file "$work/stdout" "$store.keys/pack-1.csv"
run access-log --store "$store" --about "pack 1"
check "opening it is logged, with the reason" says "actions after the panel"
check "and so is the issue" says "panel paper issued"
run key --pack 9 --by a.smith --why x --store "$store"
check "there is no key of a pack that is not there" code_is 5

# Again, byte for byte.
rm -rf "$work/again"
run packs --store "$store" --number 1 --out "$work/again"
check "a pack is given out again" code_is 0
check "the same bytes" diff -r "$work/pack" "$work/again"
run verify --store "$store"
check "and the store verifies" code_is 0

# The same numbers in every format.
numbers() {
  python3 - "$work/pack" <<'PY'
import csv, html, json, re, subprocess, sys, zipfile
import xml.etree.ElementTree as ET
folder = sys.argv[1]
rows = list(csv.reader(open(folder + "/panel-pack-1/numbers.csv", encoding="utf-8-sig")))
want = [row for row in rows if row and row[0] in ("Critical", "High", "Medium", "Low", "All")]
assert len(want) == 5, rows
page = open(folder + "/panel-pack-1.html").read()
def html_row(name):
    found = re.search(r"<th[^>]*>%s</th>(.*?)</tr>" % name, page, flags=re.S)
    return [name] + [html.unescape(re.sub("<[^>]+>", "", c)).strip()
                     for c in re.findall(r"<td[^>]*>(.*?)</td>", found.group(1), flags=re.S)]
paper = json.load(open(folder + "/panel-pack-1.json"))
def tables(node):
    if isinstance(node, dict):
        if node.get("id") == "numbers" and "rows" in node:
            yield node
        for value in node.values():
            yield from tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from tables(value)
in_json = next(tables(paper))["rows"]
text = subprocess.run(["pdftotext", "-layout", folder + "/panel-pack-1.pdf", "-"],
                      capture_output=True, text=True).stdout
book = zipfile.ZipFile(folder + "/panel-pack-1.xlsx")
ns = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
names = [s.get("name") for s in ET.fromstring(book.read("xl/workbook.xml")).iter(ns + "sheet")]
sheet = ET.fromstring(book.read("xl/worksheets/sheet%d.xml" % (names.index("numbers") + 1)))
def cell(c):
    return "".join(t.text or "" for t in c.iter() if t.tag in (ns + "v", ns + "t"))
in_book = [[cell(c) for c in r] for r in sheet.iter(ns + "row")]
for row in want:
    assert html_row(row[0]) == row, ("html", html_row(row[0]), row)
    assert [str(c) for c in next(r for r in in_json if r[0] == row[0])] == row, ("json", row)
    assert next(r for r in in_book if r and r[0] == row[0]) == row, ("xlsx", row)
    assert re.search(r"^\s*" + r"\s+".join(map(re.escape, row)) + r"\s*$", text, re.M), ("pdf", row)
total = [int(n) for n in want[-1][1:]]
assert total == [sum(int(r[i + 1]) for r in want[:-1]) for i in range(len(total))], total
assert total[0] > 50, total
PY
}
check "HTML, CSV, JSON, XLSX and PDF hold the same numbers" numbers 2>"$work/err"
audited() { # the pack's breaches are those of the live rules of the run
  local all
  all=$(grep '^All,' "$work/pack/panel-pack-1/numbers.csv" | cut -d, -f2)
  [ "$all" = "$(awk -F, 'NR > 1 && ($4 == "breach" || $4 == "explained")' "$work/audit-2021-09-30/findings.csv" | wc -l)" ]
}
check "and they are the run's" audited

# Two packs cannot be laid side by side.
panel --formats csv --out "$work/second"
check "the next pack has the next number" says "Pack 2:"
references() { tail -n +2 "$1/decisions.csv" | cut -d, -f1 | cut -d- -f1 | sort -u; }
check "and other references" test "$(references "$work/pack/panel-pack-1")" != "$(references "$work/second/panel-pack-2")"

panel --identified --formats html --out "$work/named"
check "an identified pack has the children's ids" grep -q "T00" "$work/named/panel-pack-3.html"
check "and says so" grep -q "IDENTIFIED" "$work/named/panel-pack-3.html"
run access-log --store "$store" --about "pack 3"
check "which is logged" says "identified panel"

run panel --store "$store" --date 2021-11-11 --next 2021-12-09 --formats csv,html --out "$work/november"
check "the pack after it is of another meeting" code_is 0
check "nothing is new that the run before it showed" grep -q '^All,[0-9]*,0,' "$work/november/panel-pack-4/numbers.csv"
check "and it says with which it is compared" grep -q "pack 3, panel of 14 Oct 2021" "$work/november/panel-pack-4.html"

# Figures of days that the record does not reach, and packs that are issued after their meeting.
run panel --store "$store" --date 2021-09-09 --next 2021-10-14 --run 1 --formats csv --out "$work/september"
check "a pack may be issued after its meeting" says "Pack 5:"
run panel --store "$store" --date 2021-11-11 --next 2021-12-09 --formats html,csv --out "$work/november2"
check "the pack before is that of the latest meeting, not the latest number" grep -q "pack 3, panel of 14 Oct 2021" "$work"/november2/*.html
run panel --store "$store" --date 2021-10-01 --run 2 --next 2021-10-14 --formats csv,json --period 2021-Q1 --period 2021-Q2 --out "$work/october2"
measured="$work/october2/panel-pack-7/measures-table.csv"
check "a period that is over in both records is compared" grep -qE "1 Apr 2021.*,(as before|RESTATED)" "$measured"
check "one that ran on after the record before is not" grep -q "30 Sep 2021.*not compared: the period was not over" "$measured"
check "and not called restated" test -z "$(grep "30 Sep 2021" "$measured" | grep RESTATED)"
same_texts() {
  python3 - "$work/october2/panel-pack-7.json" "$measured" <<'PY'
import csv, json, sys
blocks = json.load(open(sys.argv[1]))["blocks"]
table = next(b for b in blocks if b.get("id") == "measures-table")
rows = list(csv.reader(open(sys.argv[2], encoding="utf-8-sig")))[1:]
assert any("." in row[2] for row in rows), "no figure with a point"
for one, other in zip(table["rows"], rows):
    assert [str(c) for c in one] == [c.lstrip("'") for c in other], (one, other)
PY
}
check "the figures of JSON and CSV are the same text" same_texts 2>"$work/err"
run paper members --store "$store" --date 2022-02-10 --period 2021-Q4 --formats csv --out "$work/late"
check "the members' paper is issued" code_is 0
late_figures() { grep "as at 31 Mar 2022" "$work"/late/*/figures-table.csv | grep -v "cannot be decided"; }
check "of a day after the record nothing is printed as a figure" test -z "$(late_figures)"
check "and it says so" grep -q "as at 31 Mar 2022,cannot be decided" "$work"/late/*/figures-table.csv
check "a share is not in children" test -z "$(grep -E ',[0-9]+\.[0-9]+,children' "$measured")"
check "but in per cent" grep -qE ',per cent,' "$measured"

# Numbers of workers stand in no paper; the record has them.
no_workers() { # FILE...
  [ -n "$(grep -rhoE 'SW[0-9]{3}' "$snapshot" | head -1)" ] && ! grep -qE 'SW[0-9]{3}' "$@"
}
check "and no worker's number" no_workers "$html"
for kind in exemptions team head members quality; do
  run paper $kind --store "$store" --date 2021-10-14 --formats html,pdf,csv --out "$work/$kind"
  check "the paper $kind is issued" code_is 0
  check "without a worker's number" no_workers "$work/$kind/"*.html
done
missing="$work/pack/panel-pack-1/undecided-tables.csv"
check "of a table that did not come it is said how many children wait" grep -qE ',[1-9][0-9]*,[1-9][0-9]*,' "$missing"
check "and for every rule which, without an end" test -z "$(grep -E 'and [0-9]+ more' "$missing")"
# The head of service's first page stands alone, and has the targets that the council set itself.
head_page() { pdftotext -layout -l 1 "$work"/head/head-pack-*.pdf - >"$work/first-page"; }
head_page
check "the head's first page begins with the counts" grep -q "1. What stands" "$work/first-page"
check "and ends with what is to come" grep -q "This assumes that no clock" "$work/first-page"
check "with the targets of the year so far" grep -q "Targets, 1 Apr 2021 to 30 Sep 2021" "$work/first-page"
check "28" grep -qE "28 in the +[0-9]|28 in the year" "$work/first-page"
check "and 35" grep -qE "35 in the +[0-9]|35 in the year" "$work/first-page"
no_child() { ! ls "$work"/members/*/ | grep -q child && [ ! -e "$store.keys/pack-12.csv" ]; }
check "the members' paper has no key, for it has no child" no_child
small_counts() { # no count of 1 to 5 is printed
  tail -n +2 "$work"/members/*/counts.csv | grep -qE ',"?[1-5]"?(,|$)' && return 1
  grep -q ',c,' "$work"/members/*/counts.csv
}
check "and no small number" small_counts

# A second run for the same day finds what no panel has seen.
again="$work/again.db"
twice() { run audit --snapshot "$1" --as-at "$2" --store "$again" --out "$work/twice"; }
cp -r "$snapshot" "$work/short"
order=$("$tidemark" exceptions --store "$store" --rule PO-9M --format csv | sed -n 2p | cut -d, -f3)
grep -rlE "(^|,)$order(,|$)" "$work/short" | xargs sed -i -E "/(^|,)$order(,|\$)/d"
twice "$work/short" 2021-09-30
run panel --store "$again" --date 2021-10-14 --formats csv --out "$work/again-1"
twice "$snapshot" 2021-09-30
raised_again() { sqlite3 "$again" "SELECT count(*) FROM exception WHERE child = '$order' AND rule = 'PO-9M'"; }
check "the corrected extract of the same day raises one more" test "$(raised_again)" = 1
twice "$snapshot" 2021-10-31
run panel --store "$again" --date 2021-11-11 --formats csv --out "$work/again-2"
is_new() {
  local reference
  reference=$(grep ",$order,.*,PO-9M," "$again.keys/pack-2.csv" | cut -d/ -f1)
  [ -n "$reference" ] && grep -q "^$reference," "$work"/again-2/panel-pack-2/new-*.csv
}
check "which is new to the next panel" is_new

# What cannot be written is not issued.
issued() { sqlite3 "$store" "SELECT count(*) FROM pack"; }
packs=$(issued)
echo in the way >"$work/file"
panel --formats csv --out "$work/file"
check "a folder that cannot be written to is refused" complains "so no pack was issued; name another with --out"
check "in one sentence" one_line_of_complaint
check "and no number is given out" test "$(issued)" = "$packs"
mkdir -p "$work/half"
echo in the way >"$work/half/panel-pack-$((packs + 1))"
panel --formats csv --out "$work/half"
check "where the files themselves fail, the pack is named" complains "pack $((packs + 1)) is issued and kept, but its files are not written"
check "and how to have it" complains "tidemark packs --number $((packs + 1)) --out DIR"
mv "$store.access" "$store.access.kept"
mkdir "$store.access"
panel --formats csv --out "$work/unlogged"
check "what cannot be logged is not issued" test "$code $(issued)" = "5 $((packs + 1))"
rmdir "$store.access"
mv "$store.access.kept" "$store.access"

run panel --store "$store" --date 2021-10-14 --next 2021-10-01 --out "$work/x"
check "a next panel before this one is refused" code_is 2
check "in one sentence" one_line_of_complaint
for last in 2021-10-14 2022-05-01; do
  run panel --store "$store" --date 2021-10-14 --last $last --out "$work/x"
  check "a last panel of $last is refused" code_is 2
  check "in one sentence" one_line_of_complaint
  check "that says what to give" complains "--last $last is not before --date 2021-10-14; give the day of the last meeting"
done
run panel --store "$store" --date 2021-10-14 --run 9 --out "$work/x"
check "a run that is not there is refused" code_is 5
run panel --store "$work/none.db" --date 2021-10-14 --out "$work/x"
check "and so is a store that is not there" code_is 5
check "which is not made" test ! -e "$work/none.db"
finish
