#!/bin/bash
# The Kotlin tests: the real core below its generated bindings, on a plain JVM, with a real server process beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
tests/tools/setup kotlin
ffi/bindings kotlin android/generated
exec mvn -B --no-transfer-progress -f android/core/pom.xml test \
  -Dtend.library="$target/debug" -Dtend.server="$target/debug/tend-server"
