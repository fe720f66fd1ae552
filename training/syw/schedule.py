"""Learning rate as a function of the part of the budget already spent, and the optimiser itself."""

import math

import torch

FINAL_SHARE = 0.03


def fraction_done(step: int, n_steps: int | None, minutes: float, budget_minutes: float | None) -> float:
    """The larger of the two spent shares; a budget that is not given does not count."""
    by_step = step / n_steps if n_steps else 0.0
    by_time = minutes / budget_minutes if budget_minutes else 0.0
    return min(1.0, max(by_step, by_time))


def learning_rate(peak: float, fraction: float, step: int, n_warmup: int, decay_share: float) -> float:
    """Linear warm-up in `step`s of the phase, a plateau, then a cosine down to 3 % of the peak over the last `decay_share`."""
    warmup = min(1.0, (step + 1) / n_warmup) if n_warmup else 1.0
    into_decay = max(0.0, fraction - (1.0 - decay_share)) / decay_share if decay_share else 0.0
    decay = FINAL_SHARE + (1.0 - FINAL_SHARE) * 0.5 * (1.0 + math.cos(math.pi * into_decay))
    return peak * warmup * decay


def make_optimiser(model: torch.nn.Module, weight_decay: float) -> torch.optim.AdamW:
    """AdamW that decays matrices and leaves norm gains alone."""
    matrices = [p for p in model.parameters() if p.ndim >= 2]
    gains = [p for p in model.parameters() if p.ndim < 2]
    groups = [
        {"params": matrices, "weight_decay": weight_decay},
        {"params": gains, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=0.0, betas=(0.9, 0.98), fused=True)


def set_learning_rate(optimiser: torch.optim.Optimizer, value: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = value
