#!/usr/bin/env bash
# The sweep behind public/results/frontier.json: every shape, direct with 1 to 4 operands and chains, learning rates as
# listed. One thread a cell; a cell that is there is skipped. Usage: runs/frontier.sh [shape ...]   such as runs/frontier.sh 2x24
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"

# layers x width, heads, peak learning rates, steps of the facts, steps and documents a step of every other cell
shapes=(
  "2 12 2 4e-3,2e-3 6000 6000 256"
  "2 16 2 4e-3,2e-3 5000 6000 256"
  "2 24 4 4e-3,2e-3 2800 5000 256"
  "2 32 4 3e-3,2e-3 2000 5000 256"
  "2 64 8 2e-3,1e-3 1000 3000 256"
  "4 96 6 1.5e-3,1e-3 500 1400 512"
  "6 144 6 1e-3,7e-4 500 1400 512"
)
for line in "${shapes[@]}"; do
  read -r layers width heads lrs facts steps batch <<< "$line"
  [ $# = 0 ] || [[ " $* " == *" ${layers}x$width "* ]] || continue
  shape=(--layers "$layers" --heads "$heads" --width "$width")
  first="${lrs%%,*}"
  "$python" frontier.py "${shape[@]}" --arm facts --lr "$first" --steps "$facts" --batch-size 512 --evaluate-every 500
  for lr in ${lrs//,/ }; do
    common=(--lr "$lr" --steps "$steps" --batch-size "$batch" --evaluate-every $((steps / 10)))
    "$python" frontier.py "${shape[@]}" --arm chain "${common[@]}"
    start=()
    for operands in 2 3 4; do
      "$python" frontier.py "${shape[@]}" --operands "$operands" "${common[@]}" "${start[@]}"
      start=(--start "l${layers}w$width-direct$operands-lr$("$python" -c "print(f'{$lr:g}')")-s0")
    done
    # The hard modulus alone: the best chance that one forward pass gets at it.
    "$python" frontier.py "${shape[@]}" --operands 2 --moduli 7 "${common[@]}" \
      --start "l${layers}w$width-direct2-lr$("$python" -c "print(f'{$lr:g}')")-s0"
  done
done
"$python" collect.py
