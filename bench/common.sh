# Shared by the benchmarks that measure a command; sourced, not run.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=${SMC:-$here/../bin/smc}
failed=0

# [DIR]: a directory to work in, kept if it was named; builds on a fresh checkout, which is not to be measured.
workspace() {
  if [ $# -gt 0 ]; then
    work=$1
    mkdir -p "$work"
  else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
  fi
  "$smc" --version >/dev/null
}

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

# label expected-exit command…: prints what one run costs; leaves the figures in $cpu, $rss and $elapsed, the output in
# $work/out.txt.
measure() {
  local label=$1 expected=$2
  shift 2
  python3 - "$expected" "$work/out.txt" "$@" <<'PY' >"$work/figures.txt"
import resource, subprocess, sys, time
expected, out, *command = sys.argv[1:]
start = time.monotonic()
with open(out, "w") as sink:
    code = subprocess.run(command, stdout=sink, stderr=subprocess.STDOUT).returncode
elapsed = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if code != int(expected):
    sys.exit(f"exit code {code}, expected {expected}:\n" + open(out).read()[:2000])
print(f"{usage.ru_utime + usage.ru_stime:.2f} {usage.ru_maxrss / 1024:.0f} {elapsed:.2f}")
PY
  read -r cpu rss elapsed <"$work/figures.txt"
  printf '%-40s %8s CPU s %8s MiB peak %8s s\n' "$label" "$cpu" "$rss" "$elapsed"
}

# what value limit: says whether a limit holds; $failed remembers.
holds() {
  if awk -v a="$2" -v b="$3" 'BEGIN { exit !(a <= b) }'; then
    printf '  holds: %s %s, at most %s\n' "$1" "$2" "$3"
  else
    printf '  BROKEN: %s %s, at most %s\n' "$1" "$2" "$3"
    failed=1
  fi
}

# larger smaller: how many times the one is the other.
times() {
  awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'
}
