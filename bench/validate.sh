#!/usr/bin/env bash
# CPU time, peak memory and growth of `smc validate`. Usage: bench/validate.sh [DIR]
# Generates sheets of 1,000, 10,000 and 1,000,000 rows in DIR (default: a temporary directory) and checks them.
# The large one has two duplicates far apart and runs in a heap of 256 MiB.
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

# label file expected-exit: prints what one run costs; leaves the CPU seconds in $cpu.
measure() {
  local label=$1 file=$2 expected=$3
  python3 - "$smc" "$file" "$expected" "$work/out.txt" <<'PY' >"$work/figures.txt"
import resource, subprocess, sys, time
smc, path, expected, out = sys.argv[1:]
start = time.monotonic()
with open(out, "w") as sink:
    code = subprocess.run([smc, "validate", path], stdout=sink, stderr=subprocess.STDOUT).returncode
elapsed = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if code != int(expected):
    sys.exit(f"exit code {code}, expected {expected}:\n" + open(out).read()[:2000])
print(f"{usage.ru_utime + usage.ru_stime:.2f} {usage.ru_maxrss / 1024:.0f} {elapsed:.2f}")
PY
  read -r cpu rss elapsed <"$work/figures.txt"
  printf '%-34s %8s CPU s %8s MiB peak %8s s\n' "$label" "$cpu" "$rss" "$elapsed"
}

generate 1000 "$work/1k.csv"
generate 10000 "$work/10k.csv"
generate 1000000 "$work/1m.csv" duplicate

measure "1,000 rows" "$work/1k.csv" 0
small=$cpu
measure "10,000 rows (limit 3 s, 300 MiB)" "$work/10k.csv" 0
awk -v a="$cpu" -v b="$small" 'BEGIN { printf "growth from 1,000 to 10,000 rows    %8.1f times (limit 12)\n", a / b }'
mkdir -p "$work/defaults"
cat >"$work/defaults/defaults.yaml" <<'YAML'
global: {runOnce: true, jobType: 0}
waves: {wave-01: {start: 2030-01-01T00:00:00Z}, wave-02: {description: second}}
YAML
cp "$work/10k.csv" "$work/defaults/10k.csv"
measure "10,000 rows with defaults.yaml" "$work/defaults/10k.csv" 0
export JAVA_OPTS="${JAVA_OPTS:-} -Xmx256m"
measure "1,000,000 rows, 256 MiB heap" "$work/1m.csv" 3
grep -E 'see .*:(2|1000001);' "$work/out.txt" | cut -c 1-160
tail -n 1 "$work/out.txt"
