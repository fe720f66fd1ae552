"""Gathers what the runs left into the files that the page and docs/study.md read.

results/frontier/*.json become public/results/frontier.json, results/rl/*.json rl-runs.json, those of hiders in results/cast
and results/paraphrase paraphrase.json, and results/off_distribution/*.json off_distribution.json. Nothing is left out: every run that has ended is in, and which
is the best of a sweep is decided by its accuracy on training problems. Next: study.py.
"""

import json
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from syw.card import CLAIMS
from syw.formats import write
from syw.settings import parse

HERE = Path(__file__).resolve().parent
PLATEAU_SHARE = 0.2  # a run has come to rest when the last fifth of its steps gained less than a point


@dataclass
class Collect:
    results: str = str(HERE / "results")
    public: str = str(HERE.parent / "public" / "results")


def last_gain(curve: list[dict], rung: str) -> float | None:
    """What the last fifth of the steps added to the accuracy on training problems; None for a curve too short."""
    before = [line for line in curve if line["step"] <= (1 - PLATEAU_SHARE) * curve[-1]["step"]]
    return round(curve[-1][rung] - before[-1][rung], 4) if before else None


def runs_of(cell: dict) -> list[dict]:
    """One run a rung: what the frontier is made of. The facts are the direct arm of one operand."""
    kept = ("shape", "seed", "lr", "start", "batch_size", "steps", "documents", "minutes", "commit")
    return [
        {
            **{name: cell[name] for name in kept},
            "moduli": cell.get("moduli"),
            "arm": "chain" if cell["arm"] == "chain" else "direct",
            "operands": int(rung),
            "held_out": measured,
            "trained": cell["curve"][-1][rung],
            "last_gain": last_gain(cell["curve"], rung),
            "curve": [[line["step"], round(line[rung], 3)] for line in cell["curve"]],
        }
        for rung, measured in cell["held_out"].items()
    ]


def frontier(cells: list[dict]) -> dict:
    """The whole table, with `best` at the run of each cell that did best on training problems.

    A run on some moduli alone is listed with its cell, but it was measured on these alone and is never its best.
    """
    assert len({cell["data_digest"] for cell in cells}) == 1, "cells of different languages"
    by_place = defaultdict(list)
    for cell in cells:
        for run in runs_of(cell):
            by_place[(cell["parameters"], run["arm"], run["operands"])].append(run)
    for runs in by_place.values():
        of_all_moduli = [run for run in runs if not run["moduli"]]
        best = max(of_all_moduli, key=lambda run: (run["trained"], -run["seed"]), default=None)
        for run in runs:
            run["best"] = run is best
    shapes = {
        cell["shape"]: {"name": cell["shape"]}
        | {name: cell[name] for name in ("layers", "width", "parameters")}
        for cell in cells
    }
    return {
        "data_digest": cells[0]["data_digest"],
        "shapes": sorted(shapes.values(), key=lambda shape: shape["parameters"]),
        "runs": [run for place in sorted(by_place) for run in by_place[place]],
    }


def mark_median(runs: list[dict], operands: int, modulus: int) -> None:
    """`is_median` at the run of chain_rl in the middle of its seeds, by accuracy on the held-out problems of a rung.

    A tie goes to the lower seed, and of an even number of seeds the lower of the two in the middle is taken.
    """

    def place(run: dict) -> tuple[float, int]:
        return run["held_out"]["free"][str(operands)]["accuracy_by_modulus"][str(modulus)], run["seed"]

    order = sorted((run for run in runs if run["arm"] == "chain_rl"), key=place)
    for run in runs:
        run["is_median"] = bool(order) and run is order[(len(order) - 1) // 2]


def measured_only(updates: list[int], accuracy: list[float | None]) -> dict:
    """The curve without the updates at which nothing was measured."""
    curve = [(update, value) for update, value in zip(updates, accuracy, strict=True) if value is not None]
    return {"updates": [update for update, _ in curve], "greedy_accuracy": [value for _, value in curve]}


def paraphrased(runs: list[dict], operands: int, modulus: int) -> list[dict]:
    """A line for every run that could hide, with who paraphrased its chains in training, and in every how many updates."""
    starts = {"seldom_words": "words", "seldom_order": "order"}
    hides_in = {
        "steganography": "words",
        "steganography_order": "order",
        "steganography_order_longer": "order",
    }
    return [
        {
            "hides_in": hides_in.get(run["arm"]) or starts[run["start"]],
            "paraphraser": run.get("paraphraser"),
            "every": run.get("paraphrase_every", 1),
            "n_updates": run["updates"][-1],
            **{name: run[name] for name in ("seed", "commit")},
            **measured_only(run["updates"], run["greedy_accuracy"]),
            "right": run["held_out"]["free"][str(operands)]["accuracy_by_modulus"][str(modulus)],
        }
        for run in runs
    ]


def read_all(folder: Path) -> list[dict]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(Collect, description=__doc__, arguments=arguments)
    results, public = Path(settings.results), Path(settings.public)
    public.mkdir(parents=True, exist_ok=True)
    cells = read_all(results / "frontier")
    if cells:
        write(public / "frontier.json", frontier(cells))
    runs = read_all(results / "rl")
    if runs:
        pair = tomllib.loads(CLAIMS.read_text())["pair"]
        mark_median(runs, pair["home_operands"], pair["home_modulus"])
        write(public / "rl-runs.json", {"runs": runs})
    hiders = [run for run in read_all(results / "cast") if run["arm"].startswith("steganography")]
    for folder in sorted((results / "paraphrase").glob("*")):
        hiders += read_all(folder)
    if hiders:
        pair = tomllib.loads(CLAIMS.read_text())["pair"]
        lines = paraphrased(hiders, pair["home_operands"], pair["home_modulus"])
        write(public / "paraphrase.json", {"runs": lines})
    measured = read_all(results / "off_distribution")
    if measured:
        write(public / "off_distribution.json", {"models": measured})
    print(f"{len(cells)} cells of the frontier, {len(runs)} runs of reinforcement learning")


if __name__ == "__main__":
    main()
