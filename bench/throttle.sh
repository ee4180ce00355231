#!/usr/bin/env bash
# Rate behind a server that throttles, as share of what it allows, and share of throttled calls. No bound is given: the
# rate adapts. Usage: bench/throttle.sh [SECONDS [RATE…]] (default: about 80 seconds each at 5, 20 and 50 a second)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=${SMC:-$here/../bin/smc}
seconds=${1:-80}
shift || true
[ $# -gt 0 ] || set -- 5 20 50
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

"$smc" --version >/dev/null # builds on a fresh checkout, which is not to be measured
export ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret

missed=0
for rate in "$@"; do
  rows=$((rate * seconds))
  "$here/sheet.sh" "$rows" >"$work/sheet.csv"
  : >"$work/server.txt"
  "$smc" emulator --rate "$rate" --quota $((rows + 1)) >"$work/server.txt" 2>"$work/server.err" &
  server=$!
  until grep -q '^listening on ' "$work/server.txt"; do
    kill -0 "$server" || { cat "$work/server.err" >&2; exit 1; }
    sleep 0.1
  done
  endpoint=$(sed -n 's/^listening on //p' "$work/server.txt")
  code=0
  "$smc" apply "$work/sheet.csv" --endpoint "$endpoint" --state "$work/state-$rate" --rate 0 --parallelism 8 \
    --job-quota $((rows + 1)) --auto-approve --verbose --json >"$work/result.json" 2>"$work/log.txt" || code=$?
  kill "$server" && wait "$server" || true
  server=
  if [ $code -ne 0 ]; then
    echo "apply ended with $code:" >&2
    tail -n 5 "$work/log.txt" >&2
    exit 1
  fi
  python3 - "$work/result.json" "$work/log.txt" "$rate" "$rows" <<'PY' || missed=1
import json, re, sys
result, rate, rows = json.load(open(sys.argv[1])), float(sys.argv[3]), int(sys.argv[4])
if result["created"] != rows:
    sys.exit(f"{result['created']} of {rows} rows were created")
times = [int(h) * 3600 + int(m) * 60 + float(s) for h, m, s in
         re.findall(r"^(\d\d):(\d\d):(\d\d\.\d+)Z .* created job ", open(sys.argv[2]).read(), re.M)]
if len(times) != rows:
    sys.exit(f"the log tells of {len(times)} of {rows} jobs")
seconds = (times[-1] - times[0]) % 86400
# The plan has read by then and emptied the bucket that was full at first. Every 50 rows cost one more read.
answered = rows - 1 + (rows - 1) // 50
share = answered / seconds / rate
throttled = result["throttled"] / result["calls"]
whole = (result["calls"] - result["throttled"]) / (result["elapsed_ms"] / 1000) / rate
print(f"{rate:3.0f}/s allowed: {answered} calls in {seconds:.1f} s, {share:.3f} of the rate (limit 0.95; {whole:.3f} with "
      f"reading and planning), {result['throttled']} of {result['calls']} calls throttled, {throttled:.2%} (limit 2 %)")
sys.exit(0 if share >= 0.95 and throttled <= 0.02 else 1)
PY
done
exit $missed
