#!/usr/bin/env bash
# Writes docs/screens.md: what plan and apply print in the situations that matter. Everything runs against the emulator on
# loopback, in a temporary directory. Times and ids differ from run to run. Usage: docs/screens/capture.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=$(cd "$here/../../bin" && pwd)/smc
page=$here/../screens.md
work=$(mktemp -d)
emulator=''
stop_emulator() {
  if [ -n "$emulator" ]; then
    kill "$emulator" 2>/dev/null || true
    wait "$emulator" 2>/dev/null || true
    emulator=''
  fi
}
trap 'stop_emulator; rm -rf "$work"' EXIT
export ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret NO_COLOR=1
"$smc" --version >/dev/null # builds on a fresh checkout
cd "$work"

# options…: starts the service and waits until it listens; its address is in $service
start_emulator() {
  "$smc" emulator --port 0 "$@" >emulator.out 2>emulator.err &
  emulator=$!
  for _ in $(seq 100); do
    grep -q '^listening on' emulator.out && break
    sleep 0.1
  done
  service=$(sed -n 's/^listening on //p' emulator.out)
}

# rows: a sheet of two waves, with some mistakes
sheet() {
  awk -v rows="$1" 'BEGIN {
    print "source_id,name,wave,app,region,target_type,image_name,system_disk_size,data_disks,net_mode,vswitch_id,tags"
    for (i = 1; i <= rows; i++) {
      size = i == 7 ? 8 : 40 + i
      region = i % 2 ? "cn-hangzhou" : "ap-southeast-1"
      printf "s-bp1k4wd9x0tq%06d,web-%02d,wave-%02d,shop,%s,Image,web-%02d,%d,1:100,2,vsw-bp1ddbrxdlrcbim46,app=shop;env=prod\n",
        i, i, i % 2 + 1, region, i, size
    }
  }'
}

# title sentence command…: one screen; a command that is not interrupted runs to its end
screen() {
  local title=$1 words=$2 code=0
  shift 2
  { printf '## %s\n\n%s\n\n```text\n$ bin/smc %s\n' "$title" "$words" "$*"; } >>"$page"
  "$smc" "$1" --endpoint "$service" "${@:2}" >screen.out 2>&1 </dev/null || code=$?
  show "$code"
}

show() {
  sed "s#$work/##g; s#--endpoint $service ##g; s#$smc#bin/smc#g; s#^  smc \(apply\|plan\|retry\) #  bin/smc \1 #; s#with: smc #with: bin/smc #" screen.out >>"$page"
  printf '[exit code %s]\n```\n\n' "$1" >>"$page"
}

cat >"$page" <<'MD'
# Screens

What `plan` and `apply` print, captured by `docs/screens/capture.sh` against the emulator. Without a terminal there is no
progress line; on one, a line for each wave is redrawn while it goes. Long lists are cut at 60 lines, and `--report DIR` has
everything. `--rate 0` leaves the bound of five calls a second out, which a rehearsal does not need; do without it for real.

| outcome | meaning |
|---|---|
| created, adopted, updated, unchanged | the job is as wanted: made now, found and taken over, changed, left alone |
| invalid | the row breaks a rule; nothing was sent for it |
| rejected, conflict | the service refuses the row, or something stands in its way: a person decides |
| failed | it did not work, and trying again without a change would not help |
| pending | open: the same command goes on with it |

Exit codes: 0 all is as wanted; 3 all rows were tried, some need a person; 4 stopped before all rows were done (rerunning is safe,
once the cause on the `Stopped:` line is removed); 5 another runner holds the journal; 130 interrupted.

MD

start_emulator --sources any
sheet 3 >wave.csv
screen "A clean run" "Without \`--auto-approve\` it would show the whole plan and ask first; it needs a terminal then." \
  apply --auto-approve --state clean wave.csv
stop_emulator

start_emulator --sources any
sheet 20 >wave.csv
screen "A plan" "One row breaks a rule; the others would be created." plan wave.csv
screen "An apply" "The good rows are made, the bad one comes back in \`out/wave.rejected.csv\`." \
  apply --auto-approve --rate 0 --report out wave.csv

screen "Once more" "Running it again changes nothing." apply --auto-approve wave.csv

sed -i.bak 's/,web-02,42,/,web-02,120,/; s/,web-04,44,/,web-04,900,/; s/,web-07,8,/,web-07,47,/' wave.csv
screen "A plan after edits" "A disk is enlarged, another one beyond what a change may ask for, and the bad row is corrected." \
  plan --detailed-exitcode wave.csv
screen "A saved plan" "Reviewed, then applied: exactly this and no more." plan --out plan.json --target 'web-0?' wave.csv
screen "Applying the saved plan" "A sheet that was edited meanwhile changes nothing about the plan." apply --auto-approve plan.json
stop_emulator

cat >slow.json <<'JSON'
{"faults": [{"action": "CreateReplicationJob", "fault": "DELAY_ANSWER", "millis": 900},
            {"action": "CreateReplicationJob", "nth": 12, "fault": "ACCEPT_THEN_DROP"}]}
JSON
start_emulator --sources any --faults slow.json
sheet 60 >wave.csv
printf '## An interrupted apply\n\nA signal, such as Ctrl-C, in the middle: what is on its way ends, the rest waits.\n\n```text\n$ bin/smc apply --auto-approve --rate 0 --state night wave.csv\n' >>"$page"
"$smc" apply --endpoint "$service" --auto-approve --rate 0 --state night wave.csv >screen.out 2>&1 </dev/null &
apply=$!
sleep 2
kill -TERM "$apply" || true
code=0
wait "$apply" || code=$?
show "$code"
screen "The resumed apply" "The same command goes on where it stopped; nothing is made twice." \
  apply --auto-approve --rate 0 --state night wave.csv
stop_emulator

start_emulator --sources any --faults slow.json
printf '## Two runners\n\nA second apply while the first holds the journal.\n\n```text\n$ bin/smc apply --auto-approve --state held wave.csv\n' >>"$page"
"$smc" apply --endpoint "$service" --auto-approve --rate 0.5 --parallelism 1 --state held wave.csv >first.out 2>&1 </dev/null &
apply=$!
sleep 3
code=0
"$smc" apply --endpoint "$service" --auto-approve --state held wave.csv >screen.out 2>&1 </dev/null || code=$?
show "$code"
kill -TERM "$apply" || true
wait "$apply" || true
stop_emulator

cat >refuse.json <<'JSON'
{"faults": [{"action": "CreateReplicationJob", "nth": 2, "fault": "ACCEPT_THEN_DROP"},
            {"action": "CreateReplicationJob", "nth": 7, "fault": "ERROR", "status": 400,
             "code": "InvalidImageName.Malformed", "message": "The image name is malformed."},
            {"action": "CreateReplicationJob", "nth": 8, "fault": "ERROR", "status": 400,
             "code": "InvalidImageName.Malformed", "message": "The image name is malformed."},
            {"action": "CreateReplicationJob", "nth": 9, "fault": "ERROR", "status": 400,
             "code": "InvalidImageName.Malformed", "message": "The image name is malformed."}]}
JSON
start_emulator --sources any --faults refuse.json
screen "A guard: too many rows fail" "The second answer was lost: the job is found, not made twice. Then three rows are refused, and two may be." \
  apply --auto-approve --rate 0 --parallelism 1 --max-fail 2 --state guard wave.csv
screen "Trying again" "What the journal holds without a job is tried again, without any sheet." retry --auto-approve --rate 0 --state guard
stop_emulator

screen "A failed apply: the service does not answer" "Every row is accounted for, and nothing is in doubt." \
  apply --auto-approve --state failed wave.csv
cat >outage.json <<'JSON'
{"faults": [{"action": "CreateReplicationJob", "nth": 5, "fault": "ERROR", "status": 403, "code": "Forbidden.RAM",
             "message": "User not authorized to operate on the specified resource."}]}
JSON
start_emulator --sources any --faults outage.json
screen "A failed apply: the account is refused" "What concerns the whole account stops the run at once, with one message." \
  apply --auto-approve --rate 0 --parallelism 1 --state failed wave.csv
export ALIBABA_CLOUD_ACCESS_KEY_SECRET=mistyped
screen "A failed apply: wrong secret" "Nothing is sent twice, and nothing is lost." apply --auto-approve --state failed wave.csv
echo "written: docs/screens.md"
