#!/usr/bin/env bash
# Kills the program (-9) at random moments of everything that writes, and asks after each kill whether
# anything recorded was lost and whether anything half-done can be seen.
#
#   tests/crash/kill_loop.sh PROGRAM [KILLS [SEED]]
#
# The same seed gives the same moments, as far as the machine lets it. Lines "ok - ..." and
# "not ok - ..."; ends with 1 when there is one of the latter, and then keeps the folder of that kill.
. "$(dirname "${BASH_SOURCE[0]}")/../cli/lib.sh" "$1" "$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
kills=${2:-30}
RANDOM=${3:-20211231}
asked_in=$(dirname "${BASH_SOURCE[0]}")
. "$asked_in/what_is_recorded.sh"
. "$asked_in/what_writes.sh"
landed=0 in_transaction=0 finished=0 scenes=0

now_us() { echo "${EPOCHREALTIME/./}"; }

# measure KIND: how many microseconds it takes when nobody kills it, how often it begins to write to the
# store, and how long the longest of these lasts.
declare -A length_of transactions_of longest_of
measure() {
  local began pid since= now status done_code=done_code_$1
  transactions_of[$1]=0 longest_of[$1]=0
  prepare_"$1"
  began=$(now_us)
  "command_$1" >"$work/stdout" 2>"$work/err" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    if [ -e "$trial-journal" ]; then
      now=${EPOCHREALTIME/./}
      [ -z "$since" ] && since=$now && transactions_of[$1]=$((${transactions_of[$1]} + 1))
      [ $((now - since)) -gt "${longest_of[$1]}" ] && longest_of[$1]=$((now - since))
    else
      since=
    fi
  done
  length_of[$1]=$(($(now_us) - began))
  # What was too short to be seen is there all the same.
  [ "${transactions_of[$1]}" = 0 ] && transactions_of[$1]=1 longest_of[$1]=5000
  wait "$pid"
  status=$?
  [ "$status" = "${!done_code:-0}" ] || { echo "# $1: $(head -c 300 "$work/err")"; return 1; }
}

# moment KIND: leaves in $wait_for the seconds to wait before the kill, and in $after_writes after how many
# beginnings of a write to the store: 0 is the start of the program. Not in a subshell, which would draw the
# same numbers again.
moment() {
  local span at
  after_writes=0 span=$((${length_of[$1]} * 9 / 10))
  if [ $((RANDOM % 2)) = 0 ]; then
    after_writes=$((RANDOM % ${transactions_of[$1]} + 1)) span=$((${longest_of[$1]} * 5 / 4))
  fi
  at=$(((RANDOM * 32768 + RANDOM) % (span + 1)))
  printf -v wait_for '%d.%06d' $((at / 1000000)) $((at % 1000000))
}

# await_writes PID: returns as soon as the program has begun $after_writes of them, or has ended.
await_writes() {
  local seen=0 there=
  while [ "$seen" -lt "$after_writes" ] && kill -0 "$1" 2>/dev/null; do
    if [ ! -e "$trial-journal" ]; then
      there=
    elif [ -z "$there" ]; then
      there=1 seen=$((seen + 1))
    fi
  done
}

# A pause that starts no program: a few milliseconds may be all there is.
mkfifo "$work/never"
exec {never}<>"$work/never"
pause() { read -r -t "$1" -u "$never" || true; }

# learn KIND TIMES OF: the machine is busier or less busy than when this was measured.
learn() {
  if [ "$after_writes" = 0 ]; then
    length_of[$1]=$((${length_of[$1]} * $2 / $3 + 1000))
  else
    longest_of[$1]=$((${longest_of[$1]} * $2 / $3 + 100))
  fi
}

# one_kill KIND: leaves in $verdict what was wrong, else nothing.
one_kill() {
  local kind=$1 status done_code=done_code_$1
  verdict= runs_without_totals=0
  prepare_"$kind"
  recorded "$trial" >"$work/before"
  moment "$kind"
  program_first=$((RANDOM % 3))
  "command_$kind" >"$work/stdout" 2>"$work/err" &
  local pid=$!
  await_writes "$pid"
  [ "$wait_for" = 0.000000 ] || pause "$wait_for"
  kill -9 "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  status=$?
  if [ "$status" = 137 ]; then
    landed=$((landed + 1))
    learn "$kind" 21 20
    [ -s "$trial-journal" ] && in_transaction=$((in_transaction + 1))
  else
    finished=$((finished + 1))
    learn "$kind" 4 5
    [ "$status" = "${!done_code:-0}" ] || verdict="ended with $status: $(head -c 200 "$work/err")"
  fi
  [ -z "$verdict" ] && verdict=$(look_after "$kind" "$status")
}

keep_the_scene() {
  local scene=/tmp/tidemark-kill-$$-$1
  cp -r "$work" "$scene"
  echo "# the folder of this kill is kept: $scene"
}

kinds=()
for kind in $all_kinds; do
  if ! "knows_$kind"; then
    echo "# $kind: this program has no such verb"
  elif measure "$kind"; then
    kinds+=("$kind")
    echo "# $kind takes $((length_of[$kind] / 1000)) ms, writes ${transactions_of[$kind]} times to the store, for" \
      "up to $((longest_of[$kind] / 1000)) ms"
  else
    echo "not ok - $kind runs when nobody kills it"
    failures=$((failures + 1))
  fi
done

declare -A done_of wrong_of
for ((n = 0; n < kills; n++)); do
  kind=${kinds[$((n % ${#kinds[@]}))]}
  one_kill "$kind"
  done_of[$kind]=$((${done_of[$kind]:-0} + 1))
  if [ -n "$verdict" ]; then
    wrong_of[$kind]=$((${wrong_of[$kind]:-0} + 1))
    echo "# kill $n ($kind): $verdict"
    [ $((++scenes)) -le 3 ] && keep_the_scene "$n"
  fi
done
for kind in "${kinds[@]}"; do
  check "$kind: ${done_of[$kind]:-0} kills, nothing lost, nothing half-done" test -z "${wrong_of[$kind]:-}"
done
echo "# seed ${3:-20211231}: $landed kills landed while the program ran, $in_transaction of them in the middle of a" \
  "transaction; $finished came after it had ended"
check "a third of the kills landed, and some in the middle of a transaction" test $((landed * 3)) -ge "$kills" -a "$in_transaction" -gt 0

for store in "$work"/*.tidemark; do
  run verify --store "$store" --threads 2
  check "$(basename "$store") is identical when everything in it is made again" code_is 0
  [ -e "$store.access" ] || continue
  run access-log --store "$store" --check
  check "and the lines of its access log follow one from the other" code_is 0
done
finish
