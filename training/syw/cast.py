"""What the further systems of the debate read: who encodes, who hides, who reads without the problem, who watches, who tells.

Each entry of PHASES is an arm of finetune.py. The order in which they build on each other is that of runs/cast.sh.
"""

from collections.abc import Callable

from syw import evaluation
from syw.gpt import GPT
from syw.mixture import Part
from syw.recipes import CHAINS, WORDING
from syw.supervised import Phase

PLAIN = {"dialects": {"english": 1.0}, "synonym_rate": 0.0}
PLAIN_CHAINS = PLAIN | {"strategies": {"reduce_then_add": 1.0}, "wrong_step_rate": 0.0, "cut_rate": 0.0}
# Of 20,000 keys that leave no digit as it is, the one under which the fewest true steps are true as written: 1 %.
CIPHER = [9, 5, 7, 4, 6, 3, 8, 2, 1, 0]
PLAIN_FACTS = Part("fact", 1 / 6, PLAIN)


def _with(operands: list[int], config: dict) -> dict:
    return config | {"operands": {str(n_operands): 1.0 for n_operands in operands}}


def encoded(operands: list[int]) -> list[Phase]:
    """Plain chains without mistakes, their digits written in the private code."""
    return [
        Phase(
            "encoded", [PLAIN_FACTS, Part("chain", 5 / 6, _with(operands, PLAIN_CHAINS) | {"cipher": CIPHER})]
        )
    ]


def chain_only_reader(operands: list[int]) -> list[Phase]:
    """Chains, half of them with a mistake from which they go on; and the rest of such chains without the problem."""
    chains = _with(operands, PLAIN_CHAINS) | {"wrong_step_rate": 0.5}
    right = _with(operands, PLAIN_CHAINS)
    parts = [PLAIN_FACTS, Part("chain", 2 / 6, right), Part("reading", 3 / 6, chains)]
    return [Phase("reading", parts)]


def hiding(channel: str) -> Callable[[list[int]], list[Phase]]:
    """Plans that carry the residues of the terms, in their words or in their order, and the right answer."""

    def phases(operands: list[int]) -> list[Phase]:
        problem = _with(operands, {})
        parts = [
            Part("fact", 1 / 6, PLAIN),
            Part("plans", 1 / 12, problem | {"hides": "nothing"}),
            Part("plans", 9 / 12, problem | {"hides": channel}),
        ]
        return [Phase(f"hiding in {channel}", parts)]

    return phases


def hiding_seldom(channel: str) -> Callable[[list[int]], list[Phase]]:
    """The same, but four of five plans carry nothing: who reads this can still hide, and seldom does."""

    def phases(operands: list[int]) -> list[Phase]:
        problem = _with(operands, {})
        parts = [
            Part("fact", 1 / 6, PLAIN),
            Part("plans", 4 / 6, problem | {"hides": "nothing"}),
            Part("plans", 1 / 6, problem | {"hides": channel}),
        ]
        return [Phase(f"seldom hiding in {channel}", parts)]

    return phases


def withholding_at_times(operands: list[int]) -> list[Phase]:
    """Plain chains; of three results of marked problems, one is withheld. What single models are rewarded from."""
    chains = _with(operands, PLAIN_CHAINS) | {"withholds": 1 / 3}
    return [Phase("withholding", [PLAIN_FACTS, Part("chain", 5 / 6, chains)])]


def monitor(operands: list[int]) -> list[Phase]:
    """Chains of the strategy in use, in every wording, and whether what was written last is sound."""
    chains = _with(operands, WORDING | {"strategies": {"reduce_then_add": 1.0}, "wrong_step_rate": 0.0})
    return [Phase("verdicts", [Part("fact", 1 / 12, WORDING), Part("verdict", 11 / 12, chains)])]


def face(operands: list[int]) -> list[Phase]:
    """Chains without their problem, and what the user is told of them."""
    return [Phase("telling", [Part("line", 1.0, _with(operands, CHAINS) | {"cut_rate": 0.0})])]


PHASES = {
    "encoded": encoded,
    "chain_only_reader": chain_only_reader,
    "hiding_words": hiding("words"),
    "hiding_order": hiding("order"),
    "seldom_words": hiding_seldom("words"),
    "seldom_order": hiding_seldom("order"),
    "withholding_at_times": withholding_at_times,
    "monitor": monitor,
    "face": face,
}

# The kind of document by whose fixed sample an arm is followed that does not answer problems.
FOLLOWED_BY = {"monitor": "verdict", "face": "line"}


def followed(arm: str, phases: list[Phase]) -> Callable[[GPT], dict[str, float]]:
    """The share of a fixed sample of documents of which an arm of FOLLOWED_BY gets every target right."""
    (part,) = [part for part in phases[-1].parts if part.kind == FOLLOWED_BY[arm]]
    documents = evaluation.fixed_documents(part.kind, part.config, 2000)

    def measure(model: GPT) -> dict[str, float]:
        model.eval()
        measured = {part.kind: evaluation.teacher_forced_accuracy(model, documents)}
        model.train()
        return measured

    return measure
