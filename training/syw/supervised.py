"""The supervised training loop shared by pretrain.py and finetune.py: phases of mixtures under one budget."""

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as F
from tqdm import tqdm

from syw import checkpoint
from syw.batches import PAD, Batch
from syw.gpt import GPT
from syw.mixture import Part, stream
from syw.schedule import fraction_done, learning_rate, make_optimiser, set_learning_rate


@dataclass(frozen=True)
class Phase:
    """A mixture, read until `goal` is reached by the measure named `watched`, or `until` of the budget is spent."""

    name: str
    parts: list[Part]
    until: float = 1.0
    watched: str | None = None
    goal: float = 1.0
    thoughts: int = 0  # results of a chain that are continuous thoughts


@dataclass
class Budget:
    """How long and how hard to train. At least one of `steps` and `minutes` must be given.

    With `steps` alone a run is repeatable, bit for bit on one kind of processor.
    """

    steps: int | None = None  # optimiser steps
    minutes: float | None = None  # wall-clock cap, counted over resumptions
    batch_size: int = 512  # documents a step
    lr: float = 3e-3  # peak learning rate
    warmup: int = 200  # steps, at the start of every phase: a new mixture is a shock to what was learned
    decay_share: float = 0.4  # last part of the budget, spent decaying the learning rate
    weight_decay: float = 0.1
    max_gradient_norm: float = 1.0
    evaluate_every: int = 500  # steps
    bf16: bool = False  # autocast; pays from width 128


@dataclass
class Progress:
    """Everything that a resumed run has to know, kept in the checkpoint's JSON."""

    step: int = 0
    minutes: float = 0.0
    n_documents: int = 0
    n_tokens: int = 0  # read, padding not counted
    phase: int = 0
    phase_start: int = 0  # step
    history: list[dict] = field(default_factory=list)


# Accumulates the gradient of a step's mean loss and returns that mean.
Loss = Callable[[GPT, list[Batch], bool, Phase], float]


def batch_loss(model: GPT, batches: list[Batch], bf16: bool, _phase: Phase | None = None) -> float:
    """Accumulates the gradient of the mean loss over the targets of all sub-batches; returns that mean."""
    n_targets = sum(batch.n_targets for batch in batches)
    total = 0.0
    for batch in batches:
        is_target = batch.is_trained[:, 1:] & (batch.ids[:, 1:] != PAD)  # (B, T-1)
        first = int(is_target.any(dim=0).int().argmax())
        is_target = is_target[:, first:]
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            hidden, _ = model.hidden(batch.ids[:, :-1], first=first)  # (B, T-1-first, C)
            logits = model.logits(hidden[is_target])  # (n_targets, V)
        targets = batch.ids[:, 1 + first :][is_target]
        loss = F.cross_entropy(logits.float(), targets, reduction="sum")
        (loss / n_targets).backward()
        total += loss.item() / n_targets
    return total


def train(
    model: GPT,
    phases: list[Phase],
    budget: Budget,
    measure: Callable[[GPT], dict[str, float]],
    path: Path,
    seed: int,
    about: dict,
    loss_of: Loss = batch_loss,
) -> Progress:
    """Trains `model` in place, resuming from `path` when a checkpoint is there. `about` goes into its JSON."""
    assert budget.steps or budget.minutes, "give --steps, --minutes or both"
    optimiser = make_optimiser(model, budget.weight_decay)
    progress = Progress()
    if checkpoint.is_there(path):
        saved, summary, state = checkpoint.load(path)
        model.load_state_dict(saved.state_dict())
        checkpoint.resume(state, optimiser)
        progress = Progress(**summary["progress"])
        print(f"resumed {path} at step {progress.step}, {progress.minutes:.1f} min")
    clock = _Clock(progress.minutes)

    def spent() -> float:
        return fraction_done(progress.step, budget.steps, clock.minutes(), budget.minutes)

    def save() -> None:
        progress.minutes = clock.minutes()
        summary = {**about, "seed": seed, "budget": asdict(budget), "progress": asdict(progress)}
        checkpoint.save(path, model, summary, optimiser)

    def note(phase: Phase, loss: float) -> dict[str, float]:
        measured = measure(model)
        progress.history.append(
            {"step": progress.step, "minutes": round(clock.minutes(), 2), "phase": phase.name}
            | {"loss": round(loss, 4)}
            | {name: round(value, 4) for name, value in measured.items()}
        )
        shown = " ".join(f"{name} {value:.3f}" for name, value in measured.items())
        bar.write(f"{phase.name} {progress.step} {clock.minutes():.1f} min loss {loss:.3f} {shown}")
        bar.set_postfix_str(f"loss {loss:.3f} {shown}")
        return measured

    loss = float("nan")
    bar = tqdm(total=budget.steps, initial=progress.step, unit="step", mininterval=5.0)
    while progress.phase < len(phases) and spent() < 1.0:
        phase = phases[progress.phase]
        with closing(stream(phase.parts, budget.batch_size, seed, progress.step)) as batches:
            while spent() < phase.until:
                lr = learning_rate(
                    budget.lr,
                    spent(),
                    progress.step - progress.phase_start,
                    budget.warmup,
                    budget.decay_share,
                )
                set_learning_rate(optimiser, lr)
                read = next(batches)
                loss = _step(model, optimiser, read, budget, loss_of, phase)
                progress.step += 1
                progress.n_tokens += sum(int((batch.ids != PAD).sum()) for batch in read)
                progress.n_documents += budget.batch_size
                bar.update()
                if progress.step % budget.evaluate_every:
                    continue
                measured = note(phase, loss)
                save()
                if phase.watched and measured[phase.watched] >= phase.goal:
                    break
        if spent() < 1.0:  # else a longer budget could still resume in this phase
            progress.phase += 1
            progress.phase_start = progress.step
    if not progress.history or progress.history[-1]["step"] != progress.step:
        note(phases[-1], loss)
    bar.close()
    save()
    return progress


def _step(
    model: GPT,
    optimiser: torch.optim.Optimizer,
    batches: list[Batch],
    budget: Budget,
    loss_of: Loss,
    phase: Phase,
) -> float:
    optimiser.zero_grad(set_to_none=True)
    loss = loss_of(model, batches, budget.bf16, phase)
    torch.nn.utils.clip_grad_norm_(model.parameters(), budget.max_gradient_norm)
    optimiser.step()
    return loss


class _Clock:
    """Minutes of this run and of the runs it resumes."""

    def __init__(self, minutes_before: float) -> None:
        self.started = time.monotonic()
        self.minutes_before = minutes_before

    def minutes(self) -> float:
        return self.minutes_before + (time.monotonic() - self.started) / 60.0
