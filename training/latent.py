"""Stage 2, thoughts: from a pretrained base, chains whose results become vectors one by one (Coconut's curriculum, Hao et al. 2024).

The first phase writes a chain's bare results as tokens; in each phase after it one more of them, from the first on, is a
continuous thought, and the loss is that of what remains. In the end all are, and the answer follows. The control reads the
filler token in their place. Resumes by itself when the checkpoint is there. Next: export.py.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass

import syw_core

from syw import checkpoint, evaluation, recipes, shipped, thoughts
from syw.batches import PAD, Batch, generate, join
from syw.card import claims_digest
from syw.gpt import GPT
from syw.settings import parse
from syw.supervised import Budget, Phase, train

ARMS = ("latent", "latent_pause")


@dataclass
class Latent:
    base: str  # checkpoint to start from, or of a shipped model where there is none
    arm: str = "latent"
    run: str | None = None  # the default is <size>-<arm>-s<seed>
    seed: int = 0
    stages: str = (
        "0.28,0.37,0.46,0.55,0.64,1"  # the share of the budget at which each number of thoughts ends
    )
    threads: int = 1


def measure(is_fed_back: bool) -> Callable[[GPT], dict[str, float]]:
    """Accuracy with every result written and with every result thought, on training problems: of all moduli, and of seven."""
    training, sevens = evaluation.training_slice(2, 600), evaluation.training_slice(2, 400, [7])
    n_results = thoughts.N_RESULTS

    def measured(model: GPT) -> dict[str, float]:
        def accuracy(problems: list[str], n_thoughts: int) -> float:
            n_written = n_results - n_thoughts
            written = thoughts.completions(model, problems, n_thoughts, is_fed_back, n_written)
            return evaluation.score(problems, written).accuracy

        model.eval()
        found = {"written": accuracy(training, 0), "thought": accuracy(training, n_results)}
        found["thought_modulo_7"] = accuracy(sevens, n_results)
        model.train()
        return found

    return measured


def tokens_a_document(phase: Phase) -> float:
    """Tokens read of a document on average, thoughts counted as tokens."""
    (part,) = phase.parts
    prompts, results = thoughts.bare(generate(part.kind, 1000, 0, part.config))
    return float((prompts != PAD).sum(dim=1).float().mean()) + results.shape[1]


def main(arguments: list[str] | None = None) -> None:
    settings, budget = parse(Latent, Budget, description=__doc__, arguments=arguments)
    assert settings.arm in ARMS, f"unknown arm {settings.arm}"
    recipes.use_threads(settings.threads)
    checkpoint.set_seed(settings.seed)
    path = checkpoint.CHECKPOINTS / settings.base
    model, base = checkpoint.load(path)[:2] if checkpoint.is_there(path) else shipped.load(settings.base)
    is_fed_back = settings.arm == "latent"
    ends = [float(share) for share in settings.stages.split(",")]
    phases = recipes.thinking(ends, thoughts.N_RESULTS)
    about = {
        "stage": "latent",
        "arm": settings.arm,
        "size": base["size"],
        "operands": [2],
        "thoughts": thoughts.N_RESULTS,
        "tokens_a_document": tokens_a_document(phases[0]),
        "settings": asdict(settings),
        "phases": [asdict(phase) for phase in phases],
        "commit": checkpoint.git_commit(),
        "data_digest": syw_core.data_digest(),
        "claims_sha256": claims_digest(),
        "base": base,
    }

    def loss(model: GPT, batches: list[Batch], _bf16: bool, phase: Phase) -> float:
        total, n_targets = thoughts.loss(model, join(batches), phase.thoughts, is_fed_back)
        (total / n_targets).backward()
        return total.item() / n_targets

    run = settings.run or f"{base['size']}-{settings.arm}-s{settings.seed}"
    train(
        model, phases, budget, measure(is_fed_back), checkpoint.CHECKPOINTS / run, settings.seed, about, loss
    )


if __name__ == "__main__":
    main()
