#!/usr/bin/env bash
# CPU time, peak memory and growth of `smc validate`. Usage: bench/validate.sh [DIR]
# Generates sheets of 1,000, 10,000 and 1,000,000 rows in DIR (default: a temporary directory) and checks them.
# The large one has two duplicates far apart and runs in a heap of 256 MiB.
set -euo pipefail

# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
workspace "$@"

generate 1000 "$work/1k.csv"
generate 10000 "$work/10k.csv"
generate 1000000 "$work/1m.csv" duplicate

measure "1,000 rows" 0 "$smc" validate "$work/1k.csv"
small=$cpu
measure "10,000 rows" 0 "$smc" validate "$work/10k.csv"
holds "CPU s" "$cpu" 3
holds "MiB" "$rss" 300
holds "growth from 1,000 rows" "$(times "$cpu" "$small")" 12
mkdir -p "$work/defaults"
cat >"$work/defaults/defaults.yaml" <<'YAML'
global: {runOnce: true, jobType: 0}
waves: {wave-01: {start: 2030-01-01T00:00:00Z}, wave-02: {description: second}}
YAML
cp "$work/10k.csv" "$work/defaults/10k.csv"
measure "10,000 rows with defaults.yaml" 0 "$smc" validate "$work/defaults/10k.csv"
export JAVA_OPTS="${JAVA_OPTS:-} -Xmx256m"
measure "1,000,000 rows, 256 MiB heap" 3 "$smc" validate "$work/1m.csv"
grep -E 'see .*:(2|1000001);' "$work/out.txt" | sed "s|$work/||g" | cut -c 1-160
tail -n 1 "$work/out.txt"
exit "$failed"
