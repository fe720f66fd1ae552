"""Documents of the Rust generator as tensors. Knows nothing of models or losses. Next: mixture.py."""

import json
from dataclasses import dataclass

import numpy as np
import syw_core
import torch
import torch.nn.functional as F

PAD, PROBLEM, END_OF_PROBLEM, ANSWER, END = 0, 1, 2, 3, 4
ALIKE, WIDEST_MERGED = 0.8, 24


@dataclass(frozen=True)
class Batch:
    """Documents of one kind, as wide as the longest of them."""

    kind: str
    ids: torch.Tensor  # (B, T) int64
    is_trained: torch.Tensor  # (B, T) bool: this token is a target

    @property
    def n_targets(self) -> int:
        return int(self.is_trained.sum())


def generate(kind: str, n_documents: int, seed: int, config: dict) -> Batch:
    """Draws documents. The same arguments always give the same documents."""
    documents = syw_core.documents(kind, n_documents, seed, json.dumps(config))
    shape = (n_documents, documents.width)
    ids = np.frombuffer(documents.tokens, dtype=np.uint8).reshape(shape)
    is_trained = np.frombuffer(documents.mask, dtype=np.uint8).reshape(shape) != 0
    assert documents.width <= syw_core.MAX_LENGTH, f"a {kind} document of {documents.width} tokens"
    return Batch(kind, torch.from_numpy(ids.astype(np.int64)), torch.from_numpy(is_trained))


def split_by_length(batch: Batch, n_pieces: int) -> list[Batch]:
    """Sorts documents by length and cuts them into pieces, so that little is spent on padding."""
    lengths = (batch.ids != PAD).sum(dim=1)
    order = torch.argsort(lengths, stable=True)
    pieces = []
    for rows in order.chunk(n_pieces):
        width = int(lengths[rows].max())
        pieces.append(Batch(batch.kind, batch.ids[rows, :width], batch.is_trained[rows, :width]))
    return pieces


def merge_alike(batches: list[Batch]) -> list[Batch]:
    """Joins batches of about the same width: many small tensors cost more than a little padding."""
    merged: list[Batch] = []
    for batch in sorted(batches, key=lambda batch: batch.ids.shape[1]):
        width = batch.ids.shape[1]
        if merged and merged[-1].ids.shape[1] >= ALIKE * width and width <= WIDEST_MERGED:
            last = merged[-1]
            missing = (0, width - last.ids.shape[1])
            ids = torch.cat([F.pad(last.ids, missing, value=PAD), batch.ids])
            is_trained = torch.cat([F.pad(last.is_trained, missing, value=False), batch.is_trained])
            merged[-1] = Batch(f"{last.kind}+{batch.kind}", ids, is_trained)
        else:
            merged.append(batch)
    return merged


def join(batches: list[Batch]) -> Batch:
    """Batches of any widths as one."""
    width = max(batch.ids.shape[1] for batch in batches)
    missing = [(0, width - batch.ids.shape[1]) for batch in batches]
    ids = [F.pad(batch.ids, by, value=PAD) for batch, by in zip(batches, missing, strict=True)]
    is_trained = [
        F.pad(batch.is_trained, by, value=False) for batch, by in zip(batches, missing, strict=True)
    ]
    return Batch("+".join(batch.kind for batch in batches), torch.cat(ids), torch.cat(is_trained))


def pad_rows(rows: list[list[int]]) -> torch.Tensor:
    """Token lists of different lengths as one tensor (B, T), padded on the right."""
    width = max(len(row) for row in rows)
    ids = torch.full((len(rows), width), PAD, dtype=torch.int64)
    for row_idx, row in enumerate(rows):
        ids[row_idx, : len(row)] = torch.tensor(row)
    return ids
