"""Continuous thoughts (Coconut, Hao et al. 2024): vectors fed back where a chain would have had words.

A thought is the last residual stream after the final norm, what logits are read from, shrunk to the length of an embedding,
and takes the place of a token's embedding at the next position. As it is, it is forty times as long: what the layers add
to it would not count. The prompt's last token gives the first; after the last comes `<answer>`. The control has the filler
token in place of every thought: as many positions, nothing fed back.
"""

import syw_core
import torch
import torch.nn.functional as F
from torch import Tensor

from syw.batches import ANSWER, END, END_OF_PROBLEM, PAD, Batch
from syw.gpt import GPT, Cache

SEPARATOR, FILLER = 5, 6
# The results of a chain about two numbers, digit by digit: two residues, the product's tens and units, the answer.
N_RESULTS = 5


def think(
    model: GPT, prompts: Tensor, n_thoughts: int, is_fed_back: bool = True
) -> tuple[Tensor, Tensor, Cache]:
    """Reads prompts [B, S], padded on the left, and thinks.

    The thoughts [B, n, C] as they were fed in, the residual stream [B, 1, C] after them, and what is kept of the text.
    """
    padding, length = padding_of(prompts), prompts.shape[1]
    if not is_fed_back:
        fillers = model.embedding(torch.full((len(prompts), n_thoughts), FILLER))
        x = torch.cat([model.embedding(prompts), fillers], dim=1)
        x, cache = model.transform(x, None, length + n_thoughts - 1, padding)
        return fillers, x, cache
    x, cache = model.transform(model.embedding(prompts), None, length - 1, padding)
    thoughts = [x[:, :0]]
    for _ in range(n_thoughts):
        thoughts.append(fed_back(model, x))
        x, cache = model.transform(thoughts[-1], cache, 0, padding)
    return torch.cat(thoughts, dim=1), x, cache


def fed_back(model: GPT, x: Tensor) -> Tensor:
    """A residual stream [..., C] as a thought: after the final norm, as long as the embeddings are on average."""
    lengths = model.embedding.weight.detach().norm(dim=1)
    return F.normalize(model.norm(x), dim=-1) * lengths.mean()


def padding_of(prompts: Tensor) -> Tensor | None:
    """How many tokens at the start of each row are padding [B]; None where there is none at all."""
    n_padding = (prompts == PAD).sum(dim=1)
    return n_padding if n_padding.any() else None


def bare(batch: Batch) -> tuple[Tensor, Tensor]:
    """Chains about two numbers as prompts [B, S], padded on the left, and their results without the words [B, 8].

    `3 6 mod 7 is 1 ; 2 6 mod 7 is 5 ; 1 times 5 is 5 ; 5 mod 7 is 5 ; …` becomes `1 5 0 5 5 <answer> 5 <end>`.
    """
    ids, width = batch.ids, batch.ids.shape[1]
    ends = (ids == END_OF_PROBLEM).int().argmax(dim=1) + 1
    longest = int(ends.max())
    padded = F.pad(ids, (longest, width), value=PAD)
    prompts = padded.gather(1, ends[:, None] + torch.arange(longest))
    is_result = ids == syw_core.token("is")
    nth = is_result.cumsum(dim=1) * is_result
    places = [(nth == step).int().argmax(dim=1) for step in (1, 2, 3, 4)]

    def after(step: int, more: int = 1) -> Tensor:
        return ids.gather(1, places[step][:, None] + more).squeeze(1)

    has_tens = after(2, 2) != SEPARATOR
    tens = torch.where(has_tens, after(2), syw_core.token("0"))
    units = torch.where(has_tens, after(2, 2), after(2))
    answer = after(3)
    given = [torch.full_like(answer, token) for token in (ANSWER, END)]
    results = [after(0), after(1), tens, units, answer, given[0], answer, given[1]]
    return prompts, torch.stack(results, dim=1)


def loss(model: GPT, batch: Batch, n_thoughts: int, is_fed_back: bool) -> tuple[Tensor, int]:
    """Cross-entropy of what remains when the first `n_thoughts` results are thoughts, summed; and of how many tokens."""
    prompts, results = bare(batch)
    remaining = results[:, n_thoughts:]
    _, x, cache = think(model, prompts, n_thoughts, is_fed_back)
    given = model.embedding(remaining[:, :-1])
    more, _ = model.transform(given, cache, 0, padding_of(prompts))
    logits = model.logits(torch.cat([x, more], dim=1))
    return F.cross_entropy(logits.flatten(0, 1), remaining.flatten(), reduction="sum"), remaining.numel()


@torch.no_grad()
def completions(
    model: GPT, problems: list[str], n_thoughts: int, is_fed_back: bool = True, n_written: int = 0
) -> list[bytes]:
    """`<answer>` and the token after it, for each problem; before `<answer>` the model writes `n_written` tokens itself."""
    prompts = [bytes(syw_core.prompt(problem)) for problem in problems]
    found = [b""] * len(prompts)
    for length in sorted({len(prompt) for prompt in prompts}):
        members = [at for at, prompt in enumerate(prompts) if len(prompt) == length]
        ids = torch.tensor([list(prompts[at]) for at in members])
        _, x, cache = think(model, ids, n_thoughts, is_fed_back)
        for _ in range(n_written):
            x, cache = model.hidden(model.logits(x).argmax(dim=-1), cache)
        logits, _ = model.read(torch.full((len(members), 1), ANSWER), cache)
        for at, token in zip(members, logits[:, -1].argmax(dim=-1).tolist(), strict=True):
            found[at] = bytes([ANSWER, token])
    return found
