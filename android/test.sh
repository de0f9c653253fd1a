#!/bin/bash
# The Kotlin tests: the real core below its generated bindings, on a plain JVM, with a real server process.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
tests/tools/setup kotlin
ffi/bindings kotlin android/generated
# What Maven resolves, also through others, is judged against the list of what may be there.
mvn -B --no-transfer-progress -q -f android/core/pom.xml dependency:list -DoutputFile="$target/maven.list" \
  -Dtend.library="$target/debug" -Dtend.server="$target/debug/tend-server"
tests/tools/cargo run --quiet -p tend-checks -- maven "$target/maven.list"
exec mvn -B --no-transfer-progress -f android/core/pom.xml test \
  -Dtend.library="$target/debug" -Dtend.server="$target/debug/tend-server"
