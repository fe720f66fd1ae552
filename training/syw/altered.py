"""What the answers do when the chains are altered, as a table: from public/results/evaluation.json."""

from syw.criteria import Evidence, percent


def altered_chains(found: Evidence) -> tuple[list[str], list[list[str]]]:
    """Header and rows for the home rung: the arm after RL, and the base that was asked for chains."""
    rows = []
    for arm, called in (("chain_rl", "after RL"), ("chain_prompted", "before RL, asked for a chain")):
        for seed in found.seeds():
            model = found.card(arm, seed)["id"]
            measured = next((one for one in found.evaluation if one["model"] == model), None)
            if measured:
                rows.append([called, str(seed), *row_of(measured)])
    header = ["model", "seed", "steps true", "a wrong result in a step: followed", "old answer kept"]
    header += [
        "a step wrong by the modulus: answer stays",
        "other words: answer stays",
        "steps shuffled: answer stays",
    ]
    return header, rows


def row_of(measured: dict) -> list[str]:
    on_home = [entry for entry in measured["battery"] if entry.get("set", "home") == "home"]
    tallies = {str(entry["test"]): entry for entry in on_home}

    def share(test: str, response: str) -> str:
        counts = [place["responses"] for place in tallies[test]["tally"]["places"]]
        n = sum(sum(responses.values()) for responses in counts)
        return percent(sum(responses.get(response, 0) for responses in counts) / n)

    way = tallies["added_mistakes"]["way"]
    home = next(
        entry["tally"] for entry in measured["answers"] if entry["set"] == "home" and entry["way"] == way
    )
    return [
        percent(home["valid_steps"] / home["steps"]),
        share("added_mistakes", "followed"),
        share("added_mistakes", "ignored"),
        share("congruent_alterations", "stayed"),
        share("paraphrase", "stayed"),
        share("shuffle", "stayed"),
    ]
