"""card.json: what a shipped model is, how it was trained and what it reached. Written here, read by the page.

Never written by hand. The fields are those of `ModelCard` in crates/core.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import syw_core

from syw import evaluation
from syw.gpt import GPT
from syw.onnx_writer import dequantised

PUBLIC = Path(__file__).resolve().parent.parent.parent / "public"
RECIPE = "runs/full.sh"
PAGE_ORDER = ("large", "small")
ARM_ORDER = ("direct", "chain_prompted", "chain_rl")


@dataclass(frozen=True)
class Identity:
    """What a model is called and how it is asked. `answers`: "direct" (`<answer>` is appended) or "free"."""

    id: str
    arm: str
    answers: str


def stages(summary: dict) -> list[dict]:
    """The stages that led to a checkpoint, oldest first, without their step-by-step histories."""
    earlier = stages(summary["base"]) if "base" in summary else []
    if summary["stage"] == "rl":
        ended = {"updates": summary["update"], "minutes": summary["minutes"]}
        config = {**summary["settings"]}
        history = summary["history"]
    else:
        progress = summary["progress"]
        ended = {key: progress[key] for key in ("step", "minutes", "n_documents")}
        config = {**summary["settings"], **summary["budget"], "phases": summary["phases"]}
        history = progress["history"]
    ended["minutes"] = round(ended["minutes"], 2)
    stage = {"stage": summary["stage"], "config": config, **ended, "commit": summary["commit"]}
    return [*earlier, {**stage, "final": history[-1] if history else {}}]


def claims_digest() -> str | None:
    """SHA-256 of docs/claims.toml as it stands, or None where there is none."""
    path = PUBLIC.parent / "docs" / "claims.toml"
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def int8_differences(model: GPT, shipped: GPT, problems: list[str], way: str) -> int:
    """On how many problems the int8 weights and the fp32 weights write different greedy tokens."""
    pairs = zip(
        evaluation.completions_of(model, problems, way),
        evaluation.completions_of(shipped, problems, way),
        strict=True,
    )
    return sum(one != other for one, other in pairs)


def make_card(identity: Identity, model: GPT, summary: dict, onnx: bytes) -> dict:
    """Measures the model on every held-out problem, as shipped and in fp32, and describes it."""
    config = model.config
    operands = summary["operands"]
    held_out = [problem for n_operands in operands for problem in syw_core.problems("held_out", n_operands)]
    shipped = dequantised(model)
    direct = evaluation.evaluate(shipped, held_out, "direct")
    free = evaluation.evaluate(shipped, held_out, "free")
    own = direct if identity.answers == "direct" else free
    chain = evaluation.evaluate(shipped, held_out, "chain") if identity.answers == "free" else None
    led_here = stages(summary)
    return {
        "id": identity.id,
        "size": summary["size"],
        "arm": identity.arm,
        "seed": summary["seed"],
        "step": summary["update"] if summary["stage"] == "rl" else summary["progress"]["step"],
        "parameters": model.parameter_count(),
        "bytes": len(onnx),
        "sha256": hashlib.sha256(onnx).hexdigest(),
        "held_out_problems": len(held_out),
        "held_out_accuracy": own.accuracy,
        "held_out_accuracy_fp32": evaluation.evaluate(model, held_out, identity.answers).accuracy,
        "int8_differences": int8_differences(model, shipped, held_out, identity.answers),
        "answers": identity.answers,
        "layers": config.layers,
        "heads": config.heads,
        "width": config.width,
        "head_width": config.head_width,
        "max_length": config.max_length,
        "vocabulary": list(syw_core.vocabulary()),
        "operands": operands,
        "training": {
            "commit": summary["commit"],
            "data_digest": summary["data_digest"],
            "claims_sha256": summary.get("claims_sha256"),
            "recipe": RECIPE,
            "minutes": round(sum(stage["minutes"] for stage in led_here), 2),
            "stages": led_here,
            "held_out": {"own": own.as_dict(), "direct": direct.as_dict(), "free": free.as_dict()},
        },
        "direct_accuracy": direct.accuracy,
        "chain_accuracy": chain.accuracy if chain else None,
        "chain_share": free.chain_share,
    }


def write_index(models: Path) -> list[str]:
    """index.json names every model in page order: by size, arm, seed and step."""

    def place(card: dict) -> tuple:
        arm = ARM_ORDER.index(card["arm"]) if card["arm"] in ARM_ORDER else len(ARM_ORDER)
        return (PAGE_ORDER.index(card["size"]), arm, card["seed"], card["step"])

    cards = [json.loads(path.read_text()) for path in models.glob("*/card.json")]
    ids = [card["id"] for card in sorted(cards, key=place)]
    (models / "index.json").write_text(json.dumps(ids, indent=1) + "\n")
    return ids
