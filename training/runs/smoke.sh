#!/usr/bin/env bash
# The whole pipeline in CPU minutes, on tiny budgets, in a temporary folder: proves that the stages fit together.
# Its models are worthless. Usage: runs/smoke.sh   (PYTHON=... to choose the interpreter)
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export SYW_CHECKPOINTS="$folder/checkpoints"

"$python" pretrain.py --size small --steps 120 --evaluate-every 60
"$python" finetune.py --base small-base-s0 --steps 60 --evaluate-every 60
"$python" rl.py --base small-base-s0 --updates 6 --n-prompts 8 --evaluate-every 3 --keep 0,3 --results "$folder/results"
for name in small-base-s0 small-direct-s0 small-chain_rl-s0 small-chain_rl-s0-u003; do
  "$python" export.py --checkpoint "$name" --public "$folder/public" --no-fixture --no-cell
done
"$python" -m json.tool "$folder/public/models/index.json"
