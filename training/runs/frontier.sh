#!/usr/bin/env bash
# The sweep behind public/results/frontier.json: every shape, direct with 2 to 4 operands and chains, learning rates as listed,
# each from the base of its shape. One thread a cell; a cell that is there is skipped. The two shapes of the pair start from its
# bases (runs/full.sh). Usage: runs/frontier.sh [shape ...]   such as runs/frontier.sh 2x24
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"

# layers x width, heads, its base where the pair has one, peak learning rates, steps of a base, steps and documents a step of the other cells
shapes=(
  "2 12 2 - 4e-3,2e-3 8000 8000 256"
  "2 16 2 - 4e-3,2e-3 8000 8000 256"
  "2 24 4 small-base-s0 4e-3,2e-3 0 8000 256"
  "2 32 4 - 4e-3,2e-3 6000 8000 256"
  "2 64 8 - 2e-3,1e-3 3000 5000 256"
  "4 96 6 large-base-s0 2e-3,1e-3 0 3000 512"
  "6 144 6 - 1e-3,7e-4 900 3000 512"
)
cell_name() { # operands, learning rate
  "$python" -c "import sys; print(f'{sys.argv[1]}-direct{sys.argv[2]}-lr{float(sys.argv[3]):g}-s0')" "l${layers}w$width" "$1" "$2"
}
for line in "${shapes[@]}"; do
  read -r layers width heads base lrs base_steps steps batch <<< "$line"
  [ $# = 0 ] || [[ " $* " == *" ${layers}x$width "* ]] || continue
  shape=(--layers "$layers" --heads "$heads" --width "$width")
  from=()
  if [ "$base" = - ]; then
    "$python" frontier.py "${shape[@]}" --arm base --lr "${lrs%%,*}" --steps "$base_steps" --batch-size 256 --evaluate-every 500
  else
    from=(--start "$base")
  fi
  for lr in ${lrs//,/ }; do
    common=(--lr "$lr" --steps "$steps" --batch-size "$batch" --evaluate-every $((steps / 20)))
    "$python" frontier.py "${shape[@]}" --operands 2 "${common[@]}" "${from[@]}"
    "$python" frontier.py "${shape[@]}" --operands 3 "${common[@]}" --start "$(cell_name 2 "$lr")"
    "$python" frontier.py "${shape[@]}" --operands 4 "${common[@]}" --start "$(cell_name 3 "$lr")"
    # The hard modulus alone: the best chance that one forward pass gets at it.
    "$python" frontier.py "${shape[@]}" --operands 2 --moduli 7 "${common[@]}" "${from[@]}"
    "$python" frontier.py "${shape[@]}" --arm chain "${common[@]}" "${from[@]}"
  done
done
"$python" collect.py
