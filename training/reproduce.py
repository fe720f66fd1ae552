"""The accuracy of a shipped model, by onnxruntime and numpy alone: none of this repository's code is imported.

    python reproduce.py ../public/models/small-chain_rl-s0

Asks the 2,000 held-out problems in held_out.txt, one a line, or those of another file named after the folder.
"""

import json
import math
import sys
from pathlib import Path

import numpy as np
import onnxruntime


def tokens_of(problem: str) -> list[str]:
    """`67 × 58 + 4 mod 7` -> <problem> 6 7 × 5 8 + 4 % 7 ?"""
    characters = problem.replace("mod", "%").replace(" ", "")
    return ["<problem>", *characters, "?"]


def answers(folder: Path, problems: list[str]) -> list[int | None]:
    """Greedy answers, one problem length at a time so that no row is padded."""
    card = json.loads((folder / "card.json").read_text())
    session = onnxruntime.InferenceSession(folder / "model.onnx", providers=["CPUExecutionProvider"])
    words, heads, width = card["vocabulary"], card["heads"], card["head_width"]
    pasts = [f"past_{x}.{layer}" for layer in range(card["layers"]) for x in "kv"]
    presents = [name.replace("past", "present") for name in pasts]
    forced = ["<answer>"] if card["answers"] == "direct" else []
    prompts = [[words.index(word) for word in tokens_of(problem) + forced] for problem in problems]
    written: list[list[str]] = [list(forced) for _ in problems]
    for length in sorted({len(prompt) for prompt in prompts}):
        rows = [row for row, prompt in enumerate(prompts) if len(prompt) == length]
        ids = np.array([prompts[row] for row in rows])
        past = {name: np.zeros((len(rows), heads, 0, width), np.float32) for name in pasts}
        before = 0
        while before + ids.shape[1] < card["max_length"] and rows:
            n_new = ids.shape[1]
            mask = np.triu(np.full((n_new, before + n_new), -1e9, np.float32), before + 1)
            feeds = {"ids": ids, "positions": np.arange(before, before + n_new)[None].repeat(len(rows), 0)}
            logits, *caches = session.run(
                ["logits", *presents], feeds | past | {"mask": mask[None, None].repeat(len(rows), 0)}
            )
            before += n_new
            chosen = logits[:, -1].argmax(-1)
            for row, token in zip(rows, chosen, strict=True):
                written[row].append(words[token])
            kept = np.array([words[token] != "<end>" for token in chosen])
            rows = [row for row, keep in zip(rows, kept, strict=True) if keep]
            ids = chosen[kept][:, None]
            past = {name: cache[kept] for name, cache in zip(pasts, caches, strict=True)}
    return [answer_in(completion) for completion in written]


def answer_in(completion: list[str]) -> int | None:
    """The number between the last <answer> and <end>."""
    text = " ".join(completion).rpartition("<answer>")[2].replace("<end>", "").replace(" ", "")
    return int(text) if text.lstrip("-").isdigit() else None


def right_answer(problem: str) -> int:
    terms, _, modulus = problem.partition(" mod ")
    products = [math.prod(map(int, product.split(" × "))) for product in terms.split(" + ")]
    return sum(products) % int(modulus)


def main() -> None:
    folder = Path(sys.argv[1])
    listed = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).with_name("held_out.txt")
    problems = listed.read_text().splitlines()
    found = answers(folder, problems)
    n_right = sum(answer == right_answer(problem) for answer, problem in zip(found, problems, strict=True))
    print(f"{folder.name}: {n_right} of {len(problems)} right, {n_right / len(problems):.4f}")


if __name__ == "__main__":
    main()
