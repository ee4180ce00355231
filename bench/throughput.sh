#!/usr/bin/env bash
# Jobs a second of the whole pipeline (read, check, journal, sign, send, record) and of the vendor's Java client in a bare
# loop, 32 in flight each, against one loopback server: medians of rounds by turns, and their ratios.
# Usage: bench/throughput.sh [ROWS [ROUNDS]]
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
echo "compiling …" >&2
(cd "$home" && mvn -q -B -Dspotless.check.skip=true test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile="$work/classpath.txt" >&2 </dev/null)

# JAVA_OPTS is split into words on purpose.
# shellcheck disable=SC2086
"$java" -XX:+UseSerialGC ${JAVA_OPTS:-} -cp "$home/target/test-classes:$home/target/classes:$(cat "$work/classpath.txt")" \
  io.camelsmc.bench.ThroughputBench "${1:-5000}" "${2:-9}" "$work"
