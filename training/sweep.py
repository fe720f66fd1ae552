"""The sweep behind the frontier: which cells are trained, in which order, for how long. Each is a run of frontier.py.

One shape after the other. Whatever has to be decided on the way (does a second learning rate have to be tried, which run
does the next rung start from) is decided by accuracy on training problems. Next: collect.py.
"""

from dataclasses import dataclass

import frontier
from syw import cell as cells
from syw import checkpoint
from syw.settings import parse

REACHED = 0.995  # of the training problems: nothing is left for another run to add
RUNGS = [2, 3, 4]
MODULUS = 7  # the hard one: where the direct arm does not learn all moduli, it is given this one alone


@dataclass(frozen=True)
class Shape:
    """A size and its budgets in steps: of the base, of the direct arm with 2, 3 and 4 numbers, of the same on one modulus, of chains."""

    layers: int
    width: int
    heads: int
    lrs: tuple[float, ...]
    base: str | None  # of the pair (pretrain.py), which has read the same; the other shapes train their own
    base_steps: int
    direct_steps: tuple[int, ...]
    alone_steps: int
    chain_steps: int
    batch_size: int = 256

    @property
    def name(self) -> str:
        return cells.shape_name(self.layers, self.width)


# Small is what is said to fail, so it is given most: on the claim's rung five times what it was declared with.
SHAPES = [
    Shape(2, 12, 2, (4e-3, 2e-3), None, 8000, (12000, 5000, 5000), 5000, 2500),
    Shape(2, 16, 2, (4e-3, 2e-3), None, 8000, (12000, 5000, 5000), 5000, 2500),
    Shape(2, 24, 4, (4e-3, 2e-3), "small-base-s0", 0, (28000, 20000, 8000), 20000, 2000),
    Shape(2, 32, 4, (4e-3, 2e-3), None, 6000, (28000, 5000, 3000), 5000, 1000),
    Shape(2, 64, 8, (2e-3, 1e-3), None, 3000, (5000, 5000, 2000), 3000, 500),
    Shape(4, 96, 6, (2e-3, 1e-3), "large-base-s0", 0, (3000, 6000, 1500), 2000, 200, batch_size=512),
    Shape(6, 144, 6, (1e-3,), None, 700, (4000, 2000, 1000), 1000, 400),
]


@dataclass
class Sweep:
    shapes: str = ""  # names such as l2w24,l4w96; the default is all


def trained(cell: dict, rung: int) -> float:
    """A run's accuracy on training problems at its end."""
    return cell["curve"][-1][str(rung)]


class ShapeSweep:
    """The runs of one shape, each by name, and what they came to."""

    def __init__(self, shape: Shape, seed: int = 0):
        self.shape, self.seed = shape, seed

    def run(self, lr: float, steps: int, *options: str) -> dict:
        """Trains a cell, or reads it where it is there already."""
        shape = self.shape
        size = {"--layers": shape.layers, "--heads": shape.heads, "--width": shape.width, "--seed": self.seed}
        budget = {"--lr": lr, "--steps": steps, "--batch-size": shape.batch_size}
        budget["--evaluate-every"] = max(steps // 20, 1)
        given = [str(word) for option in (size | budget).items() for word in option]
        return cells.read(frontier.main([*given, *options]), frontier.CELLS)

    def base(self) -> str:
        """What every cell of the shape starts from; it is itself the cell with one number."""
        name = self.shape.base
        if name:
            if not (frontier.CELLS / f"{name}.json").exists():
                model, summary, _ = checkpoint.load(checkpoint.CHECKPOINTS / name)
                cells.write(cells.of_base(model.eval(), summary, name), frontier.CELLS)
            return name
        return self.run(self.shape.lrs[0], self.shape.base_steps, "--arm", "base")["name"]

    def chain(self, base: str) -> None:
        self.best_of(max(RUNGS), self.shape.lrs, self.shape.chain_steps, base, "--arm", "chain")

    def direct(self, base: str) -> None:
        """The direct arm, a number more at a time; where it fails, the hard modulus alone as well.

        The learning rate is chosen with two numbers, and kept.
        """
        start = alone_start = base
        lrs = self.shape.lrs
        for rung, steps in zip(RUNGS, self.shape.direct_steps, strict=True):
            options = ("--operands", str(rung))
            best = self.best_of(rung, lrs, steps, start, *options)
            start, lrs = best["name"], (best["lr"],)
            if trained(best, rung) >= REACHED:
                alone_start = start
            elif alone_start:
                only = ("--moduli", str(MODULUS))
                alone = self.best_of(rung, lrs, self.shape.alone_steps, alone_start, *options, *only)
                alone_start = alone["name"] if trained(alone, rung) >= REACHED else ""

    def best_of(self, rung: int, lrs: tuple[float, ...], steps: int, start: str, *options: str) -> dict:
        """One learning rate after the other, until one of them has learned the rung."""
        tried = []
        for lr in lrs:
            tried.append(self.run(lr, steps, "--start", start, *options))
            if trained(tried[-1], rung) >= REACHED:
                break
        return max(tried, key=lambda found: trained(found, rung))


def main(arguments: list[str] | None = None) -> None:
    (sweep,) = parse(Sweep, description=__doc__, arguments=arguments)
    names = [name for name in sweep.shapes.split(",") if name]
    unknown = set(names) - {shape.name for shape in SHAPES}
    assert not unknown, f"no shape {sorted(unknown)}; there are {[shape.name for shape in SHAPES]}"
    for shape in SHAPES:
        if names and shape.name not in names:
            continue
        runs = ShapeSweep(shape)
        base = runs.base()
        runs.chain(base)
        runs.direct(base)


if __name__ == "__main__":
    main()
