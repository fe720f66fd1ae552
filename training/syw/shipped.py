"""A shipped model as a start for training: its int8 weights in f32, and what its card knows of how they came about."""

import json

import onnx
import torch
from onnx import numpy_helper

from .card import PUBLIC
from .gpt import GPT, GPTConfig


def load(model_id: str) -> tuple[GPT, dict]:
    """The model, and a summary that stands where a checkpoint's would."""
    folder = PUBLIC / "models" / model_id
    card = json.loads((folder / "card.json").read_text())
    config = GPTConfig(
        layers=card["layers"],
        heads=card["heads"],
        width=card["width"],
        vocabulary_size=len(card["vocabulary"]),
        max_length=card["max_length"],
    )
    model = GPT(config)
    constants = {
        constant.name: numpy_helper.to_array(constant)
        for constant in onnx.load(folder / "model.onnx").graph.initializer
    }
    state = {}
    for name in model.state_dict():
        if f"{name}.int8" in constants:
            whole, scales = constants[f"{name}.int8"].astype("float32"), constants[f"{name}.scales"]
            # A matrix of the file is turned over, but for the embedding; scales are of output channels.
            values = whole * scales[:, None] if name == "embedding.weight" else (whole * scales).T
        else:
            values = constants[name]
        state[name] = torch.from_numpy(values.copy())
    model.load_state_dict(state)
    keys = ("id", "size", "seed", "arm", "operands")
    return model, {
        "stage": "shipped",
        **{key: card[key] for key in keys},
        "stages": card["training"]["stages"],
    }
