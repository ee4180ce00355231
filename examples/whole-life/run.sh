#!/usr/bin/env bash
# A wave of 60 servers through its whole life on the emulator, where an hour takes 3 seconds. Works in a temporary directory and
# leaves nothing behind.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
smc=$here/../../bin/smc
work=$(mktemp -d)
cd "$work"
# The key that the emulator accepts; no other is needed, and none is used.
export ALIBABA_CLOUD_ACCESS_KEY_ID=testid ALIBABA_CLOUD_ACCESS_KEY_SECRET=testsecret
unset ALIBABA_CLOUD_SECURITY_TOKEN ALIBABA_CLOUD_PROFILE

"$smc" emulator --port 0 --speed 1200 --faults "$here/faults.json" >emulator.log &
emulator=$!
trap 'kill "$emulator" 2>/dev/null || true; rm -rf "$work"' EXIT
until grep -q "^listening on" emulator.log; do
  kill -0 "$emulator" 2>/dev/null || { cat emulator.log >&2; exit 1; }
  sleep 0.2
done
endpoint=$(sed -n 's/^listening on //p' emulator.log)

step() { # what it is, the exit codes that are expected, the command
  local what=$1 expected=$2 code=0
  shift 2
  echo
  echo "== $what"
  echo "\$ smc $*"
  "$smc" "$@" --endpoint "$endpoint" --account-id 1234567890123456 --rate 0 || code=$?
  case " $expected " in
    *" $code "*) ;;
    *) echo "exit code $code, expected $expected" >&2; exit 1 ;;
  esac
}

step "make the jobs" 0 apply --auto-approve --quiet "$here/input/wave-01.csv"
step "start them: 50 may run at once, the others follow" 0 start wave:wave-01 --auto-approve --wait --poll 500ms --timeout 90s
step "wait until they are through their first synchronisation; two fail on purpose" "0 3" wait wave:wave-01 --for waiting --poll 500ms --timeout 90s
step "where the wave stands" 0 status
step "start the two again, as if their cause were removed" 0 start wave-01/erp-07 wave-01/shop-30 --auto-approve --wait --poll 500ms --timeout 60s
step "wait for them too" 0 wait wave:wave-01 --for waiting --poll 500ms --timeout 60s
step "more time until they expire" "0 3" extend wave:wave-01 --to +14d --auto-approve
step "cut the incremental ones over, with a last synchronisation" "0 3" cutover wave:wave-01 --last-sync yes --auto-approve --wait --poll 500ms --timeout 60s
step "wait until all are finished" 0 wait wave:wave-01 --for finished --poll 500ms --timeout 60s
step "clean up" 0 delete wave:wave-01 --auto-approve
step "wait until they are gone" 0 wait wave:wave-01 --for gone --poll 500ms --timeout 60s
step "what is left" 0 status
