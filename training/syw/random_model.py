"""Models that know nothing, of any size, in the form of the shipped ones: for tests and for measuring speed.

    python -m syw.random_model ../target/bench/models 4x4x64 4x4x128 4x8x256

writes a folder with model.onnx and card.json for each size, given as layers x heads x width.
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch

from .gpt import GPT, GPTConfig
from .onnx_writer import write_onnx


@torch.no_grad()
def random_model(layers: int, heads: int, width: int) -> GPT:
    """The same weights every time, larger than training starts from, so that its texts are not one token for ever."""
    import syw_core

    torch.manual_seed(0)
    vocabulary_size = len(syw_core.vocabulary())
    model = GPT(GPTConfig(layers=layers, heads=heads, width=width, vocabulary_size=vocabulary_size))
    for parameter in model.parameters():
        parameter.mul_(2.5 if parameter.dim() > 1 else 1.0)
        parameter.add_(0.1 * torch.randn_like(parameter))
    return model


def write_random(model: GPT, name: str, onnx: Path, card: Path) -> None:
    """The model's int8 file and a card in which every figure of training is empty."""
    import syw_core

    write_onnx(model, onnx)
    data = onnx.read_bytes()
    config = model.config
    fields = {
        "id": name,
        "size": "small",
        "arm": "random",
        "seed": 0,
        "step": 0,
        "parameters": model.parameter_count(),
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "held_out_problems": 0,
        "held_out_accuracy": 0.0,
        "held_out_accuracy_fp32": 0.0,
        "direct_accuracy": 0.0,
        "chain_accuracy": None,
        "chain_share": 0.0,
        "answers": "free",
        "layers": config.layers,
        "heads": config.heads,
        "width": config.width,
        "head_width": config.head_width,
        "max_length": config.max_length,
        "vocabulary": syw_core.vocabulary(),
        "operands": [],
        "training": {},
    }
    card.write_text(json.dumps(fields, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the models' folders go")
    parser.add_argument("sizes", nargs="+", help="layers x heads x width, such as 4x4x64")
    arguments = parser.parse_args()
    for size in arguments.sizes:
        layers, heads, width = map(int, size.split("x"))
        folder = arguments.folder / f"random-{size}"
        folder.mkdir(parents=True, exist_ok=True)
        write_random(
            random_model(layers, heads, width), folder.name, folder / "model.onnx", folder / "card.json"
        )


if __name__ == "__main__":
    main()
