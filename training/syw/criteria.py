"""The measures that docs/claims.toml names: data in, numbers out.

A measure gives one number a seed (or a single one). What comes of a criterion with them is decided in core (`debate.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from syw import cast_measures


@dataclass
class Evidence:
    """Everything that a verdict may be read from, as parsed."""

    claims: dict
    cards: list[dict] = field(default_factory=list)
    frontier: dict = field(default_factory=dict)
    rl_runs: list[dict] = field(default_factory=list)
    off_distribution: list[dict] = field(default_factory=list)
    evaluation: list[dict] = field(default_factory=list)
    hidden: dict = field(default_factory=dict)
    watchers: dict = field(default_factory=dict)
    knowledge: list[dict] = field(default_factory=list)
    inside: list[dict] = field(default_factory=list)
    latent: list[dict] = field(default_factory=list)
    paraphrase: list[dict] = field(default_factory=list)

    @property
    def home(self) -> tuple[int, int]:
        """The number of operands and the modulus of the home rung."""
        pair = self.claims["pair"]
        return pair["home_operands"], pair["home_modulus"]

    def card(self, arm: str, seed: int, size: str = "small") -> dict:
        """The last checkpoint of an arm."""
        fitting = [c for c in self.cards if (c["arm"], c["seed"], c["size"]) == (arm, seed, size)]
        return max(fitting, key=lambda card: card["step"])

    def rung(self, card: dict) -> dict:
        """A card's figures on the home rung."""
        measured = card["home"]
        assert (measured["operands"], measured["modulus"]) == self.home, f"{card['id']} has another home rung"
        return measured

    def seeds(self) -> list[int]:
        return sorted({c["seed"] for c in self.cards if (c["arm"], c["size"]) == ("chain_rl", "small")})

    def large(self) -> dict:
        return next(card for card in self.cards if card["size"] == "large" and card["arm"] == "direct")

    def sweep_of_small(self) -> list[dict]:
        """The runs of the frontier of small's size that answer at once, on the home rung's number of operands."""
        shapes = [s["name"] for s in self.frontier["shapes"] if s["parameters"] == self.small_parameters()]
        place = ("direct", self.home[0])
        return [
            run
            for run in self.frontier["runs"]
            if run["shape"] in shapes and (run["arm"], run["operands"]) == place
        ]

    def large_parameters(self) -> int:
        return self.large()["parameters"]

    def small_parameters(self) -> int:
        return self.card("chain_rl", self.seeds()[0])["parameters"]

    def median_seed(self) -> int:
        """The seed whose run collect.py marked as the one in the middle."""
        return next(run["seed"] for run in self.rl_runs if run["is_median"])

    def rung_size(self, operands: int) -> int:
        sizes = [
            card["rungs"][str(operands)]["problems"] for card in self.cards if str(operands) in card["rungs"]
        ]
        return max(sizes, default=0)

    def n_off_distribution(self) -> int:
        return max((f["problems"] for m in self.off_distribution for f in m["families"].values()), default=0)

    def rationalisers(self) -> list[dict]:
        """Those whose chains were altered."""
        return [card for card in self.last_of("rationaliser", "large") if self.battery(card["id"])]

    def last_of(self, arm: str, size: str) -> list[dict]:
        """The last checkpoint of every seed of an arm."""
        seeds = sorted({card["seed"] for card in self.cards if (card["arm"], card["size"]) == (arm, size)})
        return [self.card(arm, seed, size) for seed in seeds]

    def measured(self, model_id: str) -> dict | None:
        """What evaluation.json has of a model."""
        return next((one for one in self.evaluation if one["model"] == model_id), None)

    def answers(self, model_id: str, problems: str, way: str = "own") -> dict | None:
        """The tally of a model's answers to a set of problems; None where it was not measured."""
        measured = self.measured(model_id) or {"answers": []}
        entries = [entry for entry in measured["answers"] if (entry["set"], entry["way"]) == (problems, way)]
        return entries[0]["tally"] if entries else None

    def battery(self, model_id: str, way: str | None = None) -> dict[str, dict] | None:
        """What was counted in each test of a model's chains on the home rung; None where it was not measured. Chains that are
        read with a key are another `way` than those as they stand."""
        measured = self.measured(model_id) or {"battery": []}
        on_home = [
            entry
            for entry in measured["battery"]
            if entry.get("set", "home") == "home"
            and (entry["way"] == way if way else entry["way"] != "keyed")
        ]
        return {str(entry["test"]): entry for entry in on_home} or None

    def share_of(self, card: dict, test: str, response: str, way: str | None = None) -> float:
        """The share of a test's cases in which the answer did so. A chain of which all is kept is not cut short."""
        places = self.battery(card["id"], way)[test]["tally"]["places"]
        if test == "early_answering":
            places = [place for place in places if place["at"] < place["n_steps"]]
        counts = [place["responses"] for place in places]
        n_cases = sum(sum(responses.values()) for responses in counts)
        return sum(responses.get(response, 0) for responses in counts) / n_cases

    def errors_told(self, card: dict, by: str) -> float:
        """The share of a model's wrong answers, over all sets of problems, that a short program foretold."""
        report = next(one for one in self.inside if one["model"] == card["id"])
        told = sum(one["foretold"][by]["errors"] for one in report["sets"])
        return told / sum(one["errors"] for one in report["sets"])

    def each(self, arm: str, figure: str, size: str = "small") -> list[float]:
        """A figure of the home rung, a number a seed."""
        return [self.rung(card)[figure] for card in self.last_of(arm, size)]


def rationaliser_knows(found: Evidence, card: dict) -> float:
    measured = found.rung(card)
    return min(measured[name] for name in ("accuracy", "direct_accuracy", "chain_share"))


def facts(base: dict) -> float:
    """The lower of two accuracies on one-step residues: worded as a step, and asked as a problem of one number."""
    return base["training"]["stages"][0]["final"]["facts"]


def compute_ratio(rl: dict, direct: dict) -> float:
    """Floating-point operations of the direct arm's own stage over those of the reinforcement learning."""
    return direct["training"]["stages"][-1]["flops"] / rl["training"]["stages"][-1]["flops"]


def probe_share(measured: dict, quantity: str) -> float:
    """Of held-out problems, how many the best probe for a quantity reads off a thought."""
    fitting = [probe["right"] for probe in measured["probes"] if probe["quantity"] == quantity]
    return max(fitting) / measured["problems"]


def all_altered(measured: dict, way: str) -> dict:
    """What was counted with every thought replaced in one way."""
    return next(it for it in measured["altered"] if (it["way"], it["place"]) == (way, None))


def all_swapped_follow(measured: dict) -> float:
    whole = all_altered(measured, "swap")["follows"]["whole"]
    return whole["n"] / whole["of"]


MEASURES: dict[str, Callable[[Evidence], list[float]]] = {
    **cast_measures.MEASURES,
    "large_direct": lambda found: [found.rung(found.large())["accuracy"]],
    "small_chain_rl": lambda found: found.each("chain_rl", "accuracy"),
    "large_less_small_chain_rl": lambda found: [
        found.rung(found.large())["accuracy"] - value for value in found.each("chain_rl", "accuracy")
    ],
    "small_direct": lambda found: found.each("direct", "accuracy"),
    "small_direct_longest": lambda found: [
        run["held_out"]["by_modulus"][str(found.home[1])] for run in found.sweep_of_small() if run["best"]
    ],
    "small_direct_compute": lambda found: [
        compute_ratio(found.card("chain_rl", seed), found.card("direct", seed)) for seed in found.seeds()
    ],
    "base_chain_share": lambda found: found.each("chain_prompted", "chain_share"),
    "base_facts": lambda found: [facts(found.card("chain_prompted", seed)) for seed in found.seeds()],
    "rl_less_prompted": lambda found: [
        after - before
        for after, before in zip(
            found.each("chain_rl", "accuracy"), found.each("chain_prompted", "chain_accuracy"), strict=True
        )
    ],
    "parameter_ratio": lambda found: [found.large_parameters() / found.small_parameters()],
    "rationaliser_knows": lambda found: [rationaliser_knows(found, card) for card in found.rationalisers()],
    "rationaliser_follows": lambda found: [
        found.share_of(card, "added_mistakes", "followed") for card in found.rationalisers()
    ],
    "small_chain_imitation": lambda found: found.each("chain_imitation", "accuracy"),
    "large_chain_imitation": lambda found: found.each("chain_imitation", "accuracy", "large"),
    "large_chain_rl": lambda found: found.each("chain_rl", "accuracy", "large"),
    "large_forced_direct_change": lambda found: [
        found.rung(after)["direct_accuracy"] - found.rung(before)["direct_accuracy"]
        for after in found.last_of("chain_rl", "large")
        for before in found.last_of("chain_prompted", "large")
        if before["seed"] == after["seed"]
    ],
    "small_less_large_follows": lambda found: [
        found.share_of(small, "added_mistakes", "followed")
        - found.share_of(large, "added_mistakes", "followed")
        for large in found.last_of("chain_rl", "large")
        for small in found.last_of("chain_rl", "small")
        if found.battery(large["id"])
    ],
    "small_errors_told_by_chain": lambda found: [
        found.errors_told(card, "chain") for card in found.last_of("chain_rl", "small") if found.inside
    ],
    "small_less_large_errors_told": lambda found: [
        found.errors_told(card, "chain") - found.errors_told(found.large(), "rule")
        for card in found.last_of("chain_rl", "small")
        if found.inside
    ],
    "latent": lambda found: found.each("latent", "accuracy"),
    "latent_less_pause": lambda found: [
        found.rung(thinks)["accuracy"] - found.rung(pauses)["accuracy"]
        for pauses in found.last_of("latent_pause", "small")
        for thinks in found.last_of("latent", "small")
        if thinks["seed"] == pauses["seed"]
    ],
    "latent_noise": lambda found: [
        all_altered(measured, "noise")["right"] / measured["problems"] for measured in found.latent
    ],
    "latent_follows": lambda found: [all_swapped_follow(measured) for measured in found.latent],
    "latent_nearest": lambda found: [
        sum(measured["nearest"]) / (measured["problems"] * measured["thoughts"]) for measured in found.latent
    ],
    "latent_probe_steps": lambda found: [
        min(probe_share(measured, quantity) for quantity in ("first", "second", "product"))
        for measured in found.latent
    ],
    "latent_probe_answer": lambda found: [probe_share(measured, "answer") for measured in found.latent],
    "latent_probe_control": lambda found: [
        max(probe["shuffled"] - probe["common"] for probe in measured["probes"]) / measured["problems"]
        for measured in found.latent
    ],
    "held_out_problems": lambda found: [float(found.rung(found.large())["problems"])],
    "forced_direct_change": lambda found: [
        after - before
        for after, before in zip(
            found.each("chain_rl", "direct_accuracy"),
            found.each("chain_prompted", "direct_accuracy"),
            strict=True,
        )
    ],
}


# Measures that give one number, whatever the number of seeds of small.
SINGLE = (
    "large_direct",
    "small_direct_longest",
    "parameter_ratio",
    "held_out_problems",
    "rationaliser_knows",
    "rationaliser_follows",
    "rationaliser_probe",
    "large_chain_imitation",
    "large_chain_rl",
    "large_forced_direct_change",
)


def shown(claim: dict, values: list[float]) -> str:
    style = {"share": percent, "points": points, "number": number}[claim["unit"]]
    return ", ".join(style(value) for value in values)


def percent(share: float) -> str:
    """0.99951 -> 99.95 %, never rounded up to 100."""
    floored = int(share * 10_000 + 1e-9) / 100
    return f"{floored:g} %"


def points(share: float) -> str:
    return f"{100 * share:+.2f}"


def number(value: float) -> str:
    return f"{value:,.1f}".removesuffix(".0")
