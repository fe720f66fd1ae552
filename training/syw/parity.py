"""Records what PyTorch computes with a model's int8 weights, for the engine's parity test to compare with.

    python -m syw.parity ../public/models/small-chain_rl-s0-u060 checkpoints/small-chain_rl-s0-u060 --completions 200
    python -m syw.parity --random ../crates/engine/tests/fixtures/tiny

A recording is a text file, one fact on a line, a token written as the character with code 33 + id, or 67 + id where the
former is no printable character:

    complete <prefix> <completion>               the greedy completion, token for token
    logits <text> <position> <number> <number>…  the logits after the token at this position of the text
    think <prompt> <answer> <number> <number>…   all numbers of the thoughts after a prompt, and the token after `<answer>`

Greedy choices between logits that are closer than TIE belong to rounding: no prefix that meets one is recorded, and
the number left out is printed.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

import torch

from .gpt import GPT
from .onnx_writer import dequantised, parity_error
from .random_model import random_model, write_random
from .thoughts import think

TIE = 1e-3
N_COMPLETIONS = 2000
N_LOGIT_TEXTS = 8
N_LOGIT_POSITIONS = 4
N_THOUGHT_TEXTS = 40
ANSWER, END = 3, 4


def as_text(tokens: bytes) -> str:
    return "".join(chr((33 if token < 94 else 67) + token) for token in tokens)


@torch.no_grad()
def complete(model: GPT, prefixes: list[bytes]) -> list[bytes | None]:
    """Greedy completions up to `<end>` or the end of the positions; None where two logits are closer than TIE."""
    completions: list[bytes | None] = [None] * len(prefixes)
    groups: dict[int, list[int]] = defaultdict(list)
    for at, prefix in enumerate(prefixes):
        groups[len(prefix)].append(at)
    for length, members in groups.items():
        written = [bytearray() for _ in members]
        rows = torch.arange(len(members))
        ids, cache = torch.tensor([list(prefixes[member]) for member in members]), None
        for _ in range(model.config.max_length - length):
            logits, cache = model.read(ids, cache)
            best = logits[:, -1].topk(2)
            chosen = best.indices[:, 0]
            tied = best.values[:, 0] - best.values[:, 1] < TIE
            for row, token in zip(rows.tolist(), chosen.tolist(), strict=True):
                written[row].append(token)
            for row in rows[tied].tolist():
                written[row].clear()
            kept = ~tied & (chosen != END)
            if not kept.any():
                break
            rows, ids = rows[kept], chosen[kept, None]
            cache = [(k[kept], v[kept]) for k, v in cache]
        for member, tokens in zip(members, written, strict=True):
            completions[member] = bytes(tokens) or None
    return completions


@torch.no_grad()
def record(model: GPT, prefixes: list[bytes], n_completions: int = N_COMPLETIONS) -> tuple[str, int]:
    """The recording for the int8 form of `model`, and the number of prefixes left out for a tie."""
    reference = dequantised(model)
    completions = complete(reference, prefixes)
    pairs = [(p, c) for p, c in zip(prefixes, completions, strict=True) if c is not None]
    lines = [f"complete {as_text(p)} {as_text(c)}" for p, c in pairs[:n_completions]]
    for prefix, completion in pairs[:: max(1, len(pairs) // N_LOGIT_TEXTS)][:N_LOGIT_TEXTS]:
        text = prefix + completion
        logits = reference(torch.tensor([list(text)]))[0]
        for part in range(N_LOGIT_POSITIONS):
            position = (len(text) - 1) * (part + 1) // N_LOGIT_POSITIONS
            numbers = " ".join(f"{number:.5f}" for number in logits[position].tolist())
            lines.append(f"logits {as_text(text)} {position} {numbers}")
    return "\n".join(lines) + "\n", len(prefixes) - len(pairs)


@torch.no_grad()
def record_thoughts(model: GPT, prefixes: list[bytes], n_thoughts: int) -> str:
    """The same of thoughts, for problems with `<answer>` after them; those whose answer is a tie are left out."""
    reference = dequantised(model)
    lines = []
    for prefix in prefixes[:N_THOUGHT_TEXTS]:
        prompt = prefix[:-1]
        found, _, cache = think(reference, torch.tensor([list(prompt)]), n_thoughts)
        logits, _ = reference.read(torch.tensor([[ANSWER]]), cache)
        best = logits[0, -1].topk(2)
        if best.values[0] - best.values[1] >= TIE:
            numbers = " ".join(f"{number:.5f}" for number in found.flatten().tolist())
            lines.append(f"think {as_text(prompt)} {as_text(bytes([best.indices[0]]))} {numbers}\n")
    return "".join(lines)


def problem_prefixes(answers: str, n_completions: int = N_COMPLETIONS, seed: int = 0) -> list[bytes]:
    """Prompts as the model's card says it answers; one in ten opens a chain, one in five is out of distribution."""
    import random

    import syw_core

    generator = random.Random(seed)
    held_out = syw_core.problems("held_out", 2)
    longer = syw_core.problems("held_out", 3) + syw_core.problems("held_out", 4)
    n = n_completions + n_completions // 20
    problems = generator.sample(held_out, min(len(held_out), n * 4 // 5))
    problems += generator.sample(longer, n - len(problems))
    prefixes = [bytes(syw_core.prompt(problem)) for problem in problems]
    if answers == "direct":
        prefixes = [prefix + bytes([syw_core.token("<answer>")]) for prefix in prefixes]
    else:
        opening = bytes(syw_core.chain_start())
        prefixes = [p + opening if at % 10 == 0 else p for at, p in enumerate(prefixes)]
    generator.shuffle(prefixes)
    return prefixes


def random_fixture(path: Path) -> None:
    """A model that knows nothing, as small as the smallest shipped, with its recording: the engine's own test case."""
    model = random_model(layers=2, heads=2, width=16)
    prefixes = [bytes(torch.randint(5, 90, (length,)).tolist()) for length in range(1, 61)]
    onnx = path.with_suffix(".onnx")
    write_random(model, path.name, onnx, path.with_suffix(".json"))
    recording, _ = record(model, prefixes, 40)
    path.with_suffix(".txt").write_text(recording)
    print(f"{path}: onnxruntime differs by {parity_error(model, onnx.read_bytes()):.1e}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, help="the model's folder and its checkpoint, without ending"
    )
    parser.add_argument("--random", action="store_true", help="make the engine's own fixture instead")
    parser.add_argument("--completions", type=int, default=N_COMPLETIONS, help="how many to record")
    arguments = parser.parse_args()
    if arguments.random:
        return random_fixture(arguments.paths[0])
    from .checkpoint import load

    folder, checkpoint = arguments.paths
    card = json.loads((folder / "card.json").read_text())
    model, _, _ = load(checkpoint)
    error = parity_error(model, (folder / "model.onnx").read_bytes())
    n_completions = arguments.completions
    recording, n_ties = record(model, problem_prefixes(card["answers"], n_completions), n_completions)
    fixture = Path(__file__).parents[2] / "tests" / "fixtures" / "parity" / f"{card['id']}.txt"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    fixture.write_text(recording)
    print(f"{fixture.name}: {n_ties} prefixes left out for a tie; onnxruntime differs by {error:.1e}")


if __name__ == "__main__":
    main()
