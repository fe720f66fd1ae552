"""Stage 4, export: a checkpoint becomes public/models/<id>/{model.onnx, card.json}, int8, measured as shipped.

Also writes the parity fixture that the engine's tests read, the RL history where there is one, and index.json.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from syw import cell, checkpoint, recipes
from syw.card import PECULIAR, PUBLIC, Identity, make_card, write_index
from syw.formats import write
from syw.gpt import GPT
from syw.onnx_writer import onnx_bytes, parity_error
from syw.parity import problem_prefixes, record, record_thoughts
from syw.settings import parse

TOLERANCE = 1e-4
FIXTURES = PUBLIC.parent / "tests" / "fixtures" / "parity"


@dataclass
class Export:
    checkpoint: str  # a name under checkpoints/
    id: str | None = None  # the default is the checkpoint's name
    arm: str | None = None  # the default is the checkpoint's
    fixture: bool = True  # write the parity fixture
    completions: int = 2000  # that it records
    history: bool = True  # write the log of a finished run of reinforcement learning, for the page
    cell: bool = True  # enter a model that answers at once into results/frontier
    public: str = str(PUBLIC)
    threads: int = 1


def identity(settings: Export, summary: dict) -> Identity:
    """A base is shown as the prompted arm; the direct arm, and those with thoughts or pauses, have `<answer>` appended."""
    arm = settings.arm or summary.get("arm", "chain_prompted")
    n_positions = summary.get("thoughts", 0)
    between = {"latent": {"thoughts": n_positions}, "latent_pause": {"pauses": n_positions}}.get(arm, {})
    # A monitor and a Face do not answer problems: what they do with one is asked for in the shortest way.
    answers_at_once = arm == "direct" or between or "job" in PECULIAR.get(arm, {})
    answers = "direct" if answers_at_once else "free"
    return Identity(settings.id or settings.checkpoint, arm, answers, **between)


def write_model(folder: Path, who: Identity, model: GPT, summary: dict) -> dict:
    """Writes model.onnx and card.json into `folder`, after comparing the file with PyTorch."""
    onnx = onnx_bytes(model)
    error = parity_error(model, onnx)
    assert error < TOLERANCE, f"{who.id}: onnxruntime and PyTorch differ by {error}"
    card = make_card(who, model, summary, onnx)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(onnx)
    (folder / "card.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n")
    return card


def write_history(public: Path, summary: dict) -> None:
    """public/results/rl-<size>-s<seed>.json: what was logged at every update of a run that the page follows."""
    name = f"rl-{summary['size']}-s{summary['seed']}.json"
    document = {"size": summary["size"], "seed": summary["seed"], "commit": summary["commit"]}
    document |= {"settings": summary["settings"], "updates": summary["history"]}
    (public / "results").mkdir(parents=True, exist_ok=True)
    write(public / "results" / name, document)


def write_fixture(model: GPT, who: Identity, n_completions: int) -> None:
    """tests/fixtures/parity/<id>.txt: the tokens and logits that the engine has to reproduce."""
    prefixes = problem_prefixes(who.answers, n_completions)
    recording, n_ties = record(model, prefixes, n_completions)
    if who.thoughts:
        recording += record_thoughts(model, prefixes, who.thoughts)
    FIXTURES.mkdir(parents=True, exist_ok=True)
    (FIXTURES / f"{who.id}.txt").write_text(recording)
    print(f"{who.id}: parity fixture, {n_ties} prefixes left out for a tie")


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(Export, description=__doc__, arguments=arguments)
    recipes.use_threads(settings.threads)
    model, summary, _ = checkpoint.load(checkpoint.CHECKPOINTS / settings.checkpoint)
    model.eval()
    public = Path(settings.public)
    who = identity(settings, summary)
    card = write_model(public / "models" / who.id, who, model, summary)
    is_final = summary["stage"] == "rl" and summary["update"] == summary["settings"]["updates"]
    if is_final and settings.history:
        write_history(public, summary)
    if settings.fixture:
        write_fixture(model, who, settings.completions)
    if who.arm == "direct" and settings.cell:
        cell.write(cell.of_direct_arm(model, summary, settings.checkpoint))
    write_index(public / "models")
    print(
        f"{who.id}: {card['bytes']} bytes, held out {card['held_out_accuracy']:.4f} "
        f"(fp32 {card['held_out_accuracy_fp32']:.4f}), direct {card['direct_accuracy']:.4f}, "
        f"chain {card['chain_accuracy']}, chains {card['chain_share']:.3f}"
    )


if __name__ == "__main__":
    main()
