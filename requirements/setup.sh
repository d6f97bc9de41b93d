#!/bin/sh
# Fill .venv from the locked requirements. As root, missing system packages are installed; otherwise they are named.
set -eu
PYTHON="${PYTHON:-python3}"
VENV="${VENV:-.venv}"
PACKAGES=""

need() { # need PACKAGE FILE...: PACKAGE is missing when none of the files exists
    package="$1"; shift
    for file in "$@"; do [ -e "$file" ] && return 0; done
    PACKAGES="$PACKAGES $package"
}

library() { # library PACKAGE SONAME
    need "$1" /usr/lib/*/"$2" /usr/lib64/"$2" /usr/lib/"$2" /lib/*/"$2"
}

if [ "$(uname -s)" = Linux ]; then
    command -v "$PYTHON" >/dev/null 2>&1 || PACKAGES="$PACKAGES python3"
    "$PYTHON" -c 'import venv, ensurepip' >/dev/null 2>&1 || PACKAGES="$PACKAGES python3-venv python3-pip"
    library libegl1 libEGL.so.1
    library libgl1 libGL.so.1
    library libdbus-1-3 libdbus-1.so.3
    library libfontconfig1 libfontconfig.so.1
    library libglib2.0-0 libglib-2.0.so.0
    library libxkbcommon0 libxkbcommon.so.0
    if [ -n "${DISPLAY:-}" ]; then
        library libxcb-cursor0 libxcb-cursor.so.0
        library libxcb-icccm4 libxcb-icccm.so.4
        library libxcb-keysyms1 libxcb-keysyms.so.1
        library libxcb-shape0 libxcb-shape.so.0
        library libxkbcommon-x11-0 libxkbcommon-x11.so.0
    fi
fi

if [ -n "$PACKAGES" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "Installing system packages:$PACKAGES"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES >/dev/null
    else
        echo "System packages are missing. Install them, then run make again:" >&2
        echo "    sudo apt-get install -y --no-install-recommends$PACKAGES" >&2
        exit 1
    fi
fi

"$PYTHON" - <<'PY' || exit 1
import sys
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(f"Python {sys.version.split()[0]} is not supported; Quotedesk needs 3.11, 3.12 or 3.13 (make PYTHON=python3.12).")
PY

# A home that cannot be written to (a service account, say) must not stop the set-up.
CACHE="${UV_CACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/uv}"
mkdir -p "$CACHE" 2>/dev/null && [ -w "$CACHE" ] || CACHE="$PWD/$VENV/.cache"

echo "Setting up $VENV (once)"
"$PYTHON" -m venv --clear "$VENV"
"$VENV/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --no-cache-dir \
    --require-hashes --only-binary :all: -r requirements/uv.txt
export UV_CACHE_DIR="$CACHE" UV_COMPILE_BYTECODE=1 UV_NO_CONFIG=1 UV_LINK_MODE=copy
"$VENV/bin/uv" pip install --quiet --python "$VENV/bin/python" --require-hashes -r requirements/all.txt
"$VENV/bin/uv" pip install --quiet --python "$VENV/bin/python" --no-deps --no-build-isolation --editable .
"$VENV/bin/python" -m compileall -q core gui
[ "$CACHE" != "$PWD/$VENV/.cache" ] || rm -rf "$CACHE"
