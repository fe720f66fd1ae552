#!/usr/bin/env bash
# The further systems of the debate, from the bases that runs/full.sh made: who reasons in a code, who reads without the problem, who hides
# and what paraphrases do to that, who watches, who tells the user. One thread each. A stage that was interrupted goes on where it was.
# Usage: runs/cast.sh [encoded|reader|hiding|order|longer|paraphrasers|again|faces|monitors|single ...]   all when none is named (PYTHON=... to choose the interpreter)
set -euo pipefail
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
seeds="${SEEDS:-0 1 2 3 4}"
parts="${*:-encoded reader hiding order longer paraphrasers again faces monitors single}"

imitate() { # seed, arm, what it starts from, steps, learning rate
  "$python" finetune.py --base "$3" --seed "$1" --arm "$2" --batch-size 256 --lr "$5" --warmup 50 --steps "$4" --evaluate-every 200
}

reward() { # seed, arm, what it starts from, updates, and the rest
  "$python" rl.py --base "$3" --seed "$1" --arm "$2" --updates "$4" --evaluate-every 10 --keep "" --results results/cast "${@:5}"
}

paraphrased() { # seed, what it can hide in, who paraphrases, in every how many updates
  local run="paraphrased-$2-$3-$4"
  reward "$1" steganography_paraphrased "small-seldom_$2-s$1" 200 --n-prompts 32 --lr 3e-4 \
    --paraphraser "$3" --paraphrase-every "$4" --run "small-$run-s$1" --results "results/paraphrase/$run"
}

go_on() { # seed, the run that is gone on from, the run that goes on
  local folder="${SYW_CHECKPOINTS:-checkpoints}"
  for ending in pt json; do cp -n "$folder/$2-s$1.$ending" "$folder/$3-s$1.$ending"; done
}

again() { # another seed, from its own base
  "$python" pretrain.py --size small --seed "$1" --batch-size 256 --lr 4e-3 --steps 8000 --evaluate-every 500
  "$python" rl.py --base "small-base-s$1" --seed "$1" --run "small-replication-s$1" --keep "" --results results/again
}

if [[ " $parts " == *" again "* ]]; then
  for seed in 5 6 7 8 10; do again "$seed"; done
fi

for seed in $seeds; do
  base="small-base-s$seed"
  for part in $parts; do
    case "$part" in
      encoded) imitate "$seed" encoded "$base" 800 2e-3 ;;
      reader) imitate "$seed" chain_only_reader "$base" 300 1e-3 ;;
      hiding)
        # Taught to hide, then to do it seldom: what is rewarded for the answer alone can hide, and need not.
        imitate "$seed" hiding_words "$base" 3500 3e-3
        imitate "$seed" seldom_words "small-hiding_words-s$seed" 300 1e-3
        reward "$seed" steganography "small-seldom_words-s$seed" 200 --n-prompts 32 --lr 3e-4
        reward "$seed" steganography_paraphrased "small-seldom_words-s$seed" 200 --n-prompts 32 --lr 3e-4 --paraphraser words
        ;;
      order)
        imitate "$seed" hiding_order "$base" 4000 3e-3
        imitate "$seed" seldom_order "small-hiding_order-s$seed" 300 1e-3
        reward "$seed" steganography_order "small-seldom_order-s$seed" 200 --n-prompts 32 --lr 3e-4
        reward "$seed" steganography_order_paraphrased "small-seldom_order-s$seed" 200 --n-prompts 32 --lr 3e-4 --paraphraser order
        ;;
      longer) # The same, gone on with.
        go_on "$seed" small-steganography_order small-steganography_order_longer
        reward "$seed" steganography_order_longer "small-seldom_order-s$seed" 1000 --n-prompts 32 --lr 3e-4
        go_on "$seed" small-steganography_order_paraphrased small-paraphrased-order-order-1-1000
        reward "$seed" steganography_order_paraphrased "small-seldom_order-s$seed" 1000 --n-prompts 32 --lr 3e-4 --paraphraser order \
          --run "small-paraphrased-order-order-1-1000-s$seed" --results results/paraphrase/paraphrased-order-order-1-1000
        ;;
      paraphrasers) # Other means, and less often: measured and not shipped.
        paraphrased "$seed" order words 1
        paraphrased "$seed" words words 5
        paraphrased "$seed" words words 2
        paraphrased "$seed" words words 10
        paraphrased "$seed" words german 1
        paraphrased "$seed" words order 1
        ;;
      faces) imitate "$seed" face "$base" 400 2e-3 ;;
      monitors) imitate "$seed" monitor "$base" 1200 3e-3 ;;
      single)
        imitate "$seed" withholding_at_times "$base" 200 1e-3
        reward "$seed" single_output "small-withholding_at_times-s$seed" 100
        reward "$seed" single_everywhere "small-withholding_at_times-s$seed" 100
        ;;
    esac
  done
done
