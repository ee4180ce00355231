#!/usr/bin/env bash
# CPU time, peak memory and growth of `smc plan --offline`, next to Terraform's. Usage: bench/plan.sh [DIR]
# Generates sheets of 1,000 to 1,000,000 rows in DIR (default: a temporary directory) and plans them with an empty journal.
# From 100,000 rows on the heap is 256 MiB; the largest sheet has two duplicates far apart.
#
# Terraform 1.11.4, builtin resource, the same sheet by csvdecode and for_each, no network, 2 cores: 1,000 rows 42 CPU s
# and 156 MiB; 10,000 rows about 4,500 CPU s by a fit, since nobody waits for it.
set -euo pipefail

# shellcheck source=bench/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
workspace "$@"

# label rows expected-exit [option…]
plan() {
  measure "$1" "$3" "$smc" plan --offline --state "$work/state" "${@:4}" "$work/$2.csv"
}

# cpu-of-terraform [MiB-of-terraform]: the last run as a ratio.
against() {
  awk -v cpu="$cpu" -v rss="$rss" -v theirs="$1" -v memory="${2:-}" 'BEGIN {
    printf "  Terraform %s CPU s: %.0f times as much", theirs, theirs / cpu
    if (memory != "") printf "; %s MiB: %.2f times as much", memory, memory / rss
    print ""
  }'
}

generate 1000 "$work/1k.csv"
generate 10000 "$work/10k.csv"
generate 100000 "$work/100k.csv"
generate 1000000 "$work/1m.csv" duplicate

plan "1,000 rows" 1k 0
small=$cpu
against 42 156
plan "10,000 rows" 10k 0
holds "CPU s" "$cpu" 3
holds "MiB" "$rss" 300
holds "growth from 1,000 rows" "$(times "$cpu" "$small")" 12
against 4500
export JAVA_OPTS="${JAVA_OPTS:-} -Xmx256m"
plan "100,000 rows, 256 MiB heap" 100k 0
holds "seconds" "$elapsed" 60
plan "100,000 rows as JSON, 256 MiB heap" 100k 0 --json
holds "seconds" "$elapsed" 60
plan "1,000,000 rows, 256 MiB heap" 1m 3
grep -E '^ .*see .*:(2|1000001);' "$work/out.txt" | sed "s|$work/||g" | cut -c 1-160
exit "$failed"
