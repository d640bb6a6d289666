#!/usr/bin/env bash
# The Debian package in a fresh bookworm: installed, used, upgraded over a store of the first version,
# removed, purged. Run by hand, as root, with a network:
#
#   tests/package/debootstrap.sh [DEB [FOLDER]]
#
# DEB: the package; without it, it is built (a release build: half an hour on one core). FOLDER: a bookworm
# that debootstrap has made and nobody needs; without it, one is made (some minutes) and taken away.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
deb=${1-} root=${2-}
failures=0

check() {
  local name=$1
  shift
  if "$@" >"$work/said" 2>&1; then echo "ok - $name"; else
    echo "not ok - $name: $(head -c 400 "$work/said")"
    failures=$((failures + 1))
  fi
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C DEBIAN_FRONTEND=noninteractive "$@"; }
as_tidemark() { inside runuser -u tidemark -- env TIDEMARK_NOW="$now" "$@"; }
no() { ! "$@"; }

if [ -z "$deb" ]; then
  cd "$top" && cmake --preset package >/dev/null && nice -n 10 cmake --build --preset package -j1 >/dev/null || exit 1
  cpack --config build/package/CPackConfig.cmake -B "$work" >/dev/null || exit 1
  deb=$(echo "$work"/*.deb)
fi
if [ -z "$root" ]; then
  root=$work/bookworm
  debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >/dev/null || exit 1
fi
# As on any machine: what is kept in memory is read by its name in /proc.
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
trap 'umount "$root/proc"; rm -rf "$work"' EXIT

# The package as a file.
check "lintian finds nothing" lintian --allow-root --fail-on error,warning "$deb"
dpkg-deb -R "$deb" "$work/unpacked"
program=$work/unpacked/usr/bin/tidemark
check "the program is position independent" sh -c "readelf -h '$program' | grep -q 'DYN '"
check "and binds all at its start, read-only" sh -c "readelf -d '$program' | grep -q BIND_NOW && readelf -lW '$program' | grep -q GNU_RELRO"
mkdir "$work/units"
for unit in "$work/unpacked/lib/systemd/system"/*; do
  sed "s|=/usr/bin/tidemark|=$program|" "$unit" >"$work/units/${unit##*/}"
done
check "systemd understands the units" systemd-analyze verify --man=no "$work/units"/*
for unit in tidemark-audits tidemark-audits-once; do
  check "$unit.service is exposed below 2.0" systemd-analyze security --offline=true --threshold=20 "$work/units/$unit.service"
done

# Installed.
cp "$deb" "$root/tmp/tidemark.deb"
inside apt-get update -qq >/dev/null 2>&1
check "it is installed with what it needs" inside apt-get install -y -qq --no-install-recommends /tmp/tidemark.deb
check "its files are as they were packed" inside dpkg -V tidemark
check "the user is made" inside getent passwd tidemark
check "its folder is its own" test "$(inside stat -c '%U %a' /var/lib/tidemark)" = "tidemark 750"
check "the program runs, with its rules" inside tidemark describe PO-9M
check "the completion is bash" bash -n "$root/usr/share/bash-completion/completions/tidemark"

# Used.
now=2022-04-04T09:30:00Z # a Monday
var=$root/var/lib/tidemark
printf '#!/bin/sh\ncat >>/var/lib/tidemark/letters\n' >"$root/usr/local/bin/fake-sendmail"
chmod 755 "$root/usr/local/bin/fake-sendmail"
cat >>"$root/etc/tidemark/audits.toml" <<'TOML'
[mail]
to = ["panel@council.example"]
from = "tidemark@council.example"
sendmail = "/usr/local/bin/fake-sendmail"
TOML
cp -r "$top/fixtures/small-council" "$var/drop/2022-04-01"
touch "$var/drop/2022-04-01/COMPLETE"
inside chown -R tidemark: /var/lib/tidemark/drop
check "the configuration is understood" as_tidemark tidemark serve-audits --config /etc/tidemark/audits.toml --check
check "what is due is run" as_tidemark tidemark serve-audits --config /etc/tidemark/audits.toml --once
check "its report is there" test -s "$var/reports/weekly/2022-04-04-run-1/report.html"
check "its outcome is kept" sh -c "chroot '$root' tidemark outcomes --store /var/lib/tidemark/tidemark.db --format csv | grep -q '^1,weekly,2022-04-04 06:00,.*,0,1,'"
check "its letter was sent" grep -q "^Subject: Tidemark, weekly: done" "$var/letters"
children=$(sqlite3 "$var/tidemark.db" "SELECT DISTINCT child FROM finding")
check "there are children" test "$(wc -w <<<"$children")" -gt 20
check "none of whom the letter names" no grep -qwF "$children" "$var/letters"

# Upgraded, over a store of the first version.
python3 "$top/tests/package/version_1.py" "$top/engine/store/schema.cpp" "$var/tidemark.db" "$work/version-1"
cp "$work/version-1" "$var/tidemark.db"
inside chown tidemark: /var/lib/tidemark/tidemark.db
sed -i 's/^Version: .*/Version: 99.0.0/' "$work/unpacked/DEBIAN/control"
dpkg-deb --root-owner-group -b "$work/unpacked" "$root/tmp/newer.deb" >/dev/null
check "a newer package is installed over it" inside apt-get install -y -qq -o Dpkg::Options::=--force-confold /tmp/newer.deb
check "the store is brought up to date" test "$(sqlite3 "$var/tidemark.db" 'PRAGMA user_version')" -gt 1
check "with its runs" test "$(sqlite3 "$var/tidemark.db" 'SELECT count(*) FROM run')" = 1
check "and verifies" as_tidemark tidemark verify --store /var/lib/tidemark/tidemark.db
check "a copy of the old one is kept" cmp "$work/version-1" "$(echo "$var"/tidemark.db.before-upgrade-from-*)"
check "the configuration stays as it was changed" grep -q fake-sendmail "$root/etc/tidemark/audits.toml"

# Removed, purged.
check "it is removed" inside apt-get remove -y -qq tidemark
check "the store stays" test -s "$var/tidemark.db"
check "the program is gone" test ! -e "$root/usr/bin/tidemark"
check "it is purged" inside apt-get purge -y -qq tidemark
left=$(find "$root" -xdev -iname '*tidemark*' -not -path "$root/tmp/*" -not -path "$root/proc/*" -not -path "$root/var/log/*" -not -path "$root/var/cache/apt/*")
check "and nothing of it is left: $left" test -z "$left"
check "nor its user" no inside getent passwd tidemark
[ "$failures" = 0 ]
