#!/bin/sh
# Brings .venv to exactly what requirements.txt (profile "run") or requirements-dev.txt (profile "dev") pin.
# Does nothing, and needs no network, when that has been done before.
set -eu
profile=${1:-run}
cd "$(dirname "$0")/.."

case $profile in
  run) pins=requirements.txt ;;
  dev) pins=requirements-dev.txt ;;
  *) echo "usage: launcher/install.sh run|dev" >&2; exit 2 ;;
esac

stamp=.venv/heard-installed
wanted=$(cat requirements.txt requirements-dev.txt pyproject.toml | cksum | cut -d' ' -f1)
# "dev" holds everything that "run" holds.
for have in "$profile" dev; do
  [ "$(cat $stamp 2>/dev/null || true)" = "$have $wanted" ] && .venv/bin/python -c '' 2>/dev/null && exit 0
done

# A version manager may leave a `uv` on the PATH that only says it is not there: ask it, don't look for it.
find_uv() {
  for candidate in uv .tools/bin/uv "${HOME:-/nonexistent}/.local/bin/uv"; do
    if "$candidate" --version >/dev/null 2>&1; then echo "$candidate"; return; fi
  done
}

uv=$(find_uv)
if [ -z "$uv" ]; then
  echo "Getting uv, the installer (into .tools) …"
  if python3 -m venv .tools >/dev/null 2>&1 && .tools/bin/pip install --quiet uv; then :
  elif command -v curl >/dev/null 2>&1; then
    curl -LsSf https://astral.sh/uv/install.sh | env UV_INSTALL_DIR=.tools/bin UV_NO_MODIFY_PATH=1 sh
  fi
  uv=$(find_uv)
  if [ -z "$uv" ]; then
    echo "Could not get uv. Install it (https://docs.astral.sh/uv/) or install python3 with venv and pip, then run this again." >&2
    exit 1
  fi
fi

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 10))' 2>/dev/null; then
  echo "Making .venv with Python 3.10 …"
  # --clear: an interrupted run may have left half an environment.
  if ! "$uv" venv --quiet --clear --python 3.10 .venv; then
    echo "Python 3.10 was not found and could not be fetched. Install it (for example with pyenv) and run this again." >&2
    exit 1
  fi
fi

rm -f $stamp
echo "Installing what $pins pins …"
"$uv" pip sync --python .venv/bin/python --require-hashes $pins
"$uv" pip install --python .venv/bin/python --quiet --no-deps --no-build-isolation --editable .
echo "$profile $wanted" > $stamp
