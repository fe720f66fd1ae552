"""Continuous thoughts: what is fed back, what a curriculum reads, and that an arm which has them trains and ships."""

import json
from pathlib import Path

import pytest
import syw_core
import torch
import torch.nn.functional as F

import export
import latent
import pretrain
from syw import checkpoint, evaluation, recipes, thoughts
from syw.batches import ANSWER, PAD, generate
from syw.card import Identity
from syw.gpt import GPT, GPTConfig

PARTS = recipes.thinking([1.0] * 6, 5)[0].parts
WORDS = list(syw_core.vocabulary())


def tiny() -> GPT:
    torch.manual_seed(0)
    return GPT(GPTConfig(layers=2, heads=2, width=16, vocabulary_size=len(WORDS))).eval()


def ids(text: str) -> list[int]:
    return [WORDS.index(word) for word in text.split()]


@torch.no_grad()
def test_padding_on_the_left_is_not_seen() -> None:
    model = tiny()
    prompts = [ids("<problem> 6 7 × 5 8 % 7 ?"), ids("<problem> 7 × 8 % 7 ?")]
    padded = torch.tensor([prompts[0], [PAD] * 2 + prompts[1]])
    for is_fed_back in (True, False):
        together, x, _ = thoughts.think(model, padded, 3, is_fed_back)
        for row, prompt in enumerate(prompts):
            alone, y, _ = thoughts.think(model, torch.tensor([prompt]), 3, is_fed_back)
            torch.testing.assert_close(together[row], alone[0], atol=1e-5, rtol=0)
            torch.testing.assert_close(x[row], y[0], atol=1e-5, rtol=0)


@torch.no_grad()
def test_a_thought_is_what_the_logits_before_it_are_read_from() -> None:
    model = tiny()
    prompt = torch.tensor([ids("<problem> 6 7 × 5 8 % 7 ?")])
    found, _, _ = thoughts.think(model, prompt, 2)
    logits = F.linear(found[:, 0], model.embedding.weight)
    torch.testing.assert_close(F.normalize(logits), F.normalize(model(prompt)[:, -1]))
    lengths = model.embedding.weight.norm(dim=1)
    torch.testing.assert_close(found.norm(dim=-1), lengths.mean().expand(1, 2))
    # Read with its first thought at the end, the prompt gives the second.
    x = torch.cat([model.embedding(prompt), found[:, :1]], dim=1)
    torch.testing.assert_close(thoughts.fed_back(model, model.transform(x)[0])[:, -1], found[:, 1])


def test_bare_results_are_those_of_the_chain() -> None:
    batch = generate("chain", 200, 7, PARTS[0].config)
    prompts, results = thoughts.bare(batch)
    for prompt, row in zip(prompts.tolist(), results.tolist(), strict=True):
        words = [WORDS[token] for token in prompt if token != PAD]
        first, second, modulus = map(int, "".join(words[1:-1]).replace("×", " ").replace("%", " ").split())
        left, right = first % modulus, second % modulus
        expected = [left, right, *divmod(left * right, 10), left * right % modulus]
        answer = str(expected[-1])
        assert [WORDS[token] for token in row] == [*map(str, expected), "<answer>", answer, "<end>"]


@torch.no_grad()
def test_without_thoughts_the_loss_is_that_of_text() -> None:
    model = tiny()
    batch = generate("chain", 20, 7, PARTS[0].config)
    total, n_targets = thoughts.loss(model, batch, 0, True)
    prompts, results = thoughts.bare(batch)
    expected = 0.0
    for prompt, row in zip(prompts, results, strict=True):
        text = torch.cat([prompt[prompt != PAD], row])
        logits = model(text[None, :-1])[0, -8:]
        expected += float(F.cross_entropy(logits, row, reduction="sum"))
    assert n_targets == 160
    assert float(total) == pytest.approx(expected, rel=1e-5)


@torch.no_grad()
def test_the_control_reads_fillers_and_feeds_nothing_back() -> None:
    model = tiny()
    (paused,) = thoughts.completions(model, ["67 × 58 mod 7"], 5, is_fed_back=False)
    text = torch.tensor([ids("<problem> 6 7 × 5 8 % 7 ?") + [thoughts.FILLER] * 5 + [ANSWER]])
    assert paused == bytes([ANSWER, int(model(text)[0, -1].argmax())])


def test_both_arms_train_and_ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoint, "CHECKPOINTS", tmp_path / "checkpoints")
    monkeypatch.setattr(export, "FIXTURES", tmp_path / "fixtures")
    few, problems = evaluation._spread, syw_core.problems
    monkeypatch.setattr(evaluation, "_spread", lambda listed, n: few(listed, min(n, 12)))
    monkeypatch.setattr(syw_core, "problems", lambda *which: problems(*which)[:20])
    short = ["--batch-size", "24", "--evaluate-every", "2"]
    pretrain.main(["--size", "small", "--width", "16", "--layers", "1", "--steps", "2", *short])
    public = tmp_path / "public"
    for arm, kept in (("latent", "thoughts"), ("latent_pause", "pauses")):
        latent.main(["--base", "small-base-s0", "--arm", arm, "--steps", "8", *short])
        name = f"small-{arm}-s0"
        export.main(["--checkpoint", name, "--public", str(public), "--completions", "5", "--no-history"])
        card = json.loads((public / "models" / name / "card.json").read_text())
        assert (card["arm"], card["answers"], card[kept]) == (arm, "direct", 5)
        assert [stage["stage"] for stage in card["training"]["stages"]] == ["pretrain", "latent"]
        recording = (tmp_path / "fixtures" / f"{name}.txt").read_text()
        lines = [line for line in recording.splitlines() if line.startswith("think ")]
        assert all(len(line.split()) == 3 + 5 * 16 for line in lines)
        assert bool(lines) == (arm == "latent")


def test_a_model_that_pauses_cannot_be_left_alone() -> None:
    with pytest.raises(AssertionError):
        Identity("x", "latent", "free", thoughts=5).completions(tiny(), ["6 × 7 mod 7"])
