"""The frontier: what one forward pass can do and what a chain buys, by size and number of operands.

One run trains one cell of the table (a shape, an arm, a number of operands, a learning rate, a seed) and writes
results/frontier/<cell>.json; a cell whose file is there is skipped, so a sweep goes on where it stopped. Every cell
starts from a model of its shape that has read the one-step facts (`--arm facts`, one operand), and the direct arm of k
operands from the direct arm of k - 1: the curriculum that gives one forward pass its best chance.
Next: collect_frontier.py.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import syw_core

from syw import checkpoint, evaluation, recipes
from syw.gpt import GPT
from syw.settings import parse
from syw.supervised import Budget, Phase, train

CELLS = Path(__file__).resolve().parent / "results" / "frontier"
OPERANDS = [1, 2, 3, 4]


@dataclass
class Cell:
    layers: int
    heads: int
    width: int
    arm: str = "direct"  # facts, direct or chain; chain is trained on 1 to 4 operands at once
    operands: int = 2  # of the direct arm
    moduli: str | None = None  # trained on these alone; the default is all
    seed: int = 0
    start: str | None = None  # cell to start from; the default is the facts of the same shape and seed
    threads: int = 1

    @property
    def shape(self) -> str:
        return f"l{self.layers}w{self.width}"

    def name(self, lr: float) -> str:
        rung = f"{self.arm}{self.operands}" if self.arm == "direct" else self.arm
        moduli = f"-m{self.moduli.replace(',', '')}" if self.moduli else ""
        return f"{self.shape}-{rung}{moduli}-lr{lr:g}-s{self.seed}"

    def rungs(self) -> list[int]:
        """The numbers of operands that the cell is measured on."""
        return {"facts": [1], "direct": [self.operands], "chain": OPERANDS}[self.arm]


def phases_of(cell: Cell) -> list[Phase]:
    if cell.arm == "facts":
        return [recipes.facts_phase()]
    return (
        recipes.direct_finetuning([cell.operands])
        if cell.arm == "direct"
        else recipes.chain_imitation(OPERANDS)
    )


def start_of(cell: Cell) -> str | None:
    """The cell whose weights a cell starts from: the given one, else the facts of its shape and seed."""
    if cell.arm == "facts":
        return cell.start
    facts = sorted(CELLS.glob(f"{cell.shape}-facts-*-s{cell.seed}.json"))
    assert cell.start or facts, f"train {cell.shape} on the facts first"
    return cell.start or facts[0].stem


def held_out(model: GPT, way: str, n_operands: int) -> dict:
    """Greedy accuracy on every listed held-out problem of a rung; one operand has none, so all its problems count."""
    problems = syw_core.problems("held_out" if n_operands > 1 else "train", n_operands)
    scores = evaluation.evaluate(model, problems, way)
    by_modulus = {name: round(value, 4) for name, value in scores.accuracy_by_modulus.items()}
    return {"problems": len(problems), "accuracy": round(scores.accuracy, 5), "by_modulus": by_modulus}


def main(arguments: list[str] | None = None) -> None:
    cell, budget = parse(Cell, Budget, description=__doc__, arguments=arguments)
    name = cell.name(budget.lr)
    path = CELLS / f"{name}.json"
    if path.exists():
        print(f"{name}: there already")
        return
    recipes.use_threads(cell.threads)
    checkpoint.set_seed(cell.seed)
    shape = {"layers": cell.layers, "heads": cell.heads, "width": cell.width}
    model = GPT(recipes.model_config("small", **shape))
    start = start_of(cell)
    if start:
        model.load_state_dict(checkpoint.load(checkpoint.CHECKPOINTS / "frontier" / start)[0].state_dict())
    way = "chain" if cell.arm == "chain" else "direct"
    measure = recipes.rung_measure(cell.rungs(), way)
    about = {"stage": "frontier", "cell": asdict(cell), "commit": checkpoint.git_commit()}
    progress = train(
        model, phases_of(cell), budget, measure, checkpoint.CHECKPOINTS / "frontier" / name, cell.seed, about
    )
    model.eval()
    document = {
        **{
            "name": name,
            "arm": cell.arm,
            "shape": cell.shape,
            **shape,
            "parameters": model.parameter_count(),
        },
        **{
            "seed": cell.seed,
            "moduli": cell.moduli,
            "lr": budget.lr,
            "start": start,
            "batch_size": budget.batch_size,
        },
        **{"steps": progress.step, "documents": progress.n_documents, "minutes": round(progress.minutes, 1)},
        **{"commit": about["commit"], "data_digest": syw_core.data_digest()},
        "held_out": {str(rung): held_out(model, way, rung) for rung in cell.rungs()},
        "curve": [
            {"step": line["step"]} | {str(rung): line[str(rung)] for rung in cell.rungs()}
            for line in progress.history
        ],
    }
    CELLS.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document) + "\n")
    shown = {rung: measured["accuracy"] for rung, measured in document["held_out"].items()}
    print(f"{name}: held out {shown}, {progress.minutes:.1f} min")


if __name__ == "__main__":
    main()
