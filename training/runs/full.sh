#!/usr/bin/env bash
# The recipe: every model that is shipped and every figure of the study but the frontier (runs/frontier.sh) comes from these
# commands. One thread each; minutes in README.md. A stage that was interrupted goes on where it was.
# Usage: runs/full.sh [small|large|measure ...]   all three when none is named (PYTHON=... to choose the interpreter)
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
seeds="0 1 2 3 4"
parts="${*:-small large measure}"

small() { # a seed: the base that knows the steps and answers at once, RL on whole chains with its controls, the direct arm
  local base="small-base-s$1"
  "$python" pretrain.py --size small --seed "$1" --batch-size 256 --lr 4e-3 --steps 8000 --evaluate-every 500
  "$python" rl.py --base "$base" --seed "$1"
  "$python" finetune.py --base "$base" --seed "$1" --batch-size 256 --lr 4e-3 --steps 5600 --evaluate-every 500
}

controls() {
  local base="small-base-s$1"
  for arm in rl_shuffled_reward rl_length_penalty; do
    "$python" rl.py --base "$base" --seed "$1" --arm "$arm" --keep ""
  done
  "$python" finetune.py --base "$base" --seed "$1" --arm chain_imitation --batch-size 256 --lr 1e-3 --warmup 20 \
    --steps 110 --evaluate-every 10 --as-updates 100
}

thoughts() { # vectors in the place of a chain, and the control with filler tokens
  for arm in latent latent_pause; do
    "$python" latent.py --base "small-base-s$1" --seed "$1" --arm "$arm" --batch-size 256 --lr 4e-3 --warmup 50 \
      --steps 7000 --decay-share 0.3 --evaluate-every 500 --stages 0.28,0.37,0.46,0.55,0.64,1
  done
}

if [[ " $parts " == *" small "* ]]; then
  for seed in $seeds; do small "$seed"; done
  for seed in $seeds; do controls "$seed"; done
  for seed in $seeds; do thoughts "$seed"; done
fi

if [[ " $parts " == *" large "* ]]; then
  "$python" pretrain.py --size large --batch-size 256 --lr 1.5e-3 --steps 900 --evaluate-every 150
  "$python" finetune.py --base large-base-s0 --batch-size 512 --lr 2e-3 --steps 3000 --evaluate-every 150
  "$python" finetune.py --base large-base-s0 --arm chain_imitation --batch-size 256 --lr 1e-3 --warmup 20 --steps 200 \
    --evaluate-every 20
  "$python" rl.py --base large-base-s0 --seed 0 --keep "" --results results/rl_large
  # The control of the tests of chains: its chains decide nothing.
  "$python" finetune.py --base large-direct-s0 --arm rationaliser --batch-size 256 --lr 1e-3 --warmup 100 --steps 1000 \
    --evaluate-every 100
fi

if [[ " $parts " == *" measure "* ]]; then
  "$python" collect.py
  median="$("$python" -c "import json; print(next(r['seed'] for r in json.load(open('../public/results/rl-runs.json'))['runs'] if r['is_median']))")"
  models="large-direct-s0"
  for seed in $seeds; do models="$models small-base-s$seed small-chain_rl-s$seed small-direct-s$seed"; done
  others="large-base-s0 large-chain_imitation-s0 large-chain_rl-s0 large-rationaliser-s0"
  for seed in $seeds; do others="$others small-chain_imitation-s$seed small-latent-s$seed small-latent_pause-s$seed"; done
  for name in $models; do
    # The page follows the median seed, and the engine is compared with PyTorch most closely there.
    case "$name" in
      large* | *-s"$median") "$python" export.py --checkpoint "$name" ;;
      *) "$python" export.py --checkpoint "$name" --completions 200 --no-history ;;
    esac
    "$python" off_distribution.py --checkpoint "$name"
  done
  for name in $others; do "$python" export.py --checkpoint "$name" --completions 200 --no-history; done
  for path in "${SYW_CHECKPOINTS:-checkpoints}"/small-chain_rl-s"$median"-u*.json; do
    name="$(basename "$path" .json)"
    [ "$name" = "small-chain_rl-s$median-u000" ] || "$python" export.py --checkpoint "$name" --completions 200
  done
  "$python" collect.py
  "$python" study.py
fi
