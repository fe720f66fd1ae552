#!/usr/bin/env bash
# The recipe: every model that is shipped comes from these commands, in this order. One thread each; minutes in README.md.
# A stage that was interrupted goes on where it was. Usage: runs/full.sh   (PYTHON=... to choose the interpreter)
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"

# Small: the base that knows the steps and answers at once; RL on whole chains; direct fine-tuning of the same base.
"$python" pretrain.py --size small --batch-size 256 --lr 3e-3 --steps 6700 --evaluate-every 1000
"$python" rl.py --base small-base-s0
"$python" finetune.py --base small-base-s0 --batch-size 256 --lr 3e-3 --steps 8000 --evaluate-every 1000

# Large: the same text, then problem and answer only.
"$python" pretrain.py --size large --batch-size 256 --lr 1.5e-3 --steps 1400 --evaluate-every 200
"$python" finetune.py --base large-base-s0 --batch-size 256 --lr 1.5e-3 --steps 4500 --evaluate-every 500

for name in large-direct-s0 small-direct-s0 small-base-s0 small-chain_rl-s0; do
  "$python" export.py --checkpoint "$name"
done
for update in 005 010 015 016 017 018 019 020 030 060; do
  "$python" export.py --checkpoint "small-chain_rl-s0-u$update" --no-fixture
done
