"""Stage 2, finetune: problem and answer pairs only, from a pretrained base. The direct arm of either size.

Facts stay at one sixth of the documents. Resumes by itself when the checkpoint is there. Next: export.py.
"""

from dataclasses import asdict, dataclass

import syw_core

from syw import checkpoint, recipes
from syw.settings import parse
from syw.supervised import Budget, train

PHASES = {"direct": recipes.direct_finetuning}


@dataclass
class Finetune:
    base: str  # checkpoint to start from, a name under checkpoints/
    arm: str = "direct"
    run: str | None = None  # the default is <size>-<arm>-s<seed>
    seed: int = 0
    operands: int = 2
    threads: int = 1


def main(arguments: list[str] | None = None) -> None:
    settings, budget = parse(Finetune, Budget, description=__doc__, arguments=arguments)
    recipes.use_threads(settings.threads)
    checkpoint.set_seed(settings.seed)
    model, base, _ = checkpoint.load(checkpoint.CHECKPOINTS / settings.base)
    run = settings.run or f"{base['size']}-{settings.arm}-s{settings.seed}"
    phases = PHASES[settings.arm](settings.operands)
    about = {
        "stage": "finetune",
        "arm": settings.arm,
        "size": base["size"],
        "operands": [settings.operands],
        "settings": asdict(settings),
        "phases": [asdict(phase) for phase in phases],
        "commit": checkpoint.git_commit(),
        "data_digest": syw_core.data_digest(),
        "base": base,
    }
    measure = recipes.measures(settings.operands, ("direct",))
    train(model, phases, budget, measure, checkpoint.CHECKPOINTS / run, settings.seed, about)


if __name__ == "__main__":
    main()
