#!/usr/bin/env bash
# Killed at random moments of everything that writes: nothing lost, nothing half-done. A few dozen kills
# here; by hand a thousand (docs/store.md).
exec bash "$2/tests/crash/kill_loop.sh" "$1" "${3:-30}"
