#!/bin/sh
# tools/build.sh PRESET [JOBS]: configures where needed and builds.
set -eu
cd "$(dirname "$0")/.."
preset=$1
jobs=${2:-$(nproc)}

# Configuring is quick where it is done already, and Ninja repeats it when a CMake file changed.
if [ ! -f "build/$preset/build.ninja" ]; then
  cmake --preset "$preset"
fi
cmake --build --preset "$preset" --parallel "$jobs"
