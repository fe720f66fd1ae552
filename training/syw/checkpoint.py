"""A checkpoint is `<name>.pt` (weights, and optimiser state where it can be resumed) with `<name>.json` beside it."""

import json
import os
import random
import subprocess
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from syw.gpt import GPT, GPTConfig

CHECKPOINTS = Path(os.environ.get("SYW_CHECKPOINTS", Path(__file__).resolve().parent.parent / "checkpoints"))


def _beside(path: Path, ending: str) -> Path:
    """The file of a checkpoint. Names have dots of their own (`lr0.004`), so nothing is cut off."""
    return path.with_name(path.name + ending)


def save(
    path: Path,
    model: GPT,
    summary: dict,
    optimiser: torch.optim.Optimizer | None = None,
    **more: torch.Tensor,
) -> None:
    """Writes `<path>.pt` and `<path>.json`, each in one rename, so that a killed run leaves the former pair."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"model": model.state_dict(), **more}
    if optimiser is not None:
        state["optimiser"] = optimiser.state_dict()
        state["random"] = {
            "torch": torch.get_rng_state(),
            "numpy": np.random.get_state(),
            "python": random.getstate(),
        }
    torch.save(state, _beside(path, ".pt.new"))
    document = {"model": asdict(model.config), **summary}
    _beside(path, ".json.new").write_text(json.dumps(document, indent=1) + "\n")
    for ending in (".pt", ".json"):
        os.replace(_beside(path, f"{ending}.new"), _beside(path, ending))


def is_there(path: Path) -> bool:
    return _beside(path, ".pt").exists() and _beside(path, ".json").exists()


def load(path: Path) -> tuple[GPT, dict, dict]:
    """Returns the model, the JSON beside it and the raw state (for `resume`)."""
    summary = json.loads(_beside(path, ".json").read_text())
    state = torch.load(_beside(path, ".pt"), weights_only=False)
    model = GPT(GPTConfig(**summary["model"]))
    model.load_state_dict(state["model"])
    return model, summary, state


def resume(state: dict, optimiser: torch.optim.Optimizer) -> None:
    """Puts the optimiser and the random generators back where the checkpoint left them."""
    optimiser.load_state_dict(state["optimiser"])
    torch.set_rng_state(state["random"]["torch"])
    np.random.set_state(state["random"]["numpy"])
    random.setstate(state["random"]["python"])


def set_seed(seed: int) -> None:
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)


def git_commit() -> str:
    """The commit of the code that runs, with `+` where its folder has uncommitted changes (results apart)."""
    folder = Path(__file__).resolve().parent.parent

    def git(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else ""

    commit = git("rev-parse", "--short=12", "HEAD") or "unknown"
    return commit + ("+" if git("status", "--porcelain", "--", ".", ":!results") else "")
