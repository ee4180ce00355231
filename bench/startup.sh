#!/usr/bin/env bash
# CPU and wall seconds of short commands, JVM start included: medians. Usage: bench/startup.sh [RUNS]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=${SMC:-$here/../bin/smc}
runs=${1:-11}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$smc" --version >/dev/null # builds on a fresh checkout, which is not to be measured
"$here/sheet.sh" 1 >"$work/sheet.csv"
cd "$work"

# expected-exit command…: runs it some times, each in a directory of its own with the sheet at hand and in the spool.
measure() {
  python3 - "$smc" "$work" "$runs" "$@" <<'PY'
import os, resource, shutil, statistics, subprocess, sys, time
smc, work, runs, expected, *command = sys.argv[1:]
cpu, wall = [], []
for run in range(int(runs) + 1):
    place = f"{work}/run"
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(f"{place}/in")
    shutil.copy(f"{work}/sheet.csv", place)
    shutil.copy(f"{work}/sheet.csv", f"{place}/in/sheet.csv")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.run([smc, *command], cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    elapsed = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != int(expected):
        sys.exit(f"smc {' '.join(command)}: exit code {done.returncode}, expected {expected}:\n{done.stdout[-2000:]}")
    if run:  # the first run finds a cold cache of files
        wall.append(elapsed)
        cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
print(f"smc {' '.join(command):<40} {statistics.median(cpu):5.2f} CPU s  {statistics.median(wall):5.2f} s wall"
      f"  (fastest {min(wall):.2f} s, {runs} runs)")
PY
}

measure 0 --help
measure 0 validate sheet.csv
measure 0 plan --offline sheet.csv
measure 0 run --emulator --drain
