"""Continuous thoughts (Coconut, Hao et al. 2024): vectors fed back where a chain would have had words.

A thought is the last residual stream after the final norm, what logits are read from, and takes the place of a token's
embedding at the next position. The prompt's last token gives the first. After the last thought comes a token again.
The control has the filler token in place of every thought: as many positions, nothing fed back.
"""

import torch
import torch.nn.functional as F
from torch import Tensor

from syw.batches import ANSWER, END_OF_PROBLEM, PAD, Batch
from syw.gpt import GPT, Cache

SEPARATOR, FILLER = 5, 6


def think(
    model: GPT, prompts: Tensor, n_thoughts: int, is_fed_back: bool = True
) -> tuple[Tensor, Cache, Tensor | None]:
    """Reads prompts [B, S], padded on the left, and thinks.

    The thoughts [B, n, C] as they were fed in, what is kept of the text, and how much of it is padding [B].
    """
    n_padding = (prompts == PAD).sum(dim=1)
    padding = n_padding if n_padding.any() else None
    length = prompts.shape[1]
    if not is_fed_back:
        fillers = model.embedding(torch.full((len(prompts), n_thoughts), FILLER))
        x = torch.cat([model.embedding(prompts), fillers], dim=1)
        _, cache = model.transform(x, None, length + n_thoughts - 1, padding)
        return fillers, cache, padding
    x, cache = model.transform(model.embedding(prompts), None, length - 1, padding)
    thoughts = []
    for _ in range(n_thoughts):
        thoughts.append(model.norm(x))
        x, cache = model.transform(thoughts[-1], cache, 0, padding)
    return torch.cat(thoughts, dim=1) if thoughts else x[:, :0], cache, padding


def cut(batch: Batch, n_replaced: int, n_steps: int) -> tuple[Tensor, Tensor]:
    """Chains as prompts [B, S], padded on the left, and what remains of each [B, T], padded on the right.

    The plan goes with the first step, the check with the last. What remains begins with the separator after the last
    step that thoughts replace; with `<answer>` where they replace all; with the plan where none.
    """
    ends = (batch.ids == END_OF_PROBLEM).int().argmax(dim=1) + 1  # [B]
    longest, width = int(ends.max()), batch.ids.shape[1]
    if n_replaced == 0:
        starts = ends
    elif n_replaced == n_steps:
        starts = (batch.ids == ANSWER).int().argmax(dim=1)
    else:
        n_separators = (batch.ids == SEPARATOR).cumsum(dim=1)
        starts = (n_separators == n_replaced + 1).int().argmax(dim=1)
    padded = F.pad(batch.ids, (longest, width), value=PAD)
    prompts = padded.gather(1, ends[:, None] + torch.arange(longest))
    remaining = padded.gather(1, longest + starts[:, None] + torch.arange(width))
    return prompts, remaining[:, : int((remaining != PAD).sum(dim=1).max())]


def loss(model: GPT, prompts: Tensor, remaining: Tensor, n_thoughts: int, is_fed_back: bool) -> tuple[Tensor, int]:
    """Cross-entropy summed over the tokens of what remains, and their number; where there are thoughts, its first is given."""
    _, cache, padding = think(model, prompts[:, : -1 if n_thoughts == 0 else None], n_thoughts, is_fed_back)
    if n_thoughts == 0:
        remaining = torch.cat([prompts[:, -1:], remaining], dim=1)
    x, _ = model.transform(model.embedding(remaining[:, :-1]), cache, 0, padding)
    targets = remaining[:, 1:]
    is_target = targets != PAD
    logits = model.logits(x[is_target])
    return F.cross_entropy(logits, targets[is_target], reduction="sum"), int(is_target.sum())


@torch.no_grad()
def answers(model: GPT, prompts: list[bytes], n_thoughts: int, is_fed_back: bool) -> list[int]:
    """The token that stands after `<answer>`, for each prompt."""
    found = [0] * len(prompts)
    for length in sorted({len(prompt) for prompt in prompts}):
        members = [at for at, prompt in enumerate(prompts) if len(prompt) == length]
        ids = torch.tensor([list(prompts[at]) for at in members])
        _, cache, _ = think(model, ids, n_thoughts, is_fed_back)
        logits, _ = model.read(torch.full((len(members), 1), ANSWER), cache)
        for at, token in zip(members, logits[:, -1].argmax(dim=-1).tolist(), strict=True):
            found[at] = token
    return found
