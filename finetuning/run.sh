#!/bin/sh
# Makes the weights in coaching/recognition/weights anew from training_data/nlu.
# FINETUNE_PYTHON names a Python that has finetuning/requirements.txt already; without it .venv-finetune is made here.
# UV_TORCH_BACKEND chooses the build of torch (cpu unless told otherwise).
set -eu
cd "$(dirname "$0")/.."
python=${FINETUNE_PYTHON:-.venv-finetune/bin/python}
if [ -z "${FINETUNE_PYTHON:-}" ] && ! cmp -s finetuning/requirements.txt .venv-finetune/installed; then
  echo "Making .venv-finetune with torch (once; about 1 GB) …" >&2
  for uv in uv .tools/bin/uv "${HOME:-/nonexistent}/.local/bin/uv"; do "$uv" --version >/dev/null 2>&1 && break; done
  "$uv" --version >/dev/null 2>&1 || { echo "uv, the installer, was not found; run \`make install\` first." >&2; exit 1; }
  "$uv" venv --quiet --clear --python 3.11 .venv-finetune
  UV_TORCH_BACKEND=${UV_TORCH_BACKEND-cpu} "$uv" pip install --quiet --python "$python" -r finetuning/requirements.txt
  cp finetuning/requirements.txt .venv-finetune/installed
fi
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
.venv/bin/python -m finetuning.rows "$rows"
"$python" -W ignore -m finetuning "$rows" coaching/recognition/weights
