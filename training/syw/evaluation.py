"""Accuracy on a list of problems, the three ways a model can be made to answer.

direct: `<answer>` is forced, so the answer is the very next token. chain: the first word of a chain is forced.
free: the model is left alone. Held-out problems are measured for the log and the card, never to choose anything.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import syw_core
import torch

from syw.batches import ANSWER, Batch, generate
from syw.decoding import complete
from syw.gpt import GPT

WAYS = ("direct", "chain", "free")
N_DIRECT_TOKENS = 4


@dataclass
class Scores:
    """What came out, as shares of `n_problems` (steps: of the steps written)."""

    n_problems: int
    accuracy: float
    chain_share: float
    valid_step_share: float
    mean_length: float
    strategies: dict[str, float]
    dialects: dict[str, float]
    accuracy_by_modulus: dict[str, float]

    def as_dict(self) -> dict:
        return asdict(self)


def forced_tokens(way: str) -> bytes:
    """The tokens appended to the prompt before the model may write."""
    if way == "direct":
        return bytes([ANSWER])
    if way == "chain":
        return bytes(syw_core.chain_start())
    assert way == "free", f"unknown way of answering {way}"
    return b""


def completions_of(model: GPT, problems: list[str], way: str) -> list[bytes]:
    """Greedy completions, forced tokens included."""
    forced = forced_tokens(way)
    prefixes = [bytes(syw_core.prompt(problem)) + forced for problem in problems]
    n_new = {"max_new": N_DIRECT_TOKENS} if way == "direct" else {}
    return [forced + completion for completion in complete(model, prefixes, **n_new)]


def completions_without_problem(model: GPT, problems: list[str]) -> list[bytes]:
    """Greedy completions of a reader of chains: shown the problem until its terms are reduced, then the chain alone."""
    first = completions_of(model, problems, "free")
    ends = [syw_core.end_of_reductions(*each) for each in zip(problems, first, strict=True)]
    given = [text[:end] if end is not None else None for text, end in zip(first, ends, strict=True)]
    blank = bytes(syw_core.blank_prompt())
    rest = iter(complete(model, [blank + chain for chain in given if chain is not None]))
    return [text if chain is None else chain + next(rest) for text, chain in zip(first, given, strict=True)]


def score(problems: list[str], completions: list[bytes]) -> Scores:
    """Grades completions with the Rust checker."""
    strategies, dialects = Counter(), Counter()
    right, asked = Counter(), Counter()
    n_correct = n_chains = n_steps = n_valid = n_tokens = 0
    for problem, completion in zip(problems, completions, strict=True):
        graded = syw_core.grade(problem, completion)
        _answer, correct, is_chain, steps, valid, strategy, dialect, _malformed = graded
        modulus = problem.split()[-1]
        asked[modulus] += 1
        right[modulus] += correct
        n_correct += correct
        n_chains += is_chain
        n_steps += steps
        n_valid += valid
        n_tokens += len(completion)
        if is_chain:
            strategies[strategy or "none"] += 1
            dialects[dialect or "none"] += 1
    n = len(problems)
    return Scores(
        n_problems=n,
        accuracy=n_correct / n,
        chain_share=n_chains / n,
        valid_step_share=n_valid / n_steps if n_steps else 0.0,
        mean_length=n_tokens / n,
        strategies={name: count / n_chains for name, count in strategies.most_common()},
        dialects={name: count / n_chains for name, count in dialects.most_common()},
        accuracy_by_modulus={name: right[name] / asked[name] for name in sorted(asked, key=int)},
    )


def evaluate(model: GPT, problems: list[str], way: str) -> Scores:
    """Greedy accuracy of `model` on `problems`, answered in one of WAYS."""
    return score(problems, completions_of(model, problems, way))


def training_slice(n_operands: int, n_problems: int = 500, moduli: Sequence[int] = ()) -> list[str]:
    """A fixed, evenly spread slice of the training problems, of some moduli or all: what every choice is made on."""
    listed = [
        problem for modulus in moduli or [None] for problem in syw_core.problems("train", n_operands, modulus)
    ]
    return _spread(listed, n_problems)


def held_out_slice(n_operands: int, n_problems: int = 500) -> list[str]:
    """The same of the held-out problems: for the log only."""
    return _spread(syw_core.problems("held_out", n_operands), n_problems)


def _spread(problems: list[str], n_problems: int) -> list[str]:
    n_problems = min(n_problems, len(problems))
    return [problems[i * len(problems) // n_problems] for i in range(n_problems)]


def fixed_documents(kind: str, config: dict, n_documents: int = 500) -> Batch:
    """Documents of one kind that stay the same through a run."""
    return generate(kind, n_documents, seed=(1 << 62) + 1, config=config)


@torch.no_grad()
def teacher_forced_accuracy(model: GPT, batch: Batch) -> float:
    """Share of documents whose every target token is the model's first choice, given the true text before it."""
    predicted = model(batch.ids[:, :-1]).argmax(dim=-1)  # (B, T-1)
    is_wrong = (predicted != batch.ids[:, 1:]) & batch.is_trained[:, 1:]
    return float((~is_wrong.any(dim=1)).float().mean())
