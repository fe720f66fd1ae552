"""Writes a model as an int8 ONNX file, node by node: the graph is known, and without an exporter the file is small.

The contract (`crates/engine/src/architecture.txt` has every node of it, and the engine reads nothing else):

    inputs   ids i64 [B,S], positions i64 [B,S],
             mask f32 [B,1,S,T], T = P+S: 0, or MASKED where a token must not look,
             past_k.{l}, past_v.{l} f32 [B,H,P,hd], keys already rotated; P may be 0
    outputs  logits f32 [B,S,V], present_k.{l}, present_v.{l} f32 [B,H,T,hd]
    inside   attention.{l} f32 [B,H,S,T], the softmax of layer l

Matrices and the embedding are int8, symmetric, one scale per output channel, under DequantizeLinear; norms are f32.
"""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor

from .gpt import EPSILON, GPT, rotary_tables

OPSET = 18
MASKED = -1e9
# Engines fold int8 to f32 when they load a model; some only below 4 MiB, else on every run.
MAX_ELEMENTS = 1_048_576

Quantised = tuple[np.ndarray, np.ndarray, int]


def quantise(state: dict[str, Tensor]) -> dict[str, Quantised]:
    """Every matrix as (int8 values, f32 scales, channel axis).

    Axis 0 is the output channel of a Linear and the token of the embedding.
    """
    result = {}
    for name, tensor in state.items():
        if tensor.dim() != 2:
            continue
        values = tensor.detach().float().cpu().numpy()
        scales = np.maximum(np.abs(values).max(axis=1), 1e-12).astype(np.float32) / np.float32(127)
        whole = np.clip(np.rint(values / scales[:, None]), -127, 127).astype(np.int8)
        result[name] = (whole, scales, 0)
    return result


def dequantised_state(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The state that the int8 file stands for, in f32: the reference for parity and for a card's accuracy."""
    result = {name: tensor.detach().float().cpu().clone() for name, tensor in state.items()}
    for name, (whole, scales, _) in quantise(state).items():
        result[name] = torch.from_numpy(whole.astype(np.float32) * scales[:, None])
    return result


def dequantised(model: GPT) -> GPT:
    """A copy of the model with the weights that its int8 file stands for."""
    copy = GPT(model.config)
    copy.load_state_dict(dequantised_state(model.state_dict()))
    return copy.eval()


def write_onnx(model: GPT, path: str | Path) -> None:
    Path(path).write_bytes(onnx_bytes(model))


class _Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initialisers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        if value.size >= MAX_ELEMENTS:
            raise ValueError(f"{name} has {value.size} elements; the engine folds fewer than {MAX_ELEMENTS}")
        if all(known.name != name for known in self.initialisers):
            self.initialisers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, op: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, [output], **attributes))
        return output


def onnx_bytes(model: GPT) -> bytes:
    config = model.config
    layers, heads, head_width, width = config.layers, config.heads, config.head_width, config.width
    state = model.state_dict()
    quantised = quantise(state)
    g = _Graph()

    def weights(name: str, transpose: bool) -> str:
        whole, scales, axis = quantised[name]
        if transpose:
            whole, axis = whole.T, 1 - axis
        values = g.constant(f"{name}.int8", whole)
        return g.add("DequantizeLinear", [values, g.constant(f"{name}.scales", scales)], name, axis=axis)

    def number(name: str, value: float) -> str:
        return g.constant(name, np.array(value, dtype=np.float32))

    def shape(name: str, values: list[int]) -> str:
        return g.constant(name, np.array(values, dtype=np.int64))

    def norm(x: str, name: str) -> str:
        """x / sqrt(mean(x^2) + epsilon) * weight"""
        squares = g.add("Mul", [x, x], f"{name}.squares")
        mean = g.add("ReduceMean", [squares, shape("last_axis", [-1])], f"{name}.mean", keepdims=1)
        shifted = g.add("Add", [mean, number("epsilon", EPSILON)], f"{name}.shifted")
        root = g.add("Sqrt", [shifted], f"{name}.root")
        inverse = g.add("Reciprocal", [root], f"{name}.inverse")
        unit = g.add("Mul", [x, inverse], f"{name}.unit")
        weight = g.constant(f"{name}.weight", state[f"{name}.weight"].float().cpu().numpy())
        return g.add("Mul", [unit, weight], f"{name}.out")

    def gelu(x: str, name: str) -> str:
        """0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))"""
        cube = g.add("Pow", [x, number("three", 3.0)], f"{name}.cube")
        small = g.add("Mul", [cube, number("gelu_cubic", 0.044715)], f"{name}.small")
        inner = g.add("Add", [x, small], f"{name}.inner")
        scaled = g.add("Mul", [inner, number("gelu_scale", (2 / np.pi) ** 0.5)], f"{name}.scaled")
        tanh = g.add("Tanh", [scaled], f"{name}.tanh")
        gate = g.add("Add", [tanh, number("one", 1.0)], f"{name}.gate")
        product = g.add("Mul", [x, gate], f"{name}.product")
        return g.add("Mul", [product, number("half", 0.5)], f"{name}.gelu")

    def part(x: str, start: int, end: int, axis: int, output: str) -> str:
        bounds = [shape(f"at_{start}", [start]), shape(f"at_{end}", [end]), shape(f"axis_{axis}", [axis])]
        return g.add("Slice", [x, *bounds], output)

    embedding = weights("embedding.weight", transpose=False)
    x = g.add("Gather", [embedding, "ids"], "embedded", axis=0)
    # [max_length, 1, hd], so that a gathered row [B,S,1,hd] is the same for every head.
    cos, sin = (table[:, None].numpy() for table in rotary_tables(config))
    cos = g.add("Gather", [g.constant("cos_table", cos), "positions"], "cos", axis=0)
    sin = g.add("Gather", [g.constant("sin_table", sin), "positions"], "sin", axis=0)

    for layer in range(layers):
        block = f"blocks.{layer}"
        read = norm(x, f"{block}.norm_attention")
        qkv = g.add("MatMul", [read, weights(f"{block}.qkv.weight", True)], f"{block}.qkv")
        split = g.add("Reshape", [qkv, shape("by_head", [0, 0, 3 * heads, head_width])], f"{block}.heads")
        qk = part(split, 0, 2 * heads, 2, f"{block}.qk")
        v = part(split, 2 * heads, 3 * heads, 2, f"{block}.v")
        first = part(qk, 0, head_width // 2, 3, f"{block}.qk_first")
        second = part(qk, head_width // 2, head_width, 3, f"{block}.qk_second")
        minus = g.add("Neg", [second], f"{block}.qk_minus")
        half_turned = g.add("Concat", [minus, first], f"{block}.qk_half_turned", axis=3)
        along = g.add("Mul", [qk, cos], f"{block}.qk_cos")
        across = g.add("Mul", [half_turned, sin], f"{block}.qk_sin")
        turned = g.add("Add", [along, across], f"{block}.qk_turned")
        turned = g.add("Transpose", [turned], f"{block}.qk_by_head", perm=[0, 2, 1, 3])
        q = part(turned, 0, heads, 1, f"{block}.q")
        k = part(turned, heads, 2 * heads, 1, f"{block}.k")
        v = g.add("Transpose", [v], f"{block}.v_by_head", perm=[0, 2, 1, 3])
        k = g.add("Concat", [f"past_k.{layer}", k], f"present_k.{layer}", axis=2)
        v = g.add("Concat", [f"past_v.{layer}", v], f"present_v.{layer}", axis=2)
        k = g.add("Transpose", [k], f"{block}.k_columns", perm=[0, 1, 3, 2])
        scores = g.add("MatMul", [q, k], f"{block}.products")
        scores = g.add("Mul", [scores, number("attention_scale", head_width**-0.5)], f"{block}.scores")
        scores = g.add("Add", [scores, "mask"], f"{block}.masked")
        attention = g.add("Softmax", [scores], f"attention.{layer}", axis=-1)
        mixed = g.add("MatMul", [attention, v], f"{block}.mixed")
        mixed = g.add("Transpose", [mixed], f"{block}.mixed_by_token", perm=[0, 2, 1, 3])
        mixed = g.add("Reshape", [mixed, shape("by_token", [0, 0, width])], f"{block}.mixed_flat")
        written = g.add("MatMul", [mixed, weights(f"{block}.projection.weight", True)], f"{block}.projection")
        x = g.add("Add", [x, written], f"{block}.after_attention")
        up = g.add(
            "MatMul", [norm(x, f"{block}.norm_mlp"), weights(f"{block}.up.weight", True)], f"{block}.up"
        )
        down = g.add("MatMul", [gelu(up, block), weights(f"{block}.down.weight", True)], f"{block}.down")
        x = g.add("Add", [x, down], f"{block}.out")

    columns = g.add("Transpose", [embedding], "embedding.columns", perm=[1, 0])
    g.add("MatMul", [norm(x, "norm"), columns], "logits")

    def value(name: str, kind: int, dims: list[str | int]) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, kind, dims)

    f32, i64 = TensorProto.FLOAT, TensorProto.INT64
    inputs = [
        value("ids", i64, ["B", "S"]),
        value("positions", i64, ["B", "S"]),
        value("mask", f32, ["B", 1, "S", "T"]),
    ]
    outputs = [value("logits", f32, ["B", "S", config.vocabulary_size])]
    for layer in range(layers):
        for kind in "kv":
            inputs.append(value(f"past_{kind}.{layer}", f32, ["B", heads, "P", head_width]))
            outputs.append(value(f"present_{kind}.{layer}", f32, ["B", heads, "T", head_width]))
    graph = helper.make_graph(g.nodes, "gpt", inputs, outputs, g.initialisers)
    proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(proto, full_check=True)
    return proto.SerializeToString()


def feeds(model: GPT, ids: np.ndarray, past: list[np.ndarray] | None = None) -> dict[str, np.ndarray]:
    """The inputs for reading `ids` [B,S] after `past` (k and v of each layer in turn; None at the start)."""
    config = model.config
    batch, new = ids.shape
    if past is None:
        past = [np.zeros((batch, config.heads, 0, config.head_width), np.float32)] * (2 * config.layers)
    before = past[0].shape[2]
    at = np.arange(before + new)
    mask = np.where(at[None, :] <= at[before:, None], 0.0, MASKED).astype(np.float32)
    result = {
        "ids": ids.astype(np.int64),
        "positions": np.broadcast_to(at[before:], ids.shape).astype(np.int64),
        "mask": np.broadcast_to(mask, (batch, 1, *mask.shape)).copy(),
    }
    for layer in range(config.layers):
        result[f"past_k.{layer}"], result[f"past_v.{layer}"] = past[2 * layer : 2 * layer + 2]
    return result


def session(data: bytes):
    """onnxruntime as it computes unoptimised: at its default level it runs dequantised products in int8 kernels."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


@torch.no_grad()
def parity_error(model: GPT, data: bytes, seed: int = 0) -> float:
    """The largest difference of a logit between the file in onnxruntime and the dequantised model in PyTorch.

    The text is read once whole, and once in two parts through the cache.
    """
    runtime = session(data)
    generator = torch.Generator().manual_seed(seed)
    length = min(48, model.config.max_length)
    ids = torch.randint(model.config.vocabulary_size, (3, length), generator=generator)
    expected = dequantised(model)(ids).numpy()
    whole = runtime.run(None, feeds(model, ids.numpy()))[0]
    first, *past = runtime.run(None, feeds(model, ids[:, : length // 2].numpy()))
    second = runtime.run(None, feeds(model, ids[:, length // 2 :].numpy(), past))[0]
    parts = np.concatenate([first, second], axis=1)
    return float(max(np.abs(whole - expected).max(), np.abs(parts - expected).max()))
