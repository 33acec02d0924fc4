#!/bin/sh
# Sets up everything: system libraries of the typesetting engine, a virtual environment, locked packages.
# Usage: sh scripts/setup.sh VENV
set -eu
venv=$1
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        say "These packages must be installed by an administrator: $*"; exit 1
    fi
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "tirage needs Python 3.11 or newer; $python is older."; exit 1; }

has_libraries() {
    "$python" - <<'PY'
import ctypes.util, sys
sys.exit(not all(map(ctypes.util.find_library, ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig"))))
PY
}

# Pango sets text, HarfBuzz cuts fonts down; poppler and qpdf read the finished files in the tests.
debian="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1 poppler-utils qpdf"
if ! has_libraries || ! command -v pdftotext >/dev/null || ! command -v qpdf >/dev/null; then
    if command -v apt-get >/dev/null; then
        say "Installing system libraries: $debian"
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $debian >/dev/null
    elif command -v brew >/dev/null; then
        brew install --quiet pango poppler qpdf
    else
        say "Please install Pango (with HarfBuzz and its subset library), poppler's tools and qpdf with this system's package manager, then run make again."
        exit 1
    fi
fi

# Ghostscript and MuPDF only look at the printer's files in the tests, PDFBox at the archive's; tests are skipped where they are missing.
lookers="ghostscript mupdf-tools libpdfbox2-java libactivation-java libjaxb-api-java"
command -v java >/dev/null || lookers="$lookers default-jre-headless"
has_pdfbox() { command -v java >/dev/null && [ -e /usr/share/java/preflight.jar ] && [ -e /usr/share/java/javax.activation.jar ] && [ -e /usr/share/java/jaxb-api.jar ]; }
if ! { command -v gs && command -v mutool; } >/dev/null || { command -v apt-get >/dev/null && ! has_pdfbox; }; then
    if command -v apt-get >/dev/null; then
        say "Installing for the tests: $lookers"
        ( as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $lookers >/dev/null ) || say "They cannot be had here; the tests that need them are skipped."
    elif command -v brew >/dev/null; then
        brew install --quiet ghostscript mupdf-tools || say "They cannot be had here; the tests that need them are skipped."
    fi
fi

if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    if command -v apt-get >/dev/null; then
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
    else
        say "Please install Python's venv module, then run make again."; exit 1
    fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
say "Installing packages"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
