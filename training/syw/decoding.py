"""Batched completion with a KV cache, greedy or sampled. The Rust engine must give the same greedy tokens."""

from collections import defaultdict

import syw_core
import torch

from syw.batches import END
from syw.gpt import GPT

MAX_LENGTH: int = syw_core.MAX_LENGTH


def complete(
    model: GPT, prefixes: list[bytes], max_new: int = MAX_LENGTH, generator: torch.Generator | None = None
) -> list[bytes]:
    """Completes every prefix up to and including `<end>`, `max_new` tokens or the end of the position table.

    Greedy without a generator (ties go to the lowest token id), sampled at temperature 1 with one.
    Prefixes of the same length share a batch, so nothing is ever padded.
    """
    by_length: dict[int, list[int]] = defaultdict(list)
    for prefix_idx, prefix in enumerate(prefixes):
        by_length[len(prefix)].append(prefix_idx)
    completions: list[bytes] = [b""] * len(prefixes)
    for length, members in sorted(by_length.items()):
        ids = torch.tensor([list(prefixes[member]) for member in members])  # (B, S)
        n_new = min(max_new, MAX_LENGTH - length)
        for member, completion in zip(members, _complete_group(model, ids, n_new, generator), strict=True):
            completions[member] = completion
    return completions


@torch.no_grad()
def _complete_group(
    model: GPT, ids: torch.Tensor, n_new: int, generator: torch.Generator | None
) -> list[bytes]:
    completions: list[bytearray] = [bytearray() for _ in range(ids.shape[0])]
    rows = torch.arange(ids.shape[0])  # which completion each line of the batch belongs to
    cache = None
    for _ in range(n_new):
        logits, cache = model.read(ids, cache)
        last = logits[:, -1]  # (B, V)
        if generator is None:
            chosen = last.argmax(dim=-1)
        else:
            chosen = torch.multinomial(last.softmax(dim=-1), 1, generator=generator).squeeze(1)
        for row, token in zip(rows.tolist(), chosen.tolist(), strict=True):
            completions[row].append(token)
        keep = chosen != END
        if not keep.any():
            break
        if not keep.all():
            rows, chosen = rows[keep], chosen[keep]
            cache = [(k[keep], v[keep]) for k, v in cache]
        ids = chosen.unsqueeze(1)
    return [bytes(completion) for completion in completions]
