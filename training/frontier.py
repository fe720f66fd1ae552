"""The frontier: what one forward pass can do and what a chain buys, by size and number of operands.

One run trains one cell of the table (a shape, an arm, a number of operands, a learning rate, a seed) and writes
results/frontier/<cell>.json; a cell whose file is there is skipped, so a sweep goes on where it stopped. Every cell
starts from a base of its shape, which has read what the base of the pair has read (`--arm base`), or, to see what that
brings, the one-step facts alone (`--arm facts`); and the direct arm of k operands from the direct arm of k - 1: the
curriculum that gives one forward pass its best chance. Next: collect.py.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

from syw import cell as cells
from syw import checkpoint, recipes
from syw.gpt import GPT
from syw.settings import numbers, parse
from syw.supervised import Budget, Phase, train

CELLS = cells.FOLDER
OPERANDS = [1, 2, 3, 4]


@dataclass
class Cell:
    layers: int
    heads: int
    width: int
    arm: str = "direct"  # facts, base, direct or chain; chain is trained on 1 to 4 operands at once
    operands: int = 2  # of the direct arm
    moduli: str | None = None  # trained on these alone; the default is all
    seed: int = 0
    start: str | None = None  # cell or checkpoint; the default is the base of the same shape and seed
    threads: int = 1

    @property
    def shape(self) -> str:
        return cells.shape_name(self.layers, self.width)

    def name(self, lr: float) -> str:
        rung = f"{self.arm}{self.operands}" if self.arm == "direct" else self.arm
        moduli = f"-m{self.moduli.replace(',', '')}" if self.moduli else ""
        return f"{self.shape}-{rung}{moduli}-lr{lr:g}-s{self.seed}"

    def rungs(self) -> list[int]:
        """The numbers of operands that the cell is measured on."""
        return {"facts": [1], "base": [1], "direct": [self.operands], "chain": OPERANDS}[self.arm]


def phases_of(cell: Cell) -> list[Phase]:
    return {
        "facts": lambda: [recipes.facts_phase()],
        "base": lambda: recipes.pretraining([2]),
        "direct": lambda: recipes.direct_finetuning([cell.operands], numbers(cell.moduli or "")),
        "chain": lambda: recipes.chain_imitation(OPERANDS),
    }[cell.arm]()


def start_of(cell: Cell) -> str | None:
    """What a cell starts from: the given one, else the base of its shape and seed."""
    if cell.arm in ("facts", "base"):
        return cell.start
    bases = sorted(CELLS.glob(f"{cell.shape}-base-*-s{cell.seed}.json"))
    assert cell.start or bases, f"train the base of {cell.shape} first"
    return cell.start or bases[0].stem


def checkpoint_of(start: str) -> Path:
    """A cell's checkpoint, or one of pretrain.py."""
    cell = checkpoint.CHECKPOINTS / "frontier" / start
    return cell if checkpoint.is_there(cell) else checkpoint.CHECKPOINTS / start


def main(arguments: list[str] | None = None) -> str:
    """Trains the cell unless it is there; returns its name."""
    cell, budget = parse(Cell, Budget, description=__doc__, arguments=arguments)
    name = cell.name(budget.lr)
    path = CELLS / f"{name}.json"
    if path.exists():
        print(f"{name}: there already")
        return name
    recipes.use_threads(cell.threads)
    checkpoint.set_seed(cell.seed)
    shape = {"layers": cell.layers, "heads": cell.heads, "width": cell.width}
    model = GPT(recipes.model_config("small", **shape))
    start = start_of(cell)
    if start:
        model.load_state_dict(checkpoint.load(checkpoint_of(start))[0].state_dict())
    way = "chain" if cell.arm == "chain" else "direct"
    measure = recipes.rung_measure(cell.rungs(), way, numbers(cell.moduli or ""))
    about = {"stage": "frontier", "cell": asdict(cell), "commit": checkpoint.git_commit()}
    progress = train(
        model, phases_of(cell), budget, measure, checkpoint.CHECKPOINTS / "frontier" / name, cell.seed, about
    )
    model.eval()
    summary = {**about, "seed": cell.seed, "budget": asdict(budget), "progress": asdict(progress)}
    measures = {rung: str(rung) for rung in cell.rungs()}
    document = cells.document(model, summary, name, cell.arm, start, cell.moduli, measures)
    cells.write(document, CELLS)
    shown = {rung: measured["accuracy"] for rung, measured in document["held_out"].items()}
    print(f"{name}: held out {shown}, {progress.minutes:.1f} min")
    return name


if __name__ == "__main__":
    main()
