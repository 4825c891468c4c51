#!/bin/sh
# Installs what tools/packages.txt lists and the machine lacks. Does nothing, and needs no network
# and no rights, when everything is there.
set -eu
cd "$(dirname "$0")/.."

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: this is no Debian system; install the equivalents of tools/packages.txt yourself" >&2
  exit 0
fi

missing=""
for package in $(sed '/^#/d' tools/packages.txt); do
  state=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$state" = "install ok installed" ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "setup: installing$missing"

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "setup: neither root nor sudo; run as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Package mirrors drop a connection now and then.
try_three_times() {
  for pause in 5 15 0; do
    if $as_root env DEBIAN_FRONTEND=noninteractive apt-get -y -o Acquire::Retries=3 "$@" >"$log" 2>&1; then
      return 0
    fi
    sleep "$pause"
  done
  return 1
}

# shellcheck disable=SC2086  # one word a package
install_missing() { try_three_times install --no-install-recommends $missing; }

# A machine that never ran update knows no packages, and one that did so long ago asks for versions
# that are gone; either way the first install fails and the second tells.
known=$(apt-cache policy g++ 2>/dev/null | sed -n 's/.*Candidate: //p')
if [ -n "$known" ] && [ "$known" != "(none)" ] && install_missing; then
  exit 0
fi
if try_three_times update && install_missing; then
  exit 0
fi
cat "$log" >&2
echo "setup: apt-get failed; install by hand:$missing" >&2
exit 1
