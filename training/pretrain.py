"""Stage 1, pretrain: both sizes read the same text, facts first, then direct answers and a minority of chains.

The result knows the steps and answers at once when left alone: what RL starts from, and what the direct arm is
fine-tuned from. Resumes by itself when the checkpoint is there. Next: finetune.py and rl.py.
"""

from dataclasses import asdict, dataclass

import syw_core

from syw import checkpoint, recipes
from syw.card import claims_digest
from syw.gpt import GPT
from syw.settings import numbers, parse
from syw.supervised import Budget, train


@dataclass
class Pretrain:
    size: str  # small or large
    run: str | None = None  # name of the checkpoint; the default is <size>-base-s<seed>
    seed: int = 0
    operands: str = "2"  # numbers of operands of its problems
    width: int | None = None  # instead of the size's own
    heads: int | None = None
    layers: int | None = None
    threads: int = 1


def main(arguments: list[str] | None = None) -> None:
    settings, budget = parse(Pretrain, Budget, description=__doc__, arguments=arguments)
    recipes.use_threads(settings.threads)
    operands = numbers(settings.operands)
    checkpoint.set_seed(settings.seed)
    shape = {"width": settings.width, "heads": settings.heads, "layers": settings.layers}
    model = GPT(recipes.model_config(settings.size, **shape))
    run = settings.run or f"{settings.size}-base-s{settings.seed}"
    print(f"{run}: {model.parameter_count()} parameters")
    phases = recipes.pretraining(operands)
    about = {
        "stage": "pretrain",
        "size": settings.size,
        "operands": operands,
        "settings": asdict(settings),
        "phases": [asdict(phase) for phase in phases],
        "commit": checkpoint.git_commit(),
        "data_digest": syw_core.data_digest(),
        "claims_sha256": claims_digest(),
    }
    measure = recipes.measures(operands, ("direct", "chain", "free"))
    train(model, phases, budget, measure, checkpoint.CHECKPOINTS / run, settings.seed, about)


if __name__ == "__main__":
    main()
