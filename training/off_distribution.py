"""What a checkpoint does outside its training distribution: each family of problems, outcomes by name.

Greedy, with the int8 weights, in the model's own way of answering. Writes results/off_distribution/<checkpoint>.json.
The same problems for every checkpoint. Next: collect.py.
"""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import syw_core

from syw import checkpoint, evaluation, recipes
from syw.gpt import GPT
from syw.onnx_writer import dequantised
from syw.settings import parse

RESULTS = Path(__file__).resolve().parent / "results" / "off_distribution"
LADDER = (1, 2, 3, 4, 6, 8)
SEED = 20_000


@dataclass
class OffDistribution:
    checkpoint: str  # a name under checkpoints/
    n_problems: int = 2000  # of each family and rung
    threads: int = 1
    folder: str = str(RESULTS)


def measured(model: GPT, problems: list[str], way: str) -> dict:
    """Outcomes by name (counts), and what the chains were like."""
    completions = evaluation.completions_of(model, problems, way)
    outcomes, n_chains, n_steps, n_valid, n_right_with_wrong_step = Counter(), 0, 0, 0, 0
    for problem, completion in zip(problems, completions, strict=True):
        answer, correct, is_chain, steps, valid, *_ = syw_core.grade(problem, completion)
        outcomes[syw_core.outcome(problem, answer)] += 1
        n_chains += is_chain
        n_steps += steps
        n_valid += valid
        n_right_with_wrong_step += correct and valid < steps
    return {
        "problems": len(problems),
        "outcomes": dict(outcomes.most_common()),
        "chains": n_chains,
        "steps": n_steps,
        "valid_steps": n_valid,
        "right_with_a_wrong_step": n_right_with_wrong_step,
    }


def rung(n_operands: int, n_problems: int) -> list[str]:
    """Held-out problems with this many operands, evenly spread; one operand has none held out."""
    listed = evaluation.held_out_slice if n_operands > 1 else evaluation.training_slice
    return listed(n_operands, n_problems)


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(OffDistribution, description=__doc__, arguments=arguments)
    recipes.use_threads(settings.threads)
    model, summary, _ = checkpoint.load(checkpoint.CHECKPOINTS / settings.checkpoint)
    shipped = dequantised(model).eval()
    arm = summary.get("arm", "chain_prompted")
    way = "direct" if arm == "direct" else "free"
    families = {
        family: measured(
            shipped,
            syw_core.family_problems(family, settings.n_problems, SEED, summary["operands"]),
            way,
        )
        for family in syw_core.families()
    }
    ladder = {str(n): measured(shipped, rung(n, settings.n_problems), way) for n in LADDER}
    document = {
        **{"name": settings.checkpoint, "size": summary["size"], "arm": arm, "seed": summary["seed"]},
        **{
            "operands": summary["operands"],
            "commit": summary["commit"],
            "data_digest": summary["data_digest"],
        },
        **{"families": families, "ladder": ladder},
    }
    folder = Path(settings.folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{settings.checkpoint}.json").write_text(json.dumps(document) + "\n")
    accuracy = {name: entry["outcomes"].get("right", 0) for name, entry in families.items()}
    print(f"{settings.checkpoint}: right {accuracy} of {settings.n_problems}")


if __name__ == "__main__":
    main()
