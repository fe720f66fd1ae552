"""results/rl/<arm>-s<seed>.json: what one run of reinforcement learning, or of its imitation control, came to.

Columns of figures over the updates, null where a figure was not measured, and the int8 model on the held-out problems.
"""

import json
from pathlib import Path

import syw_core

from syw import evaluation
from syw.gpt import GPT
from syw.onnx_writer import dequantised

FOLDER = Path(__file__).resolve().parent.parent / "results" / "rl"
COLUMNS = (
    "reward",
    "chain_share",
    "length",
    "valid_step_share",
    "entropy",
    "greedy_accuracy",
    "greedy_chain_share",
    "direct_accuracy",
)
# The measures of a supervised run (recipes.measures) that say the same.
SUPERVISED = {"greedy_accuracy": "free", "greedy_chain_share": "chain_share", "direct_accuracy": "direct"}


def held_out(model: GPT, operands: list[int]) -> dict[str, dict]:
    """The int8 model on every listed held-out problem: left alone, and forced to answer at once."""
    shipped = dequantised(model)
    problems = {n: syw_core.problems("held_out", n) for n in operands}
    return {
        way: {str(n): evaluation.evaluate(shipped, problems[n], way).as_dict() for n in operands}
        for way in ("free", "direct")
    }


def columns(history: list[dict]) -> dict[str, list]:
    """The history turned on its side."""
    strategies = [line.get("strategies") for line in history]
    shares = [None if each is None else each.get("reduce_then_add", 0.0) for each in strategies]
    table = {name: [line.get(name) for line in history] for name in COLUMNS}
    return {"updates": [line["update"] for line in history], **table, "reduce_then_add_share": shares}


def rounded(table: dict[str, list]) -> dict[str, list]:
    return {
        name: [round(value, 4) if isinstance(value, float) else value for value in values]
        for name, values in table.items()
    }


def of_reinforcement(model: GPT, summary: dict) -> dict:
    settings = summary["settings"]
    paraphrased = {}
    if settings["paraphraser"]:
        names = ("paraphraser", "paraphrase_every")
        paraphrased = {"start": summary["base"]["arm"], **{name: settings[name] for name in names}}
    return about(model, summary) | paraphrased | rounded(columns(summary["history"]))


def of_imitation(model: GPT, summary: dict, n_updates: int) -> dict:
    """Steps are counted as the updates of reinforcement learning that read as many tokens."""
    progress = summary["progress"]
    history = [
        {"update": round(line["step"] * n_updates / progress["step"])}
        | {name: line[measure] for name, measure in SUPERVISED.items()}
        for line in progress["history"]
    ]
    return about(model, summary) | rounded(columns(history))


def about(model: GPT, summary: dict) -> dict:
    n_tokens = summary["n_tokens"] if summary["stage"] == "rl" else summary["progress"]["n_tokens"]
    return {
        **{"arm": summary["arm"], "seed": summary["seed"], "commit": summary["commit"], "n_tokens": n_tokens},
        "held_out": held_out(model, summary["operands"]),
    }


def write(document: dict, into: str | None = None) -> None:
    folder = Path(into) if into else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{document['arm']}-s{document['seed']}.json").write_text(json.dumps(document) + "\n")
