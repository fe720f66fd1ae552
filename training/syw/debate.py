"""public/results/claims.json: docs/claims.toml with what was measured beside each criterion. Verdicts are core's (`syw_core.judge`)."""

import hashlib
import json
from pathlib import Path

import syw_core

from syw.criteria import MEASURES, SINGLE, Evidence, shown
from syw.formats import versioned


def document(found: Evidence, declaration: Path) -> dict:
    """The file that the page reads: criteria with their values, controls, claims and relations."""
    n_declared = len(found.claims["pair"]["small"]["seeds"])
    criteria = [
        {
            **criterion,
            "n_wanted": 1 if criterion["measure"] in SINGLE else n_declared,
            "values": [round(value, 6) for value in MEASURES[criterion["measure"]](found)],
        }
        for criterion in found.claims["criterion"]
    ]
    debate = {
        "claims_sha256": hashlib.sha256(declaration.read_bytes()).hexdigest(),
        "criteria": criteria,
        "controls": found.claims.get("control", []),
        "claims": found.claims.get("claim", []),
        "relations": found.claims.get("relation", []),
    }
    return versioned("claims.json", debate)


def text_of(debate: dict) -> str:
    return json.dumps(debate, ensure_ascii=False, indent=1) + "\n"


def judged(debate: dict) -> tuple[dict[str, str], dict[str, str]]:
    """What came of every criterion and of every claim, by id: names of core's `Outcome` and `Verdict`, spaces for underscores."""
    outcomes, verdicts = syw_core.judge(json.dumps(debate))
    plain = [{name: said.replace("_", " ") for name, said in each.items()} for each in (outcomes, verdicts)]
    return plain[0], plain[1]


def declaration(measured: dict) -> tuple[list[str], list[list[str]]]:
    """Header and rows: every criterion with what was measured, and what came of it."""
    outcomes, _ = judged(measured)
    rows = []
    for criterion in measured["criteria"]:
        outcome = outcomes[criterion["id"]]
        if outcome == "inconclusive":
            outcome += f": {len(criterion['values'])} of {criterion['n_wanted']} seeds"
        says = criterion["says"] + (" (Line drawn after it was measured.)" if criterion.get("late") else "")
        rows.append([says, criterion["test"], shown(criterion, criterion["values"]), f"**{outcome}**"])
    return ["declared", "test", "measured (a number a seed)", "came out"], rows


def claims(measured: dict) -> tuple[list[str], list[list[str]]]:
    """Header and rows: a line for every claim of the debate: the criteria for and against, and the verdict."""
    outcomes, verdicts = judged(measured)

    def listed(ids: list[str]) -> str:
        return ", ".join(f"{name} ({outcomes[name]})" for name in ids)

    rows = [
        [
            claim["id"],
            claim["says"],
            *(listed(claim[side]) for side in ("for", "against")),
            f"**{verdicts[claim['id']]}**",
        ]
        for claim in measured["claims"]
    ]
    return ["claim", "says", "speaks for it when reached", "against it", "here"], rows
