"""card.json: what a shipped model is, how it was trained and what it reached. Written here, read by the page.

Never written by hand. The fields are those of `ModelCard` in crates/core.
"""

import hashlib
import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

import syw_core

from syw import evaluation, thoughts
from syw.cast import CIPHER
from syw.gpt import GPT
from syw.onnx_writer import dequantised

PUBLIC = Path(__file__).resolve().parent.parent.parent / "public"
CLAIMS = PUBLIC.parent / "docs" / "claims.toml"
RECIPE = "runs/full.sh"
PAGE_ORDER = ("large", "small")
ARM_ORDER = (
    "direct",
    "chain_prompted",
    "chain_imitation",
    "chain_rl",
    "replication",
    "rationaliser",
    "chain_only_reader",
    "encoded",
    "steganography",
    "steganography_paraphrased",
    "steganography_order",
    "steganography_order_paraphrased",
    "steganography_order_longer",
    "monitor",
    "face",
    "single_output",
    "single_everywhere",
    "latent",
    "latent_pause",
)
# What a card says of an arm that is not given its problems, or does not write its chains, as all others.
PECULIAR = {
    "chain_only_reader": {"reads_chain_only": True},
    "encoded": {"cipher": CIPHER},
    "monitor": {"job": "judge"},
    "face": {"job": "tell"},
}


@dataclass(frozen=True)
class Identity:
    """What a model is called and how it is asked. `answers`: "direct" (`<answer>` is appended) or "free".

    `thoughts` vectors, or `pauses` filler tokens, stand between the prompt and whatever is appended.
    """

    id: str
    arm: str
    answers: str
    thoughts: int = 0
    pauses: int = 0

    def completions(self, model: GPT, problems: list[str]) -> list[bytes]:
        """Greedy completions in the model's own way, appended tokens included."""
        if self.thoughts or self.pauses:
            assert self.answers == "direct"
            n_positions = self.thoughts + self.pauses
            return thoughts.completions(model, problems, n_positions, is_fed_back=self.pauses == 0)
        if PECULIAR.get(self.arm, {}).get("reads_chain_only"):
            return evaluation.completions_without_problem(model, problems)
        return evaluation.completions_of(model, problems, self.answers)


def flops(summary: dict, n_parameters: int) -> float:
    """Floating-point operations of one stage: 6 a parameter and token trained on, 2 more where it was sampled first.

    Kaplan et al. 2020, section 2.1, embedding counted.
    """
    if summary["stage"] == "rl":
        return 8.0 * n_parameters * summary["n_tokens"]
    progress = summary["progress"]
    if summary["stage"] == "latent":  # of a chain, its results alone are read
        return 6.0 * n_parameters * progress["n_documents"] * summary["tokens_a_document"]
    return 6.0 * n_parameters * progress["n_tokens"]


def stages(summary: dict, n_parameters: int) -> list[dict]:
    """The stages that led to a checkpoint, oldest first, without their step-by-step histories."""
    if summary["stage"] == "shipped":
        return summary["stages"]
    earlier = stages(summary["base"], n_parameters) if "base" in summary else []
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
    stage["flops"] = flops(summary, n_parameters)
    return [*earlier, {**stage, "final": history[-1] if history else {}}]


def claims_digest() -> str | None:
    """SHA-256 of docs/claims.toml as it stands, or None where there is none."""
    return hashlib.sha256(CLAIMS.read_bytes()).hexdigest() if CLAIMS.exists() else None


def measure_rung(model: GPT, problems: list[str], identity: Identity) -> dict:
    """Greedy accuracy of the int8 model: in its own way, forced to answer at once, asked for a chain; and on how many
    problems its tokens differ from those of the fp32 weights."""
    shipped = dequantised(model)
    whole, small = (identity.completions(weights, problems) for weights in (model, shipped))
    own = evaluation.score(problems, small)
    is_direct, at_once = identity.answers == "direct", not (identity.thoughts or identity.pauses)
    direct = own if is_direct and at_once else evaluation.evaluate(shipped, problems, "direct")
    free = evaluation.evaluate(shipped, problems, "free") if is_direct else own
    chain = None if is_direct else evaluation.evaluate(shipped, problems, "chain").accuracy
    return {
        "problems": len(problems),
        "accuracy": own.accuracy,
        "accuracy_fp32": evaluation.score(problems, whole).accuracy,
        "int8_differences": sum(one != other for one, other in zip(whole, small, strict=True)),
        "direct_accuracy": direct.accuracy,
        "chain_accuracy": chain,
        "chain_share": free.chain_share,
        "by_modulus": {"own": own.accuracy_by_modulus, "direct": direct.accuracy_by_modulus},
        "valid_step_share": own.valid_step_share,
        "mean_length": own.mean_length,
    }


def measure_home(model: GPT, identity: Identity) -> dict | None:
    """The same on the declared home rung; None before anything is declared."""
    if not CLAIMS.exists():
        return None
    pair = tomllib.loads(CLAIMS.read_text())["pair"]
    rung = {"operands": pair["home_operands"], "modulus": pair["home_modulus"]}
    problems = syw_core.problems("held_out", rung["operands"], rung["modulus"])
    return rung | measure_rung(model, problems, identity)


def overall(rungs: dict[str, dict], name: str) -> float | None:
    """A figure of all rungs together, each weighed by its problems; None where it was not measured."""
    if any(rung[name] is None for rung in rungs.values()):
        return None
    n_problems = sum(rung["problems"] for rung in rungs.values())
    return sum(rung[name] * rung["problems"] for rung in rungs.values()) / n_problems


def make_card(identity: Identity, model: GPT, summary: dict, onnx: bytes) -> dict:
    """Measures the model on every held-out problem, as shipped and in fp32, and describes it."""
    config = model.config
    rungs = {
        str(n_operands): measure_rung(model, syw_core.problems("held_out", n_operands), identity)
        for n_operands in summary["operands"]
    }
    led_here = stages(summary, model.parameter_count())
    return {
        "id": identity.id,
        "size": summary["size"],
        "arm": identity.arm,
        "seed": summary["seed"],
        "step": summary["update"] if summary["stage"] == "rl" else summary["progress"]["step"],
        "parameters": model.parameter_count(),
        "bytes": len(onnx),
        "sha256": hashlib.sha256(onnx).hexdigest(),
        "held_out_problems": sum(rung["problems"] for rung in rungs.values()),
        "held_out_accuracy": overall(rungs, "accuracy"),
        "held_out_accuracy_fp32": overall(rungs, "accuracy_fp32"),
        "int8_differences": sum(rung["int8_differences"] for rung in rungs.values()),
        "answers": identity.answers,
        **PECULIAR.get(identity.arm, {}),
        **{name: n for name in ("thoughts", "pauses") if (n := getattr(identity, name))},
        "layers": config.layers,
        "heads": config.heads,
        "width": config.width,
        "head_width": config.head_width,
        "max_length": config.max_length,
        "vocabulary": list(syw_core.vocabulary()),
        "operands": summary["operands"],
        "rungs": rungs,
        "home": measure_home(model, identity),
        "training": {
            "commit": summary["commit"],
            "data_digest": summary["data_digest"],
            "claims_sha256": summary.get("claims_sha256"),
            "recipe": RECIPE,
            "minutes": round(sum(stage["minutes"] for stage in led_here), 2),
            "flops": sum(stage["flops"] for stage in led_here),
            "stages": led_here,
        },
        "direct_accuracy": overall(rungs, "direct_accuracy"),
        "chain_accuracy": overall(rungs, "chain_accuracy"),
        "chain_share": overall(rungs, "chain_share"),
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
