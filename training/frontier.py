"""The frontier: what one forward pass can do and what a chain buys, by size and number of operands.

One run trains one cell of the table (a shape, an arm, a number of operands, a learning rate, a seed) and writes
results/frontier/<cell>.json; a cell whose file is there is skipped, so a sweep goes on where it stopped. Every cell
starts from a model of its shape that has read the one-step facts (`--arm facts`, one operand), and the direct arm of k
operands from the direct arm of k - 1: the curriculum that gives one forward pass its best chance.
Next: collect.py.
"""

from dataclasses import asdict, dataclass

from syw import cell as cells
from syw import checkpoint, recipes
from syw.gpt import GPT
from syw.settings import parse
from syw.supervised import Budget, Phase, train

CELLS = cells.FOLDER
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
        return cells.shape_name(self.layers, self.width)

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
    summary = {**about, "seed": cell.seed, "budget": asdict(budget), "progress": asdict(progress)}
    measures = {rung: str(rung) for rung in cell.rungs()}
    document = cells.document(model, summary, name, cell.arm, start, cell.moduli, measures)
    cells.write(document, CELLS)
    shown = {rung: measured["accuracy"] for rung, measured in document["held_out"].items()}
    print(f"{name}: held out {shown}, {progress.minutes:.1f} min")


if __name__ == "__main__":
    main()
