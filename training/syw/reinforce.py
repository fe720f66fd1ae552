"""REINFORCE on whole completions, in four functions: rollout, advantages, loss, update.

Departures from GRPO (Shao et al. 2024), each on purpose:
1. The whole chain of thought is reinforced, every token of it with the same advantage, not only the answer.
2. The baseline is the mean reward of the group (the completions of one prompt). There is no critic.
3. Advantages are not divided by the standard deviation of the group (Liu et al. 2025, Dr. GRPO).
4. The loss is not normalised by the length of a completion: long and short ones weigh the same per token.
5. There is no KL term and no reference policy.
6. Strictly on-policy: one update per rollout, so there is no ratio and nothing to clip.

The reward is 1 when the final answer is right and 0 otherwise, and nothing else, unless a run asks for another one
(rewards.py); `shuffled` and `penalised` make the rewards of two controls from it. Where a paraphraser stands between chain
and answer, the chain is learned as it was written, and the answer as it followed what the paraphraser made of the chain.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import syw_core
import torch
import torch.nn.functional as F

from syw import rewards
from syw.batches import ANSWER, pad_rows
from syw.decoding import complete
from syw.gpt import GPT

N_TOKENS_PER_PIECE = 8192
N_ANSWER_TOKENS = 3
TYPICAL_LENGTH = 50.0


@dataclass
class Rollouts:
    """Completions of the prompts, group after group: completion i belongs to problem i // group_size."""

    problems: list[str]
    completions: list[bytes]
    rewards: torch.Tensor  # (n_problems, group_size) float, 0 or 1
    said_again: list[bytes] = field(default_factory=list)  # with the answer that followed; empty: nobody did

    def n_tokens(self) -> int:
        """Tokens of prompts and completions together."""
        prompts = sum(len(syw_core.prompt(problem)) for problem in self.problems)
        return prompts + sum(len(completion) for completion in self.completions)


@dataclass
class UpdateStats:
    loss: float
    entropy: float  # mean over the sampled tokens, in nats
    gradient_norm: float


def rollout(
    model: GPT,
    problems: list[str],
    group_size: int,
    generator: torch.Generator,
    reward: rewards.Reward = rewards.right,
    say_again: Callable[[bytes, int], bytes] | None = None,
) -> Rollouts:
    """Samples `group_size` completions of every problem at temperature 1 and grades them.

    `say_again(chain, idx)` paraphrases a chain up to and with its `<answer>`; the answer is then sampled anew after that.
    """
    repeated = [problem for problem in problems for _ in range(group_size)]
    prefixes = [bytes(syw_core.prompt(problem)) for problem in repeated]
    completions = complete(model, prefixes, generator=generator)
    again: list[bytes] = []
    if say_again:
        said = [say_again(chain_of(completion), idx) for idx, completion in enumerate(completions)]
        asked = [prefix + chain for prefix, chain in zip(prefixes, said, strict=True)]
        answers = complete(model, asked, max_new=N_ANSWER_TOKENS, generator=generator)
        again = [chain + answer for chain, answer in zip(said, answers, strict=True)]
    graded = zip(repeated, completions, again or completions, strict=True)
    earned = torch.tensor([reward(*each) for each in graded])
    return Rollouts(repeated, completions, earned.view(len(problems), group_size), again)


def chain_of(completion: bytes) -> bytes:
    """A completion up to and with its first `<answer>`: all of it where it has none."""
    return completion[: completion.index(ANSWER) + 1] if ANSWER in completion else completion


def learned_rows(rollouts: Rollouts) -> list[tuple[list[int], int, int]]:
    """What is learned from: tokens, from which of them on, and the completion it belongs to."""
    rows = []
    for idx, (problem, completion) in enumerate(zip(rollouts.problems, rollouts.completions, strict=True)):
        prompt = bytes(syw_core.prompt(problem))
        if not rollouts.said_again:
            rows.append((list(prompt + completion), len(prompt), idx))
            continue
        again = rollouts.said_again[idx]
        rows.append((list(prompt + chain_of(completion)), len(prompt), idx))
        rows.append((list(prompt + again), len(prompt) + len(chain_of(again)), idx))
    return rows


def shuffled(rewards: torch.Tensor, generator: torch.Generator) -> torch.Tensor:
    """The same rewards dealt out at random: as many are rewarded, but which says nothing. Shape kept."""
    return rewards.flatten()[torch.randperm(rewards.numel(), generator=generator)].view_as(rewards)


def penalised(rewards: torch.Tensor, completions: list[bytes], penalty: float) -> torch.Tensor:
    """Rewards (n_problems, group_size) less `penalty` for every token of the completion."""
    lengths = torch.tensor([len(completion) for completion in completions], dtype=rewards.dtype)
    return rewards - penalty * lengths.view_as(rewards)


def advantages(rewards: torch.Tensor) -> torch.Tensor:
    """Reward minus the mean of its group. (n_problems, group_size) -> the same shape."""
    return rewards - rewards.mean(dim=1, keepdim=True)


def loss(
    logits: torch.Tensor, targets: torch.Tensor, is_completion: torch.Tensor, advantage: torch.Tensor
) -> tuple[torch.Tensor, torch.Tensor]:
    """Sum over completion tokens of -advantage * log-probability, and the sum of their entropies.

    logits (B, T, V), targets and is_completion (B, T), advantage (B,).
    """
    log_probs = F.log_softmax(logits.float(), dim=-1)
    chosen = log_probs.gather(-1, targets.unsqueeze(-1)).squeeze(-1)  # (B, T)
    entropy = -(log_probs.exp() * log_probs).sum(dim=-1)
    weight = is_completion.float()
    return -(advantage.unsqueeze(1) * chosen * weight).sum(), (entropy.detach() * weight).sum()


def update(
    model: GPT, optimiser: torch.optim.Optimizer, rollouts: Rollouts, max_gradient_norm: float
) -> UpdateStats:
    """One optimiser step on the rollouts, in pieces of similar length."""
    rows = learned_rows(rollouts)
    advantage = advantages(rollouts.rewards).flatten()[[idx for _, _, idx in rows]]  # (n_rows,)
    n_rollouts = len(rollouts.completions)
    order = sorted(range(len(rows)), key=lambda row_idx: len(rows[row_idx][0]))

    optimiser.zero_grad(set_to_none=True)
    total_loss = total_entropy = 0.0
    n_tokens = sum(len(tokens) - start for tokens, start, _ in rows)
    for piece in _pieces(order, [len(tokens) for tokens, _, _ in rows]):
        ids = pad_rows([rows[row_idx][0] for row_idx in piece])  # (B, T)
        starts = torch.tensor([rows[row_idx][1] for row_idx in piece]).unsqueeze(1)
        ends = torch.tensor([len(rows[row_idx][0]) for row_idx in piece]).unsqueeze(1)
        position = torch.arange(1, ids.shape[1]).unsqueeze(0)
        is_completion = (position >= starts) & (position < ends)
        piece_loss, piece_entropy = loss(model(ids[:, :-1]), ids[:, 1:], is_completion, advantage[piece])
        (piece_loss / (n_rollouts * TYPICAL_LENGTH)).backward()
        total_loss += piece_loss.item() / (n_rollouts * TYPICAL_LENGTH)
        total_entropy += piece_entropy.item()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), max_gradient_norm)
    optimiser.step()
    return UpdateStats(total_loss, total_entropy / n_tokens, float(norm))


def _pieces(order: list[int], lengths: list[int]) -> list[list[int]]:
    """Cuts rows sorted by length into pieces of at most N_TOKENS_PER_PIECE padded tokens."""
    pieces: list[list[int]] = [[]]
    for row_idx in order:
        if pieces[-1] and (len(pieces[-1]) + 1) * lengths[row_idx] > N_TOKENS_PER_PIECE:
            pieces.append([])
        pieces[-1].append(row_idx)
    return pieces
