"""results/frontier/<name>.json: what one run of the frontier came to. Accuracies are greedy, of the fp32 weights."""

import json
from pathlib import Path

import syw_core

from syw import evaluation
from syw.gpt import GPT

FOLDER = Path(__file__).resolve().parent.parent / "results" / "frontier"


def shape_name(layers: int, width: int) -> str:
    return f"l{layers}w{width}"


def held_out(model: GPT, way: str, n_operands: int) -> dict:
    """Greedy accuracy on every listed held-out problem of a rung; one operand has none, so all its problems count."""
    problems = syw_core.problems("held_out" if n_operands > 1 else "train", n_operands)
    scores = evaluation.evaluate(model, problems, way)
    by_modulus = {name: round(value, 4) for name, value in scores.accuracy_by_modulus.items()}
    return {"problems": len(problems), "accuracy": round(scores.accuracy, 5), "by_modulus": by_modulus}


def document(
    model: GPT,
    summary: dict,
    name: str,
    arm: str,
    start: str | None,
    moduli: str | None,
    measures: dict[int, str],
) -> dict:
    """The file of a run from its checkpoint's summary; `measures` names the measure of its history for each rung."""
    config, budget, progress = model.config, summary["budget"], summary["progress"]
    way = "chain" if arm == "chain" else "direct"
    lines = progress["history"]
    return {
        "name": name,
        "arm": arm,
        "shape": shape_name(config.layers, config.width),
        "layers": config.layers,
        "heads": config.heads,
        "width": config.width,
        "parameters": model.parameter_count(),
        "seed": summary["seed"],
        "moduli": moduli,
        "lr": budget["lr"],
        "start": start,
        "batch_size": budget["batch_size"],
        "steps": progress["step"],
        "documents": progress["n_documents"],
        "minutes": round(progress["minutes"], 1),
        "commit": summary["commit"],
        "data_digest": syw_core.data_digest(),
        "held_out": {str(rung): held_out(model, way, rung) for rung in measures},
        "curve": [
            {"step": line["step"]} | {str(rung): line[measure] for rung, measure in measures.items()}
            for line in lines
        ],
    }


def of_direct_arm(model: GPT, summary: dict, name: str) -> dict:
    """A shipped model that answers at once is a run of the frontier, too: it starts from the whole base."""
    rung = max(summary["operands"])
    return document(model, summary, name, "direct", summary["settings"]["base"], None, {rung: "direct"})


def of_base(model: GPT, summary: dict, name: str) -> dict:
    """The base of the pair is the run of the frontier with one number: what a cell of `--arm base` is for other shapes."""
    return document(model, summary, name, "base", None, None, {1: "fact_problem"})


def read(name: str, folder: Path = FOLDER) -> dict:
    return json.loads((folder / f"{name}.json").read_text())


def write(cell: dict, folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{cell['name']}.json").write_text(json.dumps(cell) + "\n")
