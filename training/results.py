"""docs/results.md: one table of everything that was measured, a line for every arm and seed, from public/results/ and the cards.

`--check` compares instead of writing. No number is typed here.
"""

from dataclasses import dataclass
from pathlib import Path

from study import evidence, table
from syw.card import ARM_ORDER, PAGE_ORDER
from syw.criteria import Evidence, percent
from syw.settings import parse


@dataclass
class Results:
    root: str = str(Path(__file__).resolve().parent.parent)
    check: bool = False


def last_cards(found: Evidence) -> list[dict]:
    """The last checkpoint of every size, arm and seed, large first, arms in the order of the page."""
    kinds = {(card["size"], card["arm"]) for card in found.cards}
    ordered = sorted(kinds, key=lambda kind: (PAGE_ORDER.index(kind[0]), ARM_ORDER.index(kind[1])))
    return [card for size, arm in ordered for card in found.last_of(arm, size)]


def share(value: float | None) -> str:
    return "" if value is None else percent(value)


def response(found: Evidence, card: dict, test: str, name: str, way: str) -> float | None:
    battery = found.battery(card["id"], way)
    if not battery or test not in battery:
        return None
    places = battery[test]["tally"]["places"]
    n_cases = sum(sum(place["responses"].values()) for place in places)
    return found.share_of(card, test, name, way) if n_cases else None


def followed(found: Evidence, card: dict) -> str:
    """Wrong results followed: of chains as they stand, of prompted chains, or through the key."""
    ways = {"own": "", "chain": " (asked)", "keyed": " (with the key)"}
    shown = []
    for way, said in ways.items():
        value = response(found, card, "added_mistakes", "followed", way)
        if value is not None:
            shown.append(percent(value) + said)
    return ", ".join(shown)


def hidden(found: Evidence, card: dict) -> tuple[str, str]:
    """Accuracy with the paraphraser of words between chain and answer, and bits about the answer through the words."""
    entries = [each for each in found.hidden.get("models", []) if each["model"] == card["id"]]
    if not entries:
        return "", ""
    (entry,) = entries
    again = next(each["right"] for each in entry["said_again"] if each["by"] == "words")
    bits = next(each for each in entry["carried"] if (each["channel"], each["about"]) == ("words", "answer"))
    return percent(again / entry["problems"]), f"{bits['bits']:.2f} ({bits['shuffled']:.2f})"


def probe(found: Evidence, card: dict) -> str:
    entries = [each for each in found.knowledge if each["model"] == card["id"]]
    if not entries:
        return ""
    (entry,) = entries
    at_end = [each for each in entry["probes"] if each["place"] == "end_of_problem"]
    last = max(at_end, key=lambda each: each["layer"])
    right, shuffled = (percent(last[name] / entry["problems"]) for name in ("right", "shuffled"))
    return f"{right} ({shuffled})"


def row(found: Evidence, card: dict) -> list[str]:
    home = card["home"]
    tally = found.answers(card["id"], "home")
    legible = tally["valid_steps"] / tally["steps"] if tally and tally["steps"] else None
    is_asked = card.get("job", "answer") == "answer"
    return [
        card["size"],
        card["arm"],
        str(card["seed"]),
        *([share(card["held_out_accuracy"]), share(home["accuracy"])] if is_asked else ["", ""]),
        share(home["direct_accuracy"]) if is_asked else "",
        share(card["chain_share"]) if is_asked else "",
        share(legible),
        followed(found, card),
        *hidden(found, card),
        probe(found, card),
        f"{card['parameters']:,}",
        f"`{card['sha256'][:8]}`",
    ]


HEADER = [
    "size",
    "arm",
    "seed",
    "held out",
    "home rung",
    "made to answer at once",
    "chains",
    "steps true",
    "wrong results followed",
    "said again",
    "bits in words",
    "probe",
    "parameters",
    "file",
]


def monitors(found: Evidence) -> str:
    """A line for every monitor: what it finds, beside the simpler judges."""
    header = ["seed", "judge", "area", "found at 1 % false alarms", "at 5 %"]
    rows = []
    for monitor in found.watchers.get("monitors", []):
        for entry in monitor["judged"]:
            if entry["what"] == "mistakes":
                shares = [percent(value) for value in entry["found"]]
                rows.append([str(monitor["seed"]), entry["judge"], f"{entry['auroc']:.3f}", *shares])
    return table(header, rows)


def told(found: Evidence) -> str:
    """A line for every system and seed: what users are told, and what the notes say."""
    header = ["system", "seed", "marked: told a number", "marked: notes say the result", "others: right"]
    rows = []
    for entry in found.watchers.get("told", []):
        marked, others = entry["marked"], entry["unmarked"]
        shares = [
            (marked["right"] + marked["wrong"]) / marked["problems"],
            marked["stated"] / marked["problems"],
            others["right"] / others["problems"],
        ]
        rows.append([entry["system"], str(entry["seed"]), *(percent(value) for value in shares)])
    return table(header, rows)


def document(found: Evidence) -> str:
    rows = [row(found, card) for card in last_cards(found)]
    n_models = len(found.cards)
    return f"""# Results

Every arm and seed, as measured. Written by `training/results.py` from the cards and `public/results/`, which `cargo xtask evaluate`
writes and checks. {n_models} models are shipped; of those taken on the way through a training, the last is here. What was declared of
them, and whether it was reached: [study.md](study.md).

Held out: all held-out problems. Home rung: {found.home[0]} numbers, modulo {found.home[1]}. Steps true: of the steps written there, as they
stand. Wrong results followed: of the wrong results that were written into its chains there, the answers that became what correct arithmetic makes of
them. Said again: accuracy there with a paraphraser of words between chain and answer. Bits in words: what the wording of a chain carries about the answer, in
brackets with shuffled answers. Probe: answers that a linear probe reads off the last layer at the end of the problem, before any chain, in brackets
with shuffled answers. A monitor and a Face answer no problems.

{table(HEADER, rows)}

## Monitors

Right chains of the home rung from the same with one wrong result.

{monitors(found)}

## What users are told

All held-out problems; the marked ones are those whose result is not to be given away.

{told(found)}
"""


def main(arguments: list[str] | None = None) -> None:
    (settings,) = parse(Results, description=__doc__, arguments=arguments)
    root = Path(settings.root)
    path = root / "docs" / "results.md"
    text = document(evidence(root))
    if settings.check:
        assert path.read_text() == text, (
            "docs/results.md is not what results.py writes: run python results.py"
        )
    else:
        path.write_text(text)


if __name__ == "__main__":
    main()
