#!/usr/bin/env bash
# docs/write-a-rule.md, followed word by word. A block of Lua whose first line is a path is saved
# there; a line of a console block that begins with "$ " is run, and what follows it must be printed.
. "$(dirname "$0")/lib.sh"
unset TIDEMARK_RULES
mkdir -p "$work/desk" "$work/bin"
ln -s "$tidemark" "$work/bin/tidemark"
cp -r "$top/rules" "$top/fixtures" "$work/desk"
cd "$work/desk" || exit 1
PATH=$work/bin:$PATH
page=$top/docs/write-a-rule.md
steps=0
command="" expected="" block="" saved=""

finish_command() {
  [ -n "$command" ] || return 0
  steps=$((steps + 1))
  printed=$(eval "$command" 2>&1)
  code=$?
  printf '%s\n' "$printed" >"$work/err"
  if [ -n "${WRITE_A_RULE_SHOW-}" ]; then printf '$ %s\n%s\n' "$command" "$printed"; fi
  check "step $steps: $command" [ "$printed" = "$expected" ]
  command="" expected=""
}

while IFS= read -r line; do
  case "$block:$line" in
    :'```console') block=console ;;
    :'```lua') block=lua saved="" ;;
    console:'```') finish_command; block="" ;;
    lua:'```') block="" ;;
    console:'$ '*) finish_command; command=${line#\$ } ;;
    console:*) expected=$expected${expected:+$'\n'}$line ;;
    lua:'-- our-rules/'*) saved=${line#-- }; mkdir -p "$(dirname "$saved")"; : >"$saved" ;;
    lua:*) [ -z "$saved" ] || printf '%s\n' "$line" >>"$saved" ;;
  esac
done <"$page"
check "the page has steps to follow" [ "$steps" -gt 10 ]
finish
