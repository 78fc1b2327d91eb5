#!/bin/sh
# Sees to it that the programs are there which some tests start. Does nothing when they are.
set -eu

# Each word is a Debian package, "=", and a program of it by which the package is known to be there.
PROGRAMS="chromium=chromium tesseract-ocr=tesseract"

missing=
for word in $PROGRAMS; do
    command -v "${word#*=}" >/dev/null 2>&1 || missing="$missing ${word%%=*}"
done
test -n "$missing" || exit 0

if command -v apt-get >/dev/null 2>&1 && test "$(id -u)" = 0; then
    echo "Installing what some tests start, with apt-get:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # Two makes may run at once, and only one apt-get may.
    wait_for_lock="-o DPkg::Lock::Timeout=300"
    apt-get $wait_for_lock update -qq || true
    # shellcheck disable=SC2086  # Both are lists of words.
    apt-get $wait_for_lock install -qq -y --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Some tests start programs that are not on this machine: install$missing (on Debian as root: apt-get" \
    "install$missing) and run make again." >&2
exit 1
