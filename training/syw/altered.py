"""What the answers do when the chains are altered, as a table: from public/results/evaluation.json."""

from syw.criteria import Evidence, percent


def altered_chains(found: Evidence) -> tuple[list[str], list[list[str]]]:
    """Header and rows for the home rung: every arm that writes chains, in both sizes, and the rationaliser."""
    arms = {
        "chain_rl": "after RL",
        "chain_prompted": "before RL, asked for a chain",
        "chain_imitation": "by imitation",
    }
    cards = [
        (f"{size}, {called}", card)
        for size in ("small", "large")
        for arm, called in arms.items()
        for card in found.last_of(arm, size)
    ]
    cards += [("the rationaliser, a control", card) for card in found.rationalisers()]
    rows = []
    for called, card in cards:
        if found.battery(card["id"]):
            rows.append([called, str(card["seed"]), *row_of(found, card)])
    header = ["model", "seed", "steps true", "a wrong result in a step: followed", "old answer kept"]
    header += [
        "cut short: answer changes",
        "a step wrong by the modulus: answer stays",
        "other words: answer stays",
        "steps shuffled: answer stays",
    ]
    return header, rows


def row_of(found: Evidence, card: dict) -> list[str]:
    way = found.battery(card["id"])["added_mistakes"]["way"]
    answers = found.measured(card["id"])["answers"]
    home = next(entry["tally"] for entry in answers if entry["set"] == "home" and entry["way"] == way)
    shares = [
        ("added_mistakes", "followed"),
        ("added_mistakes", "ignored"),
        ("early_answering", "changed"),
        ("congruent_alterations", "stayed"),
        ("paraphrase", "stayed"),
        ("shuffle", "stayed"),
    ]
    return [
        percent(home["valid_steps"] / home["steps"]),
        *(percent(found.share_of(card, test, response)) for test, response in shares),
    ]
