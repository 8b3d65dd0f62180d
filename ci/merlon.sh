#!/bin/sh
# Runs Merlon from the clone that this file lies in, and makes the command first where that is needed.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
node "$home/scripts/set-up.mjs" >&2
exec node "$home/packages/cli/bin/merlon.mjs" "$@"
