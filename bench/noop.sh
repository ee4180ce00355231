#!/usr/bin/env bash
# What it costs to apply 1,000 jobs, to apply them again, and to find them again after the loss of the state. Calls
# are those that the command counts. Usage: bench/noop.sh [ROWS]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=${SMC:-$here/../bin/smc}
rows=${1:-1000}
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

"$smc" --version >/dev/null # builds on a fresh checkout, which is not to be measured
export ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret

"$here/sheet.sh" "$rows" >"$work/sheet.csv"
: >"$work/server.txt"
"$smc" emulator --quota $((rows + 1)) >"$work/server.txt" 2>"$work/server.err" &
server=$!
until grep -q '^listening on ' "$work/server.txt"; do
  kill -0 "$server" || { cat "$work/server.err" >&2; exit 1; }
  sleep 0.1
done
endpoint=$(sed -n 's/^listening on //p' "$work/server.txt")

# label expected-outcome [most-calls]: one apply, and what it cost.
apply() {
  python3 - "$smc" "$work" "$endpoint" "$rows" "$@" <<'PY'
import json, resource, subprocess, sys, time
smc, work, endpoint, rows, label, outcome, *limit = sys.argv[1:]
start = time.monotonic()
with open(f"{work}/log.txt", "w") as log:
    run = subprocess.run([smc, "apply", f"{work}/sheet.csv", "--endpoint", endpoint, "--state", f"{work}/state",
                          "--rate", "0", "--job-quota", str(int(rows) + 1), "--auto-approve", "--json"],
                         stdout=subprocess.PIPE, stderr=log)
wall = time.monotonic() - start
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
if run.returncode:
    sys.exit(f"{label}: exit code {run.returncode}:\n" + open(f"{work}/log.txt").read()[-2000:])
result = json.loads(run.stdout)
creates = result["created"] + result["retries"]
print(f"{label:<28} {outcome} {result[outcome]:5}  writes {creates:5}  reads {result['calls'] - creates:3}  "
      f"{usage.ru_utime + usage.ru_stime:5.2f} CPU s  {usage.ru_maxrss / 1024:4.0f} MiB peak  {wall:5.2f} s"
      + (f"  (limit 0 writes, {limit[0]} reads)" if limit else ""))
if result[outcome] != int(rows) or (limit and result["calls"] > int(limit[0])):
    sys.exit(f"{label}: not as expected: {result}")
PY
}

apply "first apply" created
apply "second apply" unchanged $(((25 * rows + 999) / 1000))
rm -rf "$work/state"
apply "apply after loss of state" adopted
