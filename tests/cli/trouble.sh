#!/usr/bin/env bash
# A full disk, folders and files that may not be written, a store that another holds, two audits at once:
# one clear sentence, exit code 5 for the store and 3 for the outputs, and all is well when it is repeated
# after the trouble has gone.
. "$(dirname "$0")/lib.sh"
write_return "$work/return"
chmod -R a+rX "$work"

# judge STORE OUT [WRAPPER...]: an audit, perhaps by somebody else.
judge() {
  local store=$1 out=$2
  shift 2
  "$@" "$tidemark" audit --snapshot "$work/return" --as-at 2018-03-31 --store "$store" --out "$out" \
    >"$work/stdout" 2>"$work/err"
  code=$?
}
sound() { [ "$(sqlite3 "$1" 'PRAGMA integrity_check')" = ok ]; }
runs_in() { sqlite3 "$1" 'SELECT count(*) FROM run'; }
# A run is there with all of its findings or not at all.
runs_are_whole() {
  [ -z "$(sqlite3 "$1" "SELECT number FROM run r WHERE finding_count <> (SELECT count(*) FROM finding WHERE run = r.number)")" ]
}
# No file of the folder is cut off; parts that were not finished have been taken away.
no_parts_in() { [ -z "$(find "$1" -name '*.part-*' 2>/dev/null)" ]; }

# A full disk ------------------------------------------------------------------------------------------
mkdir "$work/disk"
small_disk() {
  mount -t tmpfs -o size="$1",mode=777 tmpfs "$work/disk" 2>/dev/null && trap 'umount -l "$work/disk"; rm -rf "$work"' EXIT
}
if small_disk 200k; then
  judge "$work/disk/store.db" "$work/out"
  check "a disk too small for a store: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  check "that says the disk is full" complains "disk is full"
  check "nothing half-done is left of the run" sh -c "! sqlite3 '$work/disk/store.db' 'SELECT number FROM run' 2>/dev/null | grep -q ."
  mount -o remount,size=64m "$work/disk"
  judge "$work/disk/store.db" "$work/out"
  check "with room it is done" code_is 0
  check "as the first run" says "Run 1:"

  judge "$work/disk/store.db" "$work/disk/out"
  check "outputs on the same disk are written" code_is 0
  cp -r "$work/disk/out" "$work/out-before"
  fill() { dd if=/dev/zero of="$work/disk/filler" bs=4k 2>/dev/null; }
  fill
  runs=$(runs_in "$work/disk/store.db")
  judge "$work/disk/store.db" "$work/out"
  check "a disk that has become full: exit code 5" code_is 5
  check "one sentence about it" one_line_of_complaint
  rm "$work/disk/filler"
  check "what was recorded before is there" test "$(runs_in "$work/disk/store.db")" = "$runs"
  check "and the store is sound" sound "$work/disk/store.db"
  fill
  before=$(sqlite3 "$work/disk/store.db" .dump | sha256sum)
  run panel --date 2018-04-03 --out "$work/pack-full" --store "$work/disk/store.db"
  check "a pack for which there is no room: exit code 5" code_is 5
  check "one sentence about the pack" one_line_of_complaint
  check "and no file of it is written" test -z "$(ls -A "$work/pack-full" 2>/dev/null)"
  run record explanation 1 --on 2018-04-01 --by SW-1 --role "social worker" --why "$(head -c 3900 /dev/zero | tr '\0' x)" \
    --store "$work/disk/store.db"
  check "a deed for which there is no room: exit code 5" code_is 5
  check "one sentence about the deed" one_line_of_complaint
  check "nothing of either is in the store" test "$(sqlite3 "$work/disk/store.db" .dump | sha256sum)" = "$before"
  judge "$work/elsewhere.db" "$work/disk/out"
  check "a full disk under the outputs: exit code 3" code_is 3
  check "one sentence about that" one_line_of_complaint
  check "that names the file" complains "$work/disk/out/"
  check "no part of a file is left" no_parts_in "$work/disk/out"
  check "the outputs of the run before are as they were" diff -r "$work/out-before" "$work/disk/out"
  rm "$work/disk/filler"
  judge "$work/elsewhere.db" "$work/disk/out"
  check "with room again both are written" code_is 0
  run panel --date 2018-04-03 --out "$work/pack-full" --store "$work/disk/store.db"
  check "and the pack is issued" code_is 0
  run verify --store "$work/disk/store.db"
  check "in a store that is as it was sealed" code_is 0
  judge "$work/disk/store.db" "$work/out"
  check "and the run is recorded" code_is 0
elif [ -z "${TIDEMARK_IN_NAMESPACE-}" ] && unshare -rm true 2>/dev/null; then
  # Not allowed to mount here: once more in a namespace of our own.
  rm -rf "$work"
  TIDEMARK_IN_NAMESPACE=1 exec unshare -rm bash "$0" "$@"
else
  echo "skip - a full disk: nothing may be mounted here, so there is none to fill"
fi

# What may not be written ------------------------------------------------------------------------------
# Rights do not bind root: then somebody else asks.
somebody=()
[ "$(id -u)" = 0 ] && somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups env "HOME=$work")
if [ ${#somebody[@]} = 0 ] || "${somebody[@]}" "$tidemark" version >/dev/null 2>&1; then
  mkdir -m 555 "$work/closed"
  mkdir -m 777 "$work/open"
  judge "$work/closed/store.db" "$work/open/out" "${somebody[@]}"
  check "a folder in which no store can be made: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  check "that names the store" complains "$work/closed/store.db"
  check "and leaves nothing there" test -z "$(ls -A "$work/closed")"
  chmod 777 "$work/closed"
  judge "$work/closed/store.db" "$work/open/out" "${somebody[@]}"
  check "once it may be written, done" code_is 0
  chmod 444 "$work/closed/store.db"
  judge "$work/closed/store.db" "$work/open/out" "${somebody[@]}"
  check "a store that is read-only: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  check "that says so" complains "read-only"
  chmod 644 "$work/closed/store.db"
  chmod 555 "$work/closed"
  judge "$work/closed/store.db" "$work/open/out" "${somebody[@]}"
  check "a store in a folder without room for a journal: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  # To verify nothing need be written.
  verify_of() {
    "${somebody[@]}" "$tidemark" verify --store "$work/closed/$1" >"$work/stdout" 2>"$work/err"
    code=$?
  }
  # put NAME [SQL]: a copy of the store into the closed folder, with that done to it, read-only.
  put() {
    chmod 777 "$work/closed"
    cp "$work/closed/store.db" "$work/closed/$1"
    [ $# = 1 ] || sqlite3 "$work/closed/$1" "$2" >/dev/null
    chmod 444 "$work/closed/$1"
    chmod 555 "$work/closed"
  }
  sha256sum "$work/closed/store.db" >"$work/before"
  verify_of store.db
  check "such a store is verified all the same" code_is 0
  check "all of it" says "Everything is as it was sealed."
  check "and is as it was, with nothing beside it but its log" sh -c "sha256sum --status -c '$work/before' &&
    [ \"\$(ls '$work/closed' | tr '\n' ' ')\" = 'store.db store.db.access ' ]"
  put copy.db
  verify_of copy.db
  check "so is a read-only copy without its access log" code_is 0
  check "and that is said" says "Note: no access log lies beside the store"
  put "sp ace%41?.db" "PRAGMA journal_mode = WAL"
  verify_of "sp ace%41?.db"
  check "a store for which no lock can be had is read without one" code_is 0
  check "and that is said" says "Note: the store was read without a lock"
  put older.db "DROP TABLE sealed; DROP TABLE unsealed; PRAGMA user_version = 2"
  verify_of older.db
  check "one that must first be brought up to today's is refused" code_is 5
  check "in one sentence" one_line_of_complaint
  check "that says what to do" complains "copy it to where it may be written"
  # A write that was cut off: SQLite itself is killed in the middle.
  chmod 777 "$work/closed"
  cp "$work/closed/store.db" "$work/closed/torn.db"
  coproc torn { exec sqlite3 "$work/closed/torn.db"; }
  torn_pid=$torn_PID
  echo "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; UPDATE content SET packed = zeroblob(length(packed));
    UPDATE finding SET says = 'x'; SELECT 'now';" >&"${torn[1]}"
  read -r _ <&"${torn[0]}"
  kill -9 "$torn_pid"
  wait "$torn_pid" 2>/dev/null
  check "(a journal is left)" test -s "$work/closed/torn.db-journal"
  chmod 444 "$work/closed"/torn.db*
  chmod 555 "$work/closed"
  verify_of torn.db
  check "one with a write that was cut off is refused" code_is 5
  check "in one sentence" one_line_of_complaint
  check "that says so" complains "a write in it that was cut off"
  chmod 777 "$work/closed"
  chmod 666 "$work/closed"/torn.db*
  verify_of torn.db
  check "where it may be written that is taken back, and it is right" code_is 0
  chmod 000 "$work/closed/copy.db"
  verify_of copy.db
  check "a store that may not be read: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  rm -f "$work/closed"/{copy,older,torn}.db* "$work/closed"/sp*
  judge "$work/closed/store.db" "$work/open/out" "${somebody[@]}"
  check "done when both may be written" code_is 0
  check "and the store is sound" sound "$work/closed/store.db"

  mkdir -m 555 "$work/shut"
  judge "$work/open/store.db" "$work/shut/out" "${somebody[@]}"
  check "an out folder that cannot be made: exit code 3" code_is 3
  check "one sentence" one_line_of_complaint
  check "that names it" complains "$work/shut/out"
  mkdir -m 555 "$work/shut/out"
  judge "$work/open/store.db" "$work/shut/out" "${somebody[@]}"
  check "one that cannot be written: exit code 3" code_is 3
  check "one sentence" one_line_of_complaint
  chmod 777 "$work/shut/out"
  judge "$work/open/store.db" "$work/shut/out" "${somebody[@]}"
  check "once it may be written, done" code_is 0
  chmod 555 "$work/shut"
  "${somebody[@]}" "$tidemark" panel --date 2018-04-03 --store "$work/open/store.db" --out "$work/shut/pack" \
    >"$work/stdout" 2>"$work/err"
  code=$?
  check "a pack into a folder that cannot be written: exit code 3" code_is 3
  check "one sentence" one_line_of_complaint
else
  echo "skip - what may not be written: nobody else may run $tidemark here, and rights do not bind root"
fi
: >"$work/a-file"
judge :memory: "$work/a-file"
check "an out folder that is a file: exit code 3" code_is 3
check "one sentence" one_line_of_complaint

# A store that another holds ---------------------------------------------------------------------------
judge "$work/held.db" "$work/out"
coproc holder { sqlite3 "$work/held.db"; }
holder_pid=$holder_PID
echo "BEGIN EXCLUSIVE; SELECT 'held';" >&"${holder[1]}"
read -r _ <&"${holder[0]}"
# All at once, as each waits ten seconds for the other to finish.
held() {
  "$tidemark" "${@:2}" --store "$work/held.db" >/dev/null 2>"$work/err-$1"
  echo $? >"$work/code-$1"
}
held audit audit --snapshot "$work/return" --as-at 2018-03-30 --out "$work/out-held" &
waiting=$!
held record record explanation 1 --on 2018-04-01 --by SW-1 --role "social worker" --why "Said." &
waiting+=" $!"
held panel panel --date 2018-04-03 --out "$work/pack-held" &
waiting+=" $!"
held purge purge --keep-months 1 --as-on 2018-04-03 --really --by DA-1 --why "The policy." &
waiting+=" $!"
wait $waiting
for verb in audit record panel purge; do
  cp "$work/err-$verb" "$work/err"
  code=$(cat "$work/code-$verb")
  check "$verb, while another program holds the store: exit code 5" code_is 5
  check "one sentence" one_line_of_complaint
  check "that says it is in use" complains "in use"
done
check "no pack was written" test ! -e "$work/pack-held"
echo "ROLLBACK;" >&"${holder[1]}"
eval "exec ${holder[1]}>&-"
wait "$holder_pid" 2>/dev/null
judge "$work/held.db" "$work/out"
check "done when it is free" code_is 0
record_and_issue() {
  run record explanation 1 --on 2018-04-01 --by SW-1 --role "social worker" --why "Said." --store "$1"
  check "$2: a deed is recorded" code_is 0
  run panel --date 2018-04-03 --out "$work/pack-$3" --store "$1"
  check "$2: a pack is issued" code_is 0
}
record_and_issue "$work/held.db" "once it is free" free

# Two at once ------------------------------------------------------------------------------------------
together() {
  "$tidemark" audit --snapshot "$work/return" --as-at "$1" --store "$work/shared.db" --out "$work/out-$1" \
    >"$work/stdout-$1" 2>"$work/err-$1"
}
done_together=0
for pair in 1 2 3; do
  together "2018-0$pair-27" & first=$!
  together "2018-0$pair-28" & second=$!
  wait "$first" && done_together=$((done_together + 1))
  wait "$second" && done_together=$((done_together + 1))
done
cat "$work"/err-2018-* >"$work/err"
issue() {
  "$tidemark" panel --date 2018-04-03 --store "$work/shared.db" --out "$work/pack-$1" --formats html,csv \
    >"$work/stdout-pack-$1" 2>"$work/err-pack-$1"
}
issue a & first=$!
issue b & second=$!
wait "$first" && wait "$second"
code=$?
cat "$work"/err-pack-* >"$work/err"
check "of two packs at once both are issued" code_is 0
numbers() { sqlite3 "$work/shared.db" "SELECT group_concat(number) FROM pack"; }
check "with a number each" test "$(numbers)" = 1,2
bear_their_numbers() {
  local n other
  for n in 1 2; do
    other=$((3 - n))
    grep -q "[Pp]ack $n" "$work"/pack-?/panel-pack-$n.html && ! grep -q "[Pp]ack $other\b" "$work"/pack-?/panel-pack-$n.html ||
      return 1
  done
}
check "that its pages bear" bear_their_numbers
check "of two audits at once into one store, new and old, both are done" test "$done_together" = 6
check "every run is recorded" test "$(runs_in "$work/shared.db")" = 6
check "with all of its findings" runs_are_whole "$work/shared.db"
check "each wrote its own report" sh -c "[ \$(ls '$work'/out-2018-*/report.html | wc -l) = 6 ]"
check "and the store is sound" sound "$work/shared.db"
for store in shared held closed/store; do
  [ -e "$work/$store.db" ] || continue
  run verify --store "$work/$store.db"
  check "the runs of $store.db are identical when made again" code_is 0
done
finish
