#!/usr/bin/env bash
# The sweep behind public/results/frontier.json (sweep.py says what is in it). One thread; a cell that is there is skipped.
# The two shapes of the pair start from its bases (runs/full.sh). Usage: runs/frontier.sh [l2w24,l4w96,...]
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
"$python" sweep.py --shapes "${1:-}"
"$python" collect.py
"$python" study.py
