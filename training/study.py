"""Writes docs/study.md, the study on one page, and public/results/claims.json, from the declaration and the results: no number
is typed.

Reads docs/claims.toml, public/models/*/card.json and public/results/*.json. `--check` writes nothing and fails when
they are not what would be written.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sweep import REACHED
from syw import criteria, debate, formats
from syw.altered import altered_chains
from syw.criteria import Evidence, percent
from syw.settings import parse

ROOT = Path(__file__).resolve().parent.parent
ARMS = {
    "chain_rl": "chain, RL on the final answer",
    "rl_shuffled_reward": "RL, rewards dealt out at random",
    "rl_length_penalty": "RL, less a little for every token",
    "chain_imitation": "chains by imitation, as many tokens",
}
NOT_AT_REST = 0.01


@dataclass
class Study:
    check: bool = False  # compare instead of writing
    root: str = str(ROOT)


def evidence(root: Path) -> Evidence:
    def read(name: str, otherwise: dict) -> dict:
        return formats.read(root / "public" / "results" / name, otherwise)

    cards = [json.loads(path.read_text()) for path in sorted((root / "public/models").glob("*/card.json"))]
    return Evidence(
        claims=tomllib.loads((root / "docs" / "claims.toml").read_text()),
        cards=cards,
        frontier=read("frontier.json", {"shapes": [], "runs": []}),
        rl_runs=read("rl-runs.json", {"runs": []})["runs"],
        off_distribution=read("off_distribution.json", {"models": []})["models"],
        evaluation=read("evaluation.json", {"models": []})["models"],
        hidden=read("hidden.json", {}),
        watchers=read("watchers.json", {}),
        knowledge=read("knowledge.json", {"models": []})["models"],
        inside=read("inside.json", {"models": []})["models"],
        latent=read("latent.json", {"models": []})["models"],
        paraphrase=read("paraphrase.json", {"runs": []})["runs"],
    )


def table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def frontier(found: Evidence) -> str:
    runs = [run for run in found.frontier["runs"] if run["best"]]
    columns = sorted(
        {(run["operands"], run["arm"]) for run in runs}, key=lambda it: (it[1] != "direct", it[0])
    )
    rows = []
    for shape in found.frontier["shapes"]:
        row = [f"{shape['parameters']:,} ({shape['layers']} layers, width {shape['width']})"]
        for operands, arm in columns:
            place = (shape["name"], operands, arm)
            best = [run for run in runs if (run["shape"], run["operands"], run["arm"]) == place]
            row.append(cell(best[0], found.claims["pair"]["home_modulus"]) if best else "")
        rows.append(row)
    header = ["parameters"] + [f"{arm}, k = {operands}" for operands, arm in columns]
    return table(header, rows)


def alone(found: Evidence) -> str:
    """The runs on the home modulus and no other, by shape and number of operands; the best on training problems each."""
    modulus = str(found.claims["pair"]["home_modulus"])
    best: dict[tuple[str, int], dict] = {}
    for run in found.frontier["runs"]:
        place = (run["shape"], run["operands"])
        if run["moduli"] == modulus and (place not in best or run["trained"] > best[place]["trained"]):
            best[place] = run
    if not best:
        return "None was trained."
    columns = sorted({operands for _, operands in best})
    rows = []
    for shape in found.frontier["shapes"]:
        runs = [best.get((shape["name"], operands)) for operands in columns]
        if any(runs):
            said = [
                f"{percent(run['held_out']['by_modulus'][modulus])}{dagger(run)} after {run['steps']:,} steps"
                if run
                else ""
                for run in runs
            ]
            rows.append([f"{shape['parameters']:,}", *said])
    return table(["parameters"] + [f"direct, k = {operands}" for operands in columns], rows)


def longer(found: Evidence) -> str:
    """What the sweep says of the claim that small cannot: the best run of small's size on the home rung."""
    _, modulus = found.home
    best = next((run for run in found.sweep_of_small() if run["best"]), None)
    if not best:
        return "The sweep has no longer run of small's direct arm."
    declared = found.card("direct", found.median_seed())["training"]["stages"][-1]["n_documents"]
    return (
        f"The declaration's budget for small's direct arm was a choice. In the sweep the same size read {best['documents']:,} documents, "
        f"{best['documents'] / declared:.1f} times as many, at a peak learning rate of {best['lr']:g}: it is right on "
        f"{percent(best['held_out']['by_modulus'][str(modulus)])} of the problems modulo {modulus}."
    )


def dagger(run: dict) -> str:
    """The mark of a run that had not come to rest."""
    is_at_rest = run["trained"] >= REACHED or (run["last_gain"] or 0.0) < NOT_AT_REST
    return "" if is_at_rest else " †"


def cell(run: dict, hard_modulus: int) -> str:
    held_out = run["held_out"]
    hard = held_out["by_modulus"][str(hard_modulus)]
    return f"{percent(held_out['accuracy'])}{dagger(run)} ({percent(hard)})"


def seeds(found: Evidence) -> str:
    rows = []
    for seed in found.seeds():
        base, rl, direct = (found.card(arm, seed) for arm in ("chain_prompted", "chain_rl", "direct"))
        at = [found.rung(card) for card in (base, rl, direct)]
        rows.append(
            [str(seed), percent(criteria.facts(base))]
            + [percent(at[0]["accuracy"]), percent(at[0]["chain_share"]), percent(at[0]["chain_accuracy"])]
            + [
                percent(at[1]["accuracy"]),
                percent(at[0]["direct_accuracy"]),
                percent(at[1]["direct_accuracy"]),
            ]
            + [percent(at[2]["accuracy"]), f"{criteria.compute_ratio(rl, direct):.1f}"]
        )
    header = [
        "seed",
        "base: facts",
        "base, left alone",
        "writes chains",
        "base, asked for a chain",
        "after RL",
    ]
    header += ["forced to answer at once: before RL", "after RL", "direct arm", "its compute, in RL stages"]
    return table(header, rows)


def controls(found: Evidence) -> str:
    operands, modulus = (str(number) for number in found.home)
    rows = []
    for arm, name in ARMS.items():
        runs = sorted((run for run in found.rl_runs if run["arm"] == arm), key=lambda run: run["seed"])
        if not runs:
            continue
        free = [run["held_out"]["free"][operands] for run in runs]
        direct = [run["held_out"]["direct"][operands] for run in runs]
        rows.append(
            [name, ", ".join(percent(one["accuracy_by_modulus"][modulus]) for one in free)]
            + [", ".join(percent(one["chain_share"]) for one in free)]
            + [", ".join(f"{one['mean_length']:.0f}" for one in free)]
            + [", ".join(percent(one["accuracy_by_modulus"][modulus]) for one in direct)]
        )
    return table(["arm", "right", "writes chains", "tokens", "right when forced to answer at once"], rows)


def off_distribution(found: Evidence) -> str:
    models = sorted(found.off_distribution, key=lambda one: (one["size"], one["arm"], one["seed"]))
    groups: dict[tuple[str, str], list[dict]] = {}
    for model in models:
        groups.setdefault((model["size"], model["arm"]), []).append(model)
    families = list(models[0]["families"]) if models else []
    rows = []
    for family in families:
        for (size, arm), members in groups.items():
            outcomes: dict[str, list[float]] = {}
            for member in members:
                entry = member["families"][family]
                for name, count in entry["outcomes"].items():
                    outcomes.setdefault(name, []).append(count / entry["problems"])
            said = sorted(outcomes.items(), key=lambda item: -sum(item[1]))
            shares = "; ".join(
                f"{name.replace('_', ' ')} {spread(values, len(members))}" for name, values in said
            )
            rows.append(
                [family.replace("_", " "), f"{size} {arm.replace('_', ' ')}", str(len(members)), shares]
            )
    return table(["family", "model", "seeds", "what the answers did"], rows)


def spread(values: list[float], n_members: int) -> str:
    """The range over the seeds; a seed without this outcome counts as 0."""
    values = sorted(values + [0.0] * (n_members - len(values)))
    low, high = values[0], values[-1]
    return percent(low) if percent(low) == percent(high) else f"{percent(low)} to {percent(high)}"


def int8(found: Evidence) -> str:
    rows = [
        [card["id"], f"{card['parameters']:,}", f"{card['bytes']:,}", f"{card['held_out_problems']:,}"]
        + [
            str(card["int8_differences"]),
            percent(card["held_out_accuracy"]),
            percent(card["held_out_accuracy_fp32"]),
        ]
        for card in found.cards
    ]
    header = [
        "model",
        "parameters",
        "bytes",
        "held-out problems",
        "int8 writes other tokens on",
        "int8",
        "fp32",
    ]
    return table(header, rows)


def document(found: Evidence, measured: dict) -> str:
    pair = found.claims["pair"]
    n_runs = len(found.frontier["runs"])
    moving = sum(bool(dagger(run)) for run in found.frontier["runs"] if run["best"])
    n_best = sum(run["best"] for run in found.frontier["runs"])
    return f"""# The study on one page

Generated by `python training/study.py`; every number is computed from `public/` and `docs/claims.toml`. To find the flaw, start
from the data: each table names its file, each model has a card with its configuration, commit and digests.

**Problem.** k numbers from 0 to 99, pairs multiplied and the products added (a, a × b, a × b + c, a × b + c × d), modulo
{", ".join(map(str, pair["moduli"]))}. One problem in ten, in every order of its numbers, is held out of all that is trained on. The answer is
one token, so a direct answer is one forward pass. Everything below is greedy, on held-out problems (all {found.rung_size(2):,} of two
numbers; 20,000 drawn once for three and for four).

## The frontier: what one forward pass can do, and what a chain buys

`public/results/frontier.json`, {n_runs} runs. Best run of each sweep by accuracy on training problems; in brackets modulo
{pair["home_modulus"]}, which has no shortcut in the digits. † marks a run that had not come to rest: it had not learned its training
problems, and its last fifth of the steps still gained a point or more ({moving} of {n_best}). An empty cell was not trained. A
second learning rate was tried with two numbers where the first did not learn them. Rest is no proof that more training would not help: the rate decays in the
last part of the steps, and some runs stood still for long and learned only then (the curves are in the file). Every run starts from a base of its shape, which has read facts, answers
and chains; more numbers from fewer.

{frontier(found)}

Where the direct arm does not learn all moduli, it is also given modulo {pair["home_modulus"]} and no other: what one forward pass can do
when it has one table to learn. Right modulo {pair["home_modulus"]}:

{alone(found)}

{pair["note"].strip()}

## What was declared, and what came out

`docs/claims.toml`, committed before any of the models judged here was trained. Home rung: {found.home[0]} numbers, modulo
{found.home[1]}.

{table(*debate.declaration(measured))}

{longer(found)}

## The claims of the debate

`docs/claims.toml` says which criteria speak for a claim, and which against; `public/results/claims.json` has the values, and the page draws the same verdicts from it. They are
about these models on this task. A criterion whose control was not reached does not count.

{table(*debate.claims(measured))}

## Every seed

Small has {found.small_parameters():,} parameters, large {found.large_parameters():,}. The median seed is {found.median_seed()}. Home rung.

{seeds(found)}

## Controls of the reinforcement learning

`public/results/rl-runs.json`; seeds in order.

{controls(found)}

## What the answer does when the chain is altered

`public/results/evaluation.json` (`cargo xtask evaluate`, by the engine of the page): every held-out problem of the home
rung, every step. "Followed": the answer is what correct arithmetic makes of the wrong result. A step that is wrong by exactly the modulus
is untrue and changes nothing, so a model that follows arithmetic, and not only what chains usually look like, keeps its
answer.

{table(*altered_chains(found))}

## Off distribution

`public/results/off_distribution.json`, {found.n_off_distribution():,} problems a family, the same for all. "Floored" and "truncated" are
the two conventions for the remainder of a negative number; "right" where both agree. A range is over seeds.

{off_distribution(found)}

## int8

{int8(found)}
"""


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(Study, description=__doc__, arguments=arguments)
    root = Path(settings.root)
    found = evidence(root)
    measured = debate.document(found, root / "docs" / "claims.toml")
    written = {
        root / "docs" / "study.md": document(found, measured),
        root / "public" / "results" / "claims.json": debate.text_of(measured),
    }
    for path, text in written.items():
        if settings.check:
            assert path.read_text() == text, f"{path.name} is not what study.py writes: run python study.py"
        else:
            path.write_text(text)


if __name__ == "__main__":
    main()
