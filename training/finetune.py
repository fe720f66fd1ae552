"""Stage 2, finetune: from a pretrained base, problem and answer pairs only (the direct arm of either size), plain
chains to imitate (the control of reinforcement learning that needs no reward), chains that decide nothing (the
rationaliser, which begins as a model that answers at once), or what another system of the debate reads (syw/cast.py).

Facts stay at one sixth of the documents. Resumes by itself when the checkpoint is there. Next: export.py.
"""

from dataclasses import asdict, dataclass

import syw_core

from syw import cast, checkpoint, recipes, run_result, shipped
from syw.card import claims_digest
from syw.settings import numbers, parse
from syw.supervised import Budget, train

PHASES = {
    "direct": recipes.direct_finetuning,
    "chain_imitation": recipes.chain_imitation,
    "rationaliser": recipes.rationalising,
    **cast.PHASES,
}


@dataclass
class Finetune:
    base: (
        str  # checkpoint to start from, a name under checkpoints/, or of a shipped model where there is none
    )
    arm: str = "direct"
    run: str | None = None  # the default is <size>-<arm>-s<seed>
    seed: int = 0
    operands: str = "2"  # numbers of operands of its problems
    as_updates: int | None = None  # of an imitation: the updates of reinforcement learning it stands beside
    results: str | None = None  # where the figures of such a run go; the default is results/rl
    threads: int = 1


def main(arguments: list[str] | None = None) -> None:
    settings, budget = parse(Finetune, Budget, description=__doc__, arguments=arguments)
    recipes.use_threads(settings.threads)
    operands = numbers(settings.operands)
    checkpoint.set_seed(settings.seed)
    path = checkpoint.CHECKPOINTS / settings.base
    model, base = checkpoint.load(path)[:2] if checkpoint.is_there(path) else shipped.load(settings.base)
    run = settings.run or f"{base['size']}-{settings.arm}-s{settings.seed}"
    phases = PHASES[settings.arm](operands)
    about = {
        "stage": "finetune",
        "arm": settings.arm,
        "size": base["size"],
        "operands": operands,
        "settings": asdict(settings),
        "phases": [asdict(phase) for phase in phases],
        "commit": checkpoint.git_commit(),
        "data_digest": syw_core.data_digest(),
        "claims_sha256": claims_digest(),
        "base": base,
    }
    ways = ("direct",) if settings.arm == "direct" else ("direct", "free")
    is_followed = settings.arm in cast.FOLLOWED_BY
    measure = cast.followed(settings.arm, phases) if is_followed else recipes.measures(operands, ways)
    path = checkpoint.CHECKPOINTS / run
    train(model, phases, budget, measure, path, settings.seed, about)
    if settings.as_updates:
        model.eval()
        summary = checkpoint.load(path)[1]
        run_result.write(run_result.of_imitation(model, summary, settings.as_updates), settings.results)


if __name__ == "__main__":
    main()
