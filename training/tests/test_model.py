"""The model read whole, read in parts and read from its ONNX file is one model."""

import pytest
import torch

from syw.gpt import GPT, GPTConfig
from syw.onnx_writer import dequantised, onnx_bytes, parity_error, quantise


def tiny(**sizes: int) -> GPT:
    torch.manual_seed(0)
    return GPT(GPTConfig(**{"layers": 2, "heads": 2, "width": 16, "vocabulary_size": 40} | sizes))


@torch.no_grad()
def test_reading_in_parts_gives_the_logits_of_reading_whole():
    model = tiny()
    ids = torch.randint(40, (3, 20))
    first, cache = model.read(ids[:, :7])
    second, cache = model.read(ids[:, 7:19], cache)
    third, _ = model.read(ids[:, 19:], cache)
    torch.testing.assert_close(torch.cat([first, second, third], dim=1), model(ids), atol=1e-5, rtol=0)


@torch.no_grad()
def test_a_token_never_sees_what_follows():
    model = tiny()
    ids = torch.randint(40, (1, 12))
    other = ids.clone()
    other[0, 8:] = 0
    torch.testing.assert_close(model(ids)[:, :8], model(other)[:, :8])


def test_the_onnx_file_computes_the_dequantised_model():
    model = tiny()
    assert parity_error(model, onnx_bytes(model)) < 1e-5


def test_int8_is_within_half_a_step_of_the_weights():
    model = tiny()
    rounded = dequantised(model).state_dict()
    for name, (whole, scales, axis) in quantise(model.state_dict()).items():
        assert axis == 0 and abs(whole).max() == 127
        steps = (rounded[name] - model.state_dict()[name]).abs().amax(dim=1) / torch.from_numpy(scales)
        assert steps.max() < 0.501, name


def test_a_tensor_beyond_the_folding_limit_is_refused():
    with pytest.raises(ValueError, match="embedding.weight.int8 has 1048576 elements"):
        onnx_bytes(tiny(vocabulary_size=65536))


def test_heads_must_divide_the_width_into_even_parts():
    with pytest.raises(ValueError, match="width 18 must be heads"):
        tiny(width=18)
