#!/usr/bin/env bash
# What a new row costs on the three faces: calls a row of 'smc apply', of the spool, and of single rows of a route with 8 in
# flight; and wall and CPU of a wave through the spool against 'smc apply', with a service that takes 20 ms a call. Calls are
# those that the service counts. Usage: bench/faces.sh [ROWS]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/common.sh"
rows=${1:-1000}
server=
workspace
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
export ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret

"$here/sheet.sh" "$rows" >"$work/wave.csv"
python3 - "$work" <<'PY'
import csv, json, sys
work = sys.argv[1]
with open(f"{work}/wave.csv") as sheet, open(f"{work}/rows.ndjson", "w") as lines:
    for row in csv.DictReader(sheet):
        lines.write(json.dumps({"sourceId": row["source_id"], "name": row["name"], "regionId": row["region"],
                                "targetType": row["target_type"], "imageName": row["image_name"],
                                "systemDiskSize": int(row["system_disk_size"])}) + "\n")
PY
echo '{"faults": [{"fault": "DELAY", "millis": 20}]}' >"$work/slow.json"
mkdir -p "$work/lines"
cat >"$work/rows.yaml" <<'YAML'
- route:
    id: rows
    from:
      uri: file:{{rows.folder}}
      parameters:
        move: .done
        initialDelay: 0
      steps:
        - removeHeaders:
            pattern: "CamelFile*"
        - split:
            tokenize:
              token: "\n"
            streaming: true
            parallelProcessing: true
            executorService: "#rowThreads"
            steps:
              - to:
                  uri: smc:createReplicationJob
- beans:
    - name: rowThreads
      type: java.util.concurrent.Executors
      factoryMethod: newFixedThreadPool
      constructors:
        "0": 8
YAML

# [option…]: a service of its own for each measurement; leaves its address in $endpoint.
serve() {
  : >"$work/server.txt"
  : >"$work/server.err"
  "$smc" emulator --quota $((rows + 1)) --control-port 0 "$@" >"$work/server.txt" 2>"$work/server.err" &
  server=$!
  until grep -q '^control on ' "$work/server.txt" "$work/server.err"; do
    kill -0 "$server" || { cat "$work/server.err" >&2; exit 1; }
    sleep 0.1
  done
  endpoint=$(sed -n 's/^listening on //p' "$work/server.txt")
  control=$(cat "$work/server.txt" "$work/server.err" | sed -n 's/^control on \([^ ]*\).*/\1/p')
}

# face: calls a row, and the end of the service.
calls() {
  local counted jobs
  read -r counted jobs < <(python3 - "$control" <<'PY'
import json, sys, urllib.request
state = json.load(urllib.request.urlopen(sys.argv[1] + "/"))
print(state["requests"], state["jobs"])
PY
  )
  kill "$server" && wait "$server" 2>/dev/null || true
  server=
  [ "$jobs" = "$rows" ] || { echo "$1: $jobs jobs of $rows" >&2; exit 1; }
  a_row=$(awk -v a="$counted" -v b="$rows" 'BEGIN { printf "%.3f", a / b }')
  echo "  $counted calls for $rows new rows"
}

apply() {
  measure "$1" 0 "$smc" apply "$work/wave.csv" --endpoint "$endpoint" --state "$work/state-$2" --rate 0 \
    --job-quota $((rows + 1)) --auto-approve --json
}

spool() {
  measure "$1" 0 "$smc" run --drain --input "$work/wave.csv" --spool "$work/spool-$2" --endpoint "$endpoint" \
    --state "$work/state-$2"
}

serve
apply "apply" apply
calls "apply"
holds "calls a row, command line" "$a_row" 1.06

serve
spool "spool" spool
calls "spool"
holds "calls a row, spool" "$a_row" 1.06

serve
cp "$work/rows.ndjson" "$work/lines/"
measure "single rows, 8 in flight" 0 "$smc" run "$work/rows.yaml" --drain --endpoint "$endpoint" \
  --state "$work/state-rows" -p "rows.folder=$work/lines"
calls "single rows"
holds "calls a row, single rows with 8 in flight" "$a_row" 1.06

serve --faults "$work/slow.json"
apply "apply, 20 ms a call" slow-apply
apply_cpu=$cpu apply_wall=$elapsed
calls "apply"

serve --faults "$work/slow.json"
spool "spool, 20 ms a call" slow-spool
calls "spool"
holds "wall of the spool to that of apply" "$(awk -v a="$elapsed" -v b="$apply_wall" 'BEGIN { printf "%.2f", a / b }')" 1.3
holds "CPU of the spool to that of apply" "$(awk -v a="$cpu" -v b="$apply_cpu" 'BEGIN { printf "%.2f", a / b }')" 1.5
exit "$failed"
