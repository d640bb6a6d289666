#!/usr/bin/env bash
# Scheduled audits: what is due is made once, what is broken takes nothing down, and letters name no child.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
store=$work/a.db drop=$work/drop out=$work/out letters=$work/letters
mkdir "$drop"
printf '#!/bin/sh\ncat >>"%s"\necho >>"%s"\n' "$letters" "$letters" >"$work/sendmail"
chmod +x "$work/sendmail"

# write_config JOB-LINES...: a file of one job after the places.
write_config() {
  cat >"$work/audits.toml" <<TOML
store = "$store"
rules = "$top/rules"
drop = "$drop"
out = "$out"
settle_seconds = 1
look_every_seconds = 1

[[job]]
name = "weekly"
$1

[mail]
to = ["panel@council.example"]
from = "tidemark@council.example"
sendmail = "$work/sendmail"
TOML
}
weekly='when = "every Monday 06:00"
as_at = "snapshot'"'"'s last day"'
write_config "$weekly"

at() { TIDEMARK_NOW=$1 run "${@:2}"; }
once() { at "$1" serve-audits --config "$work/audits.toml" --once; }
outcomes() { "$tidemark" outcomes --store "$store" --format csv 2>/dev/null | tail -n +2; }
rows_are() { [ "$(outcomes | wc -l)" = "$1" ]; }
last_row() { outcomes | tail -n 1 | grep -qF -- "$1"; }
# drop NAME: a snapshot that no job has seen yet, as it has a child more than the one before.
drop() {
  echo "$((9100 + ++dropped)),1,05/06/2014,WBRI,,," >>"$work/return/header.csv"
  cp -r "$work/return" "$drop/$1"
}
dropped=0
no_half() { [ -z "$(find "$out" -name '.*' 2>/dev/null)" ]; }
export TZ=Europe/London

at 2018-04-03T09:30:00Z serve-audits --config "$work/audits.toml" --check
check "--check says when each job is next due" says "weekly: every Monday 06:00; next 2018-04-09 06:00"

mistake() { # TEXT LINE:COLUMN WORDS
  write_config "$1"
  run serve-audits --config "$work/audits.toml" --check
  check "a mistake in the file ends with 3: $3" code_is 3
  check "and is named with line and column: $2" complains "audits.toml:$2: "
  check "and words: $3" complains "$3"
}
mistake 'whenn = "every Monday 06:00"' 10:1 'did you mean "when"?'
mistake 'when = "every Moonday 06:00"' 10:15 'not "moonday"'
mistake 'when = 6' 10:8 'when must be a text in quotes'
mistake 'when = "on each panel date 06:00"' 10:8 'neither panel_dates nor panels'
mistake 'when = "every day 06:00"
panel_dates = ["2018-02-30"]' 11:16 'is not a date'
mistake 'as_at = "today"' 8:1 'nothing starts it'
mistake 'when = "every day 06:00' 10:24 ''
run serve-audits --config "$work/nowhere.toml" --check
check "a file that is not there is bad input" code_is 3
write_config "$weekly"

# 2 Apr 2018 is a Monday.
once 2018-04-03T09:30:00Z
check "without any snapshot it ends with 1" code_is 1
check "and keeps an outcome" rows_are 1
check "that says so" last_row "No snapshot has come: there is no complete one in the drop folder."
check "and sends it" grep -q "Subject: Tidemark, weekly: no snapshot came" "$letters"
once 2018-04-03T09:45:00Z
check "said once it is not said again" code_is 0
check "nor kept again" rows_are 1
check "nor sent again" test "$(grep -c '^Subject: ' "$letters")" = 1

cp -r "$work/return" "$drop/2018-03-31.part"
cp -r "$work/return" "$drop/.2018-03-31"
once 2018-04-09T05:00:00Z
check "a name that ends in .part or begins with a dot is not looked at" last_row "there is no complete one"
mv "$drop/2018-03-31.part" "$drop/2018-03-31"
rm -r "$drop/.2018-03-31"
once 2018-04-12T05:01:00Z
check "one that comes after more than wait_hours is not run for that time" rows_are 2
once 2018-04-12T05:00:00Z
check "one that comes within them is run late" last_row ",weekly,2018-04-09 06:00,2018-04-12T05:00:00Z,2018-04-12T05:00:00Z,0,1,\"Late, as its snapshot"
check "with its outputs whole" test -s "$out/weekly/2018-03-31-run-1/report.html"
check "and no half of them" no_half
check "and it is sent" test "$(grep -c '^Subject: Tidemark, weekly: done' "$letters")" = 1
once 2018-04-12T05:00:00Z
check "once" rows_are 3
once 2018-04-16T04:59:00Z
check "what is not due is not made (06:00 in London is 05:00 UTC in summer)" rows_are 3
once 2018-04-16T05:00:00Z
check "the same snapshot as last time is none that came" code_is 1
check "and the outcome says so" last_row ",weekly,2018-04-16 06:00,2018-04-16T05:00:00Z,2018-04-16T05:00:00Z,1,,No new snapshot has come: this job has run with the latest one already. One that comes by 2018-04-19 06:00 is run late."
cp -r "$drop/2018-03-31" "$drop/2018-04-16"
once 2018-04-17T05:00:00Z
check "nor is it when it is copied again under another name" rows_are 4
write_config "$weekly
unchanged_too = true"
once 2018-04-17T05:00:00Z
check "unchanged_too has it run all the same" last_row ",weekly,2018-04-16 06:00,2018-04-17T05:00:00Z,2018-04-17T05:00:00Z,0,2,"
write_config "$weekly"
drop 2018-04-28
once 2018-05-01T09:30:00Z
check "a run that is due is made" code_is 0
check "once, though several times were missed" rows_are 6
check "for the latest of them" last_row ",weekly,2018-04-30 06:00,"
once 2018-05-01T09:30:00Z
check "and is not made again" rows_are 6
once 2018-04-30T05:10:00Z
check "nor when the clock is set back" rows_are 6
once 2018-04-20T09:30:00Z
check "nor when it is set back to before the time" rows_are 6

# A snapshot that is still being copied: somebody writes on all the while.
drop 2018-05-06
(while sleep 0.1; do echo >>"$drop/2018-05-06/notes.csv"; done) &
copying=$!
once 2018-05-07T09:30:00Z
kill "$copying" && wait "$copying" 2>/dev/null
check "a snapshot that is still being copied is not taken" last_row ",weekly,2018-05-07 06:00,2018-05-07T09:30:00Z,2018-05-07T09:30:00Z,1,,No new snapshot has come"

rm -r "$drop/2018-05-06"
mkdir "$drop/2018-05-13"
head -c 3000 /dev/urandom >"$drop/2018-05-13/episodes.csv"
echo "CHILD 9001 9002" >"$drop/2018-05-13/header.csv"
once 2018-05-14T09:30:00Z
check "a broken snapshot ends with 3" code_is 3
check "and keeps an outcome without a run" last_row ",3,,The snapshot could not be used and nothing was recorded; the log of the server says why. One that comes by 2018-05-17 06:00 is run late."
rows=$(outcomes | wc -l)
once 2018-05-14T09:45:00Z
check "once" rows_are "$rows"
drop 2018-05-14
once 2018-05-14T10:00:00Z
check "and one that is right is run for the same time" last_row ",weekly,2018-05-14 06:00,2018-05-14T10:00:00Z,2018-05-14T10:00:00Z,0,"
drop 2018-05-20
touch "$drop/2018-05-20/COMPLETE"
once 2018-05-21T09:30:00Z
check "and the next one is run as ever" code_is 0

write_config "$weekly
snapshot_by = \"every Monday 05:00\""
once 2018-05-28T09:30:00Z
check "a snapshot that did not come by its time ends with 1" code_is 1
check "is an outcome of its own" sh -c "'$tidemark' outcomes --store '$store' --format csv | grep -q 'weekly (snapshot),2018-05-28 05:00,.*,1,,No new snapshot came by 2018-05-28 05:00'"
check "is in a letter" grep -q "No new snapshot came by 2018-05-28 05:00" "$letters"
run outcomes --store "$store"
check "and is counted" says "without a snapshot"
once 2018-05-28T09:30:00Z
check "once" sh -c "[ \$('$tidemark' outcomes --store '$store' --format csv | grep -c '(snapshot)') = 1 ]"

check "no letter names a child" lacks "$letters" '\b900[1-4]\b'
check "nor does an outcome" sh -c "! '$tidemark' outcomes --store '$store' --format csv | cut -d, -f 8- | grep -E '\b900[1-4]\b'"

# The server itself.
wait_for() { for _ in $(seq 300); do "$@" && return; sleep 0.1; done; return 1; }
write_config 'on_arrival = true'
rm -r "$drop"/*
unset TIDEMARK_NOW
"$tidemark" serve-audits --config "$work/audits.toml" 2>"$work/server.log" &
server=$!
check "the server says what it will do" wait_for grep -q "weekly: when a snapshot comes" "$work/server.log"
run serve-audits --config "$work/audits.toml" --once
check "a second one on the same store is refused with 5" code_is 5
check "and is told who holds it" complains "serve-audits, process $server on "
before=$(outcomes | wc -l)
drop new.part && touch "$drop/new.part/COMPLETE" && mv "$drop/new.part" "$drop/new"
check "a snapshot that comes is run" wait_for rows_are $((before + 1))
drop next.part && touch "$drop/next.part/COMPLETE" && mv "$drop/next.part" "$drop/next"
mkfifo "$drop/pipe.csv" && ln -s loop "$drop/loop"
check "and so is one that comes in the same minute" wait_for rows_are $((before + 2))
check "as a run of its own" test "$(outcomes | tail -n 2 | cut -d, -f7 | sort -u | wc -l)" = 2
check "what is no file is named" wait_for grep -q "pipe.csv is not taken as it is: it is neither a file nor a folder" "$work/server.log"
mv "$drop" "$drop.away"
check "so is a drop folder that is gone" wait_for grep -q "the drop folder $drop cannot be read" "$work/server.log"
sleep 2.5
mv "$drop.away" "$drop"
sleep 2.5
check "each once" test "$(grep -c 'pipe.csv\|loop is not\|cannot be read: No such' "$work/server.log")" -le 5
check "and nothing is run again when it is back" rows_are $((before + 2))
sed -i 's/^name = "weekly"/name = weekly/' "$work/audits.toml"
kill -HUP "$server"
check "a broken configuration is refused at SIGHUP and the old one stays" \
  wait_for grep -q "the configuration stays as it was: .*audits.toml:9:" "$work/server.log"
write_config 'on_arrival = true'
kill -HUP "$server"
check "and one that is right is taken" wait_for grep -q "the configuration was read again" "$work/server.log"
drop newer && touch "$drop/newer/COMPLETE"
kill -TERM "$server"
wait "$server"
code=$?
check "SIGTERM ends it with 0" code_is 0
check "and leaves no half run" no_half
runs_have_outputs() { [ "$(find "$out" -name report.html | wc -l)" = "$(sqlite3 "$store" 'SELECT count(*) FROM run')" ]; }
check "every run has its outputs" runs_have_outputs
run serve-audits --config "$work/audits.toml" --once
check "the lock is free again" code_is 0

# The policy of retention, followed by itself.
store=$work/retention.db out=$work/out-retention
rm -r "$drop"/*
drop 2018-03-31
write_config "$weekly"
printf '[retention]\nkeep_months = 1\nautomatic = true\n' >>"$work/audits.toml"
retention() { outcomes | grep ',(retention),'; }
once 2018-04-12T05:00:00Z
check "a policy that nobody has followed yet is announced" sh -c "'$tidemark' outcomes --store '$store' | grep -q 'Nothing was taken yet. The policy (keep_months = 1, as on 2018-04-12) would take nothing, as nothing is old enough. It is followed from 2018-05-01 03:00 on.'"
check "in a letter too" grep -q "Subject: Tidemark, (retention): done" "$letters"
drop 2018-06-10
once 2018-06-11T09:30:00Z
check "what would go is in the log before" complains "the policy (keep_months = 1, as on 2018-06-11) takes the rows of 1 runs"
check "and goes, and the outcome says so" sh -c "'$tidemark' outcomes --store '$store' | grep -q '(retention) .*2018-06-01 03:00.* took the rows of 1 runs'"
run access-log --store "$store"
check "and so does the access log" says "automatic, by [retention] of $work/audits.toml"
once 2018-06-11T09:45:00Z
check "once" test "$(retention | wc -l)" = 2
run verify --store "$store"
check "and what stays verifies" code_is 0
sed -i 's/^keep_months = 1$/keep_months = 2/' "$work/audits.toml"
once 2018-06-11T10:00:00Z
check "another policy is announced again" test "$(retention | tail -n 1 | grep -c 'Nothing was taken yet')" = 1
once 2018-12-03T09:30:00Z
check "nothing goes when nothing was audited for long, as the clock may be wrong" test "$(retention | tail -n 1 | grep -c ',3,,.*no run looked at any of the last 100 days')" = 1
sed -i 's/^automatic = true$/automatic = true\nwhen = "on each panel date 03:00"/' "$work/audits.toml"
run serve-audits --config "$work/audits.toml" --check
check "a policy cannot be followed on panel dates" complains "[retention] has no panel dates"
store=$work/a.db out=$work/out

# Letters by SMTP, to a relay that takes one.
cat >"$work/relay.py" <<'PY'
import socket, sys
listener = socket.create_server(("127.0.0.1", 0))
open(sys.argv[1], "w").write(str(listener.getsockname()[1]))
peer, _ = listener.accept()
lines = peer.makefile("rwb", buffering=0)
lines.write(b"220 relay\r\n")
log, in_letter = open(sys.argv[2], "wb"), False
for line in lines:
    log.write(line)
    log.flush()
    if in_letter:
        in_letter = line != b".\r\n"
        if not in_letter: lines.write(b"250 taken\r\n")
    elif line.upper().startswith(b"DATA"):
        in_letter = True
        lines.write(b"354 go on\r\n")
    elif line.upper().startswith(b"QUIT"):
        lines.write(b"221 bye\r\n")
        break
    else: lines.write(b"250 relay\r\n")
PY
python3 "$work/relay.py" "$work/port" "$work/relayed" &
relay=$!
check "the relay listens" wait_for test -s "$work/port"
write_config "$weekly"
sed -i "s|^sendmail = .*|smtp = \"127.0.0.1:$(cat "$work/port")\"|" "$work/audits.toml"
drop relayed
once 2027-06-07T09:30:00Z
wait "$relay"
check "a run with letters by SMTP is done" code_is 0
check "and the relay has the letter" grep -q "^Subject: Tidemark, weekly: done" "$work/relayed"
check "for whom it was written" grep -q "RCPT TO:<panel@council.example>" "$work/relayed"
drop not-relayed
once 2027-06-14T09:30:00Z
check "a relay that is not there is complained of" complains "mail could not be sent by 127.0.0.1"
check "and the run is kept all the same" last_row ",weekly,2027-06-14 06:00,"
finish
