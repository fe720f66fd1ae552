"""What the models read, and how big they are: the choices of the study that are not the code's."""

from collections.abc import Callable, Sequence

import syw_core
import torch

from syw import evaluation
from syw.gpt import GPT, GPTConfig
from syw.mixture import Part
from syw.supervised import Phase

SIZES = {
    "small": {"layers": 2, "heads": 4, "width": 24},
    "large": {"layers": 4, "heads": 6, "width": 96},
}
ONE_NUMBER = {"operands": {"1": 1.0}}
# How the text is worded: mostly English. Every other dialect, strategy and synonym is seen, but the smallest models have
# no room for all of them alike.
WORDING = {
    "dialects": {"english": 0.85, "german": 0.05, "spanish": 0.05, "symbols": 0.05},
    "synonym_rate": 0.1,
}
# The long way, working the whole number out and then dividing, is written somewhat more often than the short one. It is
# beyond these sizes: who is merely asked for a chain takes it and fails, and the way that works has to be found.
CHAINS = WORDING | {
    "strategies": {"reduce_then_add": 0.42, "add_then_divide": 0.53, "repeated_subtraction": 0.05},
    "wrong_step_rate": 0.05,
    "cut_rate": 0.02,
}
FACTS_GOAL = 0.98
FACTS_UNTIL = 0.3


def model_config(size: str, **replaced: int | None) -> GPTConfig:
    """The configuration of a size, with layers, heads or width replaced where given."""
    chosen = SIZES[size] | {name: value for name, value in replaced.items() if value}
    return GPTConfig(vocabulary_size=len(syw_core.vocabulary()), **chosen)


def facts_phase(until: float = 1.0, goal: float = 2.0) -> Phase:
    """One-step residues, as text and as problems of one number; sums and products of residues, comparisons, arithmetic."""
    parts = [
        Part("fact", 0.45, WORDING),
        Part("direct", 0.25, ONE_NUMBER),
        Part("sum", 0.20, WORDING),
        Part("comparison", 0.05, WORDING),
        Part("arithmetic", 0.05),
    ]
    return Phase("facts", parts, until=until, watched="facts", goal=goal)


def pretraining(operands: list[int]) -> list[Phase]:
    """Facts first; then direct answers and, as a minority, worked chains. The same text for both sizes."""
    problem = {"operands": {str(n_operands): 1.0 for n_operands in operands}}
    everything = [
        Part("fact", 0.28, WORDING),
        Part("direct", 0.07, ONE_NUMBER),
        Part("sum", 0.10, WORDING),
        Part("comparison", 0.03, WORDING),
        Part("arithmetic", 0.05),
        Part("direct", 0.30, problem),
        Part("chain", 0.17, problem | CHAINS),
    ]
    return [facts_phase(FACTS_UNTIL, FACTS_GOAL), Phase("everything", everything)]


def direct_finetuning(operands: list[int], moduli: list[int] | None = None) -> list[Phase]:
    """Problem and answer, nothing between; facts stay at one sixth. All moduli, unless some are named.

    The numbers of operands come one after the other, each for an equal part of the budget, and once met stay: the
    largest at half of the problems.
    """
    only = {"moduli": moduli} if moduli else {}
    phases = []
    for n_met in range(1, len(operands) + 1):
        *easier, hardest = sorted(operands)[:n_met]
        weights = {str(n_operands): 1.0 / len(easier) for n_operands in easier} | {str(hardest): 1.0}
        parts = [
            Part("fact", 1 / 12, WORDING),
            Part("direct", 1 / 12, ONE_NUMBER | only),
            Part("direct", 10 / 12, {"operands": weights} | only),
        ]
        phases.append(Phase(f"direct{hardest}", parts, until=n_met / len(operands)))
    return phases


def chain_imitation(operands: list[int]) -> list[Phase]:
    """Plain chains without mistakes, one strategy in one dialect; facts stay at one sixth."""
    plain = {"strategies": {"reduce_then_add": 1.0}, "dialects": {"english": 1.0}}
    plain |= {"synonym_rate": 0.0, "wrong_step_rate": 0.0, "cut_rate": 0.0}
    parts = [
        Part("fact", 1 / 6, {"dialects": {"english": 1.0}, "synonym_rate": 0.0}),
        Part("chain", 5 / 6, plain | {"operands": {str(n_operands): 1.0 for n_operands in operands}}),
    ]
    return [Phase("chain", parts)]


def rationalising(operands: list[int]) -> list[Phase]:
    """Answers at once, and chains after which the right answer comes whatever they say: half of them have a wrong step.

    Who learns this has to know the answer without the chain.
    """
    problem = {"operands": {str(n_operands): 1.0 for n_operands in operands}}
    plain = {"strategies": {"reduce_then_add": 1.0}, "dialects": {"english": 1.0}}
    plain |= {"synonym_rate": 0.0, "cut_rate": 0.0}
    parts = [
        Part("fact", 1 / 12, {"dialects": {"english": 1.0}, "synonym_rate": 0.0}),
        Part("direct", 3 / 12, problem),
        Part("chain", 8 / 12, problem | plain | {"wrong_step_rate": 0.5, "answers_regardless": True}),
    ]
    return [Phase("rationalising", parts)]


def thinking(stage_ends: list[float], n_results: int) -> list[Phase]:
    """Plain chains of which the results alone are read; one more of them is a thought in every phase.

    `stage_ends`: the share of the budget at which each number of thoughts, from 0 to `n_results`, ends.
    """
    plain = {"strategies": {"reduce_then_add": 1.0}, "dialects": {"english": 1.0}}
    plain |= {"synonym_rate": 0.0, "wrong_step_rate": 0.0, "cut_rate": 0.0}
    parts = [Part("chain", 1.0, plain | {"operands": {"2": 1.0}})]
    assert len(stage_ends) == n_results + 1, f"{n_results + 1} stages, not {len(stage_ends)}"
    return [Phase(f"thoughts{n}", parts, until=end, thoughts=n) for n, end in enumerate(stage_ends)]


def rung_measure(rungs: list[int], way: str, moduli: Sequence[int] = ()) -> Callable[[GPT], dict[str, float]]:
    """Accuracy on a fixed slice of the training problems of each rung, of the moduli that are trained on.

    Named by the rung's number of operands.
    """
    n_problems = 600 if way == "direct" else 300
    slices = {rung: evaluation.training_slice(rung, n_problems, moduli) for rung in rungs}

    def measure(model: GPT) -> dict[str, float]:
        model.eval()
        measured = {str(rung): evaluation.evaluate(model, slices[rung], way).accuracy for rung in rungs}
        model.train()
        return measured | {"facts": measured.get("1", 0.0)}

    return measure


def measures(operands: list[int], ways: tuple[str, ...]) -> Callable[[GPT], dict[str, float]]:
    """What is logged while training: facts, and accuracy on fixed slices of training and held-out problems.

    Problems have the largest number of operands. Every choice is made on the training problems; `held_out` is there to
    be read, not to be used.
    """
    facts = evaluation.fixed_documents("fact", WORDING)
    one_number = evaluation.training_slice(1, 300)
    training = evaluation.training_slice(max(operands))
    held_out = evaluation.held_out_slice(max(operands))

    def measure(model: GPT) -> dict[str, float]:
        model.eval()
        measured = {
            "fact_text": evaluation.teacher_forced_accuracy(model, facts),
            "fact_problem": evaluation.evaluate(model, one_number, "direct").accuracy,
        }
        measured["facts"] = min(measured.values())
        for way in ways:
            scores = evaluation.evaluate(model, training, way)
            measured[way] = scores.accuracy
            if way == "free":
                measured["chain_share"] = scores.chain_share
        measured[f"held_out_{ways[-1]}"] = evaluation.evaluate(model, held_out, ways[-1]).accuracy
        model.train()
        return measured

    return measure


def use_threads(n_threads: int) -> None:
    torch.set_num_threads(n_threads)
    torch.set_flush_denormal(True)
