#!/usr/bin/env bash
# CPU time, peak memory and growth of `smc plan --offline`, next to Terraform's. Usage: bench/plan.sh [DIR]
# Generates sheets of 1,000 to 1,000,000 rows in DIR (default: a temporary directory) and plans them with an empty journal.
# From 100,000 rows on the heap is 256 MiB; the largest sheet has two duplicates far apart.
#
# Terraform 1.11.4, builtin resource, the same sheet by csvdecode and for_each, no network, 2 cores: 1,000 rows 42 CPU s
# and 156 MiB; 10,000 rows about 4,500 CPU s by a fit, since nobody waits for it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=$here/../bin/smc
if [ $# -gt 0 ]; then
  work=$1
  mkdir -p "$work"
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi

"$smc" --version >/dev/null # builds on a fresh checkout, which is not to be measured

# rows file [duplicate]: a realistic sheet; with a duplicate, the last row repeats the source of the first one.
generate() {
  awk -v rows="$1" -v duplicate="${3:-}" 'BEGIN {
    print "source_id,name,wave,app,region,target_type,image_name,system_disk_size,data_disks,net_mode,vswitch_id,tags,notes"
    for (i = 1; i <= rows; i++) {
      n = (duplicate != "" && i == rows) ? 1 : i
      printf "s-bp1%017d,web-%d,wave-%02d,shop,cn-hangzhou,Image,img-%d,%d,1:%d;2:500,2,vsw-bp1ddbrxdlrcbim46,app=shop;env=prod,\"rack %d, row %d\"\n",
        n, i, i % 40 + 1, i, 40 + i % 100, 100 + i % 400, i % 50, i
    }
  }' >"$2"
}

failed=0

# what value limit: says whether a limit holds; the exit code of the script remembers.
holds() {
  if awk -v a="$2" -v b="$3" 'BEGIN { exit !(a <= b) }'; then
    printf '  holds: %s %s, at most %s\n' "$1" "$2" "$3"
  else
    printf '  BROKEN: %s %s, at most %s\n' "$1" "$2" "$3"
    failed=1
  fi
}

# label file expected-exit [option…]: prints what one run costs; leaves the figures in $cpu, $rss and $elapsed.
measure() {
  local label=$1 file=$2 expected=$3
  shift 3
  python3 - "$smc" "$file" "$expected" "$work/out.txt" "$work/state" "$@" <<'PY' >"$work/figures.txt"
import resource, subprocess, sys, time
smc, path, expected, out, state, *options = sys.argv[1:]
start = time.monotonic()
with open(out, "w") as sink:
    command = [smc, "plan", "--offline", "--state", state, *options, path]
    code = subprocess.run(command, stdout=sink, stderr=subprocess.STDOUT).returncode
elapsed = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if code != int(expected):
    sys.exit(f"exit code {code}, expected {expected}:\n" + open(out).read()[:2000])
print(f"{usage.ru_utime + usage.ru_stime:.2f} {usage.ru_maxrss / 1024:.0f} {elapsed:.2f}")
PY
  read -r cpu rss elapsed <"$work/figures.txt"
  printf '%-38s %8s CPU s %6s MiB peak %8s s\n' "$label" "$cpu" "$rss" "$elapsed"
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

measure "1,000 rows" "$work/1k.csv" 0
small=$cpu
against 42 156
measure "10,000 rows" "$work/10k.csv" 0
holds "CPU s" "$cpu" 3
holds "MiB" "$rss" 300
holds "growth from 1,000 rows" "$(awk -v a="$cpu" -v b="$small" 'BEGIN { printf "%.1f", a / b }')" 12
against 4500
export JAVA_OPTS="${JAVA_OPTS:-} -Xmx256m"
measure "100,000 rows, 256 MiB heap" "$work/100k.csv" 0
holds "seconds" "$elapsed" 60
measure "100,000 rows as JSON, 256 MiB heap" "$work/100k.csv" 0 --json
holds "seconds" "$elapsed" 60
measure "1,000,000 rows, 256 MiB heap" "$work/1m.csv" 3
grep -E '^ .*see .*:(2|1000001);' "$work/out.txt" | sed "s|$work/||g" | cut -c 1-160
exit "$failed"
