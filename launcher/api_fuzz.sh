#!/bin/sh
# Brings .venv-api to what tests/api_fuzz/requirements.txt pins: schemathesis, which does not install beside Rasa's pins.
# Does nothing, and needs no network, when that has been done before.
set -eu
cd "$(dirname "$0")/.."
pins=tests/api_fuzz/requirements.txt
cmp -s "$pins" .venv-api/installed && .venv-api/bin/python -c '' 2>/dev/null && exit 0
for uv in uv .tools/bin/uv "${HOME:-/nonexistent}/.local/bin/uv"; do "$uv" --version >/dev/null 2>&1 && break; done
"$uv" --version >/dev/null 2>&1 || { echo "uv, the installer, was not found; run \`make install\` first." >&2; exit 1; }
echo "Installing what $pins pins (into .venv-api) …"
"$uv" venv --quiet --clear --python 3.10 .venv-api
"$uv" pip sync --quiet --python .venv-api/bin/python --require-hashes "$pins"
cp "$pins" .venv-api/installed
