"""The four functions of REINFORCE on hand-made numbers, and the table of rewards."""

import math

import pytest
import syw_core
import torch

from syw import reinforce, rewards


def test_advantage_is_reward_minus_the_mean_of_its_group() -> None:
    rewards = torch.tensor([[1.0, 0.0, 0.0, 0.0], [1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 0.0, 0.0]])
    expected = [[0.75, -0.25, -0.25, -0.25], [0.0] * 4, [0.5, 0.5, -0.5, -0.5]]
    assert reinforce.advantages(rewards).tolist() == expected


def test_advantages_are_not_divided_by_the_deviation() -> None:
    rare = reinforce.advantages(torch.tensor([[1.0] + [0.0] * 15]))
    assert rare.max().item() == pytest.approx(15 / 16)


def test_loss_weighs_every_completion_token_by_its_advantage() -> None:
    logits = torch.zeros(2, 3, 4)  # uniform: every log-probability is -ln 4
    targets = torch.tensor([[1, 2, 3], [0, 1, 0]])
    is_completion = torch.tensor([[False, True, True], [False, True, False]])
    total, entropy = reinforce.loss(logits, targets, is_completion, torch.tensor([0.5, -0.25]))
    assert total.item() == pytest.approx((2 * 0.5 - 0.25) * math.log(4))
    assert entropy.item() == pytest.approx(3 * math.log(4))


def test_loss_raises_what_was_rewarded() -> None:
    logits = torch.zeros(1, 1, 3, requires_grad=True)
    total, _ = reinforce.loss(logits, torch.tensor([[2]]), torch.tensor([[True]]), torch.tensor([1.0]))
    total.backward()
    gradient = logits.grad[0, 0]
    assert gradient[2] < 0 < gradient[0]


def tokens(text: str) -> bytes:
    return bytes(syw_core.token(name) for name in text.split())


@pytest.mark.parametrize(
    ("completion", "expected"),
    [
        ("<answer> 6 <end>", 1.0),
        ("<answer> 5 <end>", 0.0),
        ("plan reduce then add ; <answer> 6 <end>", 1.0),
        ("plan reduce then add ; <answer> 1 <end>", 0.0),
        ("6 7 mod 7 is 3 ; <answer> 6 <end>", 1.0),  # a wrong step costs nothing: only the answer counts
        ("6 7 mod 7 is 4 ; 5 8 mod 7 is 2 ;", 0.0),
        ("<answer> <end>", 0.0),
        ("", 0.0),
    ],
)
def test_reward_is_the_final_answer_and_nothing_else(completion: str, expected: float) -> None:
    assert rewards.right("67 + 58 mod 7", tokens(completion), tokens(completion)) == expected


def test_pieces_keep_every_row_and_stay_small() -> None:
    lengths = list(range(10, 130))
    pieces = reinforce._pieces(list(range(len(lengths))), lengths)
    assert [row for piece in pieces for row in piece] == list(range(len(lengths)))
    assert all(len(piece) * lengths[piece[-1]] <= reinforce.N_TOKENS_PER_PIECE for piece in pieces)


def test_shuffled_rewards_are_the_same_rewards() -> None:
    rewards = torch.tensor([[1.0] * 8 + [0.0] * 8] * 4)
    dealt = reinforce.shuffled(rewards, torch.Generator().manual_seed(0))
    assert dealt.shape == rewards.shape and dealt.sum() == rewards.sum()
    assert not torch.equal(dealt, rewards)


def test_a_penalty_counts_the_tokens_of_the_completion() -> None:
    rewards = torch.tensor([[1.0, 0.0]])
    assert reinforce.penalised(rewards, [b"abcd", b""], 0.01).tolist() == [[pytest.approx(0.96), 0.0]]
