#!/bin/bash
# The Swift tests: the real core below its generated bindings, with a real server process.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
tests/tools/setup swift
# Leaves with 77 and its reason where there can be no Swift, before anything slow is done.
ios/tools/swift --set-up

generated=ios/.build/generated
ffi/bindings swift "$generated"

# Files that did not change keep their times, so that nothing is compiled again for them.
put() { cmp -s "$1" "$2" || cp "$1" "$2"; }
mkdir -p ios/Sources/TendBindings ios/Sources/tend_ffiFFI
put "$generated/tend_ffi.swift" ios/Sources/TendBindings/tend_ffi.swift
put "$generated/Areas.swift" ios/Sources/TendKit/Areas.swift
put "$generated/tend_ffiFFI.h" ios/Sources/tend_ffiFFI/tend_ffiFFI.h
# Under the name that SwiftPM looks for.
put "$generated/tend_ffiFFI.modulemap" ios/Sources/tend_ffiFFI/module.modulemap

export TEND_LIBRARY=$target/debug TEND_SERVER=$target/debug/tend-server
exec ios/tools/swift --with "$target" test --package-path ios
