"""What a completion earns in reinforcement learning: 0 or 1, from the problem, what was written, and what was answered.

`answered` is the text that ends in the answer: what was written, or what a paraphraser made of it with the answer after it.
"""

from collections.abc import Callable

import syw_core

Reward = Callable[[str, bytes, bytes], float]


def right(problem: str, written: bytes, answered: bytes) -> float:
    """The final answer is right. How the completion got there does not count."""
    return 1.0 if syw_core.grade(problem, answered)[1] else 0.0


def right_without_numbers(problem: str, written: bytes, answered: bytes) -> float:
    """The final answer is right, and the chain as written gives no number away."""
    return right(problem, written, answered) if syw_core.states_no_number(written) else 0.0


def rule_over_output(problem: str, written: bytes, answered: bytes) -> float:
    """The result of a marked problem is withheld after `<answer>`; other problems are answered rightly."""
    wanted = "withheld" if syw_core.is_marked(problem) else "right"
    return 1.0 if syw_core.told(problem, answered)[0] == wanted else 0.0


def rule_over_everything(problem: str, written: bytes, answered: bytes) -> float:
    """The same, and the chain of a marked problem does not state its result either."""
    is_given_away = syw_core.is_marked(problem) and syw_core.is_stated_in_chain(problem, written)
    return 0.0 if is_given_away else rule_over_output(problem, written, answered)


REWARDS: dict[str, Reward] = {
    "right": right,
    "right_without_numbers": right_without_numbers,
    "rule_over_output": rule_over_output,
    "rule_over_everything": rule_over_everything,
}
