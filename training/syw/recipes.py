"""What the models read, and how big they are: the choices of the study that are not the code's."""

from collections.abc import Callable

import syw_core
import torch

from syw import evaluation
from syw.gpt import GPT, GPTConfig
from syw.mixture import Part
from syw.supervised import Phase

SIZES = {
    "small": {"layers": 2, "heads": 4, "width": 32},
    "large": {"layers": 4, "heads": 6, "width": 96},
}
ONE_NUMBER = {"operands": {"1": 1.0}}
CHAINS = {"wrong_step_rate": 0.1, "cut_rate": 0.05}
FACTS_GOAL = 0.98
FACTS_UNTIL = 0.35


def model_config(size: str, **replaced: int | None) -> GPTConfig:
    """The configuration of a size, with layers, heads or width replaced where given."""
    chosen = SIZES[size] | {name: value for name, value in replaced.items() if value}
    return GPTConfig(vocabulary_size=len(syw_core.vocabulary()), **chosen)


def pretraining(operands: int) -> list[Phase]:
    """Facts first; then direct answers and, as a minority, worked chains. The same text for both sizes."""
    facts = [
        Part("fact", 0.45),
        Part("direct", 0.25, ONE_NUMBER),
        Part("sum", 0.20),
        Part("comparison", 0.05),
        Part("arithmetic", 0.05),
    ]
    problem = {"operands": {str(operands): 1.0}}
    everything = [
        Part("fact", 0.28),
        Part("direct", 0.08, ONE_NUMBER),
        Part("sum", 0.10),
        Part("comparison", 0.03),
        Part("arithmetic", 0.05),
        Part("direct", 0.31, problem),
        Part("chain", 0.15, problem | CHAINS),
    ]
    return [
        Phase("facts", facts, until=FACTS_UNTIL, watched="facts", goal=FACTS_GOAL),
        Phase("everything", everything),
    ]


def direct_finetuning(operands: int) -> list[Phase]:
    """Problem and answer, nothing between; facts stay at one sixth."""
    parts = [
        Part("fact", 1 / 12),
        Part("direct", 1 / 12, ONE_NUMBER),
        Part("direct", 10 / 12, {"operands": {str(operands): 1.0}}),
    ]
    return [Phase("direct", parts)]


def measures(operands: int, ways: tuple[str, ...]) -> Callable[[GPT], dict[str, float]]:
    """What is logged while training: facts, and accuracy on fixed slices of training and held-out problems.

    Every choice is made on the training problems; `held_out` is there to be read, not to be used.
    """
    facts = evaluation.fixed_documents("fact", {})
    one_number = evaluation.training_slice(1, 300)
    training = evaluation.training_slice(operands)
    held_out = evaluation.held_out_slice(operands)

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
