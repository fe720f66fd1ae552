"""Every stage for a few steps on the real code, and the export of a random model."""

import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import syw_core
import torch

import export
import finetune
import pretrain
import rl
from syw import checkpoint, decoding, evaluation, recipes
from syw.gpt import GPT, GPTConfig
from syw.onnx_writer import onnx_bytes, parity_error

TINY = ["--width", "16", "--layers", "1"]
SHORT = ["--batch-size", "24", "--evaluate-every", "2"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Checkpoints go to a temporary folder, and every evaluation looks at a handful of problems."""
    monkeypatch.setattr(checkpoint, "CHECKPOINTS", tmp_path / "checkpoints")
    few = evaluation._spread
    monkeypatch.setattr(evaluation, "_spread", lambda problems, n: few(problems, min(n, 12)))
    return tmp_path


def summary_of(folder: Path, run: str) -> dict:
    return json.loads((folder / "checkpoints" / f"{run}.json").read_text())


def test_every_stage_runs_and_the_last_one_ships(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretrain.main(["--size", "small", *TINY, "--steps", "4", *SHORT])
    base = summary_of(folder, "small-base-s0")
    assert base["progress"]["step"] == 4
    assert [line["step"] for line in base["progress"]["history"]] == [2, 4]
    assert base["data_digest"] == syw_core.data_digest()

    finetune.main(["--base", "small-base-s0", "--steps", "4", *SHORT])
    assert summary_of(folder, "small-direct-s0")["base"]["stage"] == "pretrain"

    rl.main(
        ["--base", "small-base-s0", "--updates", "2", "--n-prompts", "3", "--group-size", "4"]
        + ["--evaluate-every", "1", "--keep", "0,1", "--results", str(folder / "results")]
    )
    history = summary_of(folder, "small-chain_rl-s0")["history"]
    assert [line["update"] for line in history] == [0, 1, 2]
    assert {"reward", "chain_share", "strategies", "greedy_accuracy"} <= set(history[-1])

    problems = syw_core.problems
    monkeypatch.setattr(syw_core, "problems", lambda *which: problems(*which)[:20])
    public = folder / "public"
    for name in ("small-base-s0", "small-direct-s0", "small-chain_rl-s0"):
        export.main(["--checkpoint", name, "--public", str(public), "--no-fixture", "--no-cell"])
    export.main(
        ["--checkpoint", "small-chain_rl-s0-u001", "--id", "small-chain_rl-s0-u001", "--no-fixture"]
        + ["--public", str(public)]
    )
    index = json.loads((public / "models" / "index.json").read_text())
    assert index == [
        "small-direct-s0",
        "small-base-s0",
        "small-chain_rl-s0-u001",
        "small-chain_rl-s0",
    ]
    history = json.loads((public / "results" / "rl-small-s0.json").read_text())
    assert [line["update"] for line in history["updates"]] == [0, 1, 2]
    card = json.loads((public / "models" / "small-chain_rl-s0" / "card.json").read_text())
    assert card["bytes"] == (public / "models" / "small-chain_rl-s0" / "model.onnx").stat().st_size
    assert card["held_out_problems"] == 20
    assert [stage["stage"] for stage in card["training"]["stages"]] == ["pretrain", "rl"]


def test_a_resumed_run_ends_where_an_uninterrupted_one_does(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    phases = recipes.pretraining
    monkeypatch.setattr(recipes, "pretraining", lambda operands: phases(operands)[1:])
    common = ["--size", "small", *TINY, "--batch-size", "24", "--evaluate-every", "12"]
    common += ["--decay-share", "0", "--warmup", "1"]
    pretrain.main([*common, "--run", "whole", "--steps", "24"])
    pretrain.main([*common, "--run", "parts", "--steps", "12"])
    pretrain.main([*common, "--run", "parts", "--steps", "24"])
    whole, parts = (checkpoint.load(checkpoint.CHECKPOINTS / run)[0] for run in ("whole", "parts"))
    for one, other in zip(whole.parameters(), parts.parameters(), strict=True):
        torch.testing.assert_close(one, other)


def random_model() -> GPT:
    torch.manual_seed(1)
    return GPT(GPTConfig(layers=2, heads=2, width=16, vocabulary_size=len(syw_core.vocabulary()))).eval()


def test_the_exported_file_agrees_with_pytorch() -> None:
    model = random_model()
    assert parity_error(model, onnx_bytes(model)) < export.TOLERANCE


def test_the_exported_file_loads_in_plain_onnxruntime() -> None:
    session = onnxruntime.InferenceSession(onnx_bytes(random_model()), providers=["CPUExecutionProvider"])
    ids = np.frombuffer(bytes(syw_core.prompt("6 + 2 mod 5")), np.uint8).astype(np.int64)[None]
    length = ids.shape[1]
    feeds = {
        "ids": ids,
        "positions": np.arange(length)[None],
        "mask": np.triu(np.full((1, 1, length, length), -1e9, np.float32), 1),
    }
    for layer in range(2):
        feeds[f"past_k.{layer}"] = feeds[f"past_v.{layer}"] = np.zeros((1, 2, 0, 8), np.float32)
    logits = session.run(["logits"], feeds)[0]
    assert logits.shape == (1, length, len(syw_core.vocabulary()))


def test_the_cache_changes_no_greedy_token() -> None:
    model = random_model()
    prefix = bytes(syw_core.prompt("67 × 58 mod 7"))
    (completion,) = decoding.complete(model, [prefix], max_new=20)
    row = list(prefix)
    for token in completion:
        assert int(model(torch.tensor([row]))[0, -1].argmax()) == token
        row.append(token)


def test_sizes_fit_the_contract() -> None:
    for size in recipes.SIZES:
        config = recipes.model_config(size)
        assert config.width % config.heads == 0 and (config.width // config.heads) % 2 == 0
