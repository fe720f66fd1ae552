"""The model: a small decoder-only transformer, the same for every size.

Pre-norm RMSNorm, rotary positions, GELU (tanh form), an MLP of four times the width, one embedding for reading and
writing, no biases, no dropout. `onnx_writer.py` writes exactly this graph: a change here is a change there.
"""

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

EPSILON = 1e-6
ROPE_BASE = 100.0

# Keys (already rotated) and values [B, H, T, hd] of the tokens read so far: of one layer, and of all.
LayerCache = tuple[Tensor, Tensor]
Cache = list[LayerCache]


@dataclass(frozen=True)
class GPTConfig:
    layers: int
    heads: int
    width: int
    vocabulary_size: int
    max_length: int = 128

    def __post_init__(self) -> None:
        if self.width % self.heads or self.head_width % 2:
            raise ValueError(f"width {self.width} must be heads ({self.heads}) times an even number")

    @property
    def head_width(self) -> int:
        return self.width // self.heads


def rotary_tables(config: GPTConfig) -> tuple[Tensor, Tensor]:
    """Cosines and sines [max_length, head_width]; the two halves of a head turn by the same angles."""
    half = config.head_width // 2
    # In double precision, so that the tables in an ONNX file are the same on every machine.
    frequencies = ROPE_BASE ** (-torch.arange(half, dtype=torch.float64) / half)
    angles = torch.arange(config.max_length, dtype=torch.float64)[:, None] * frequencies
    angles = torch.cat([angles, angles], dim=1)
    return angles.cos().float(), angles.sin().float()


def rotate_half(x: Tensor) -> Tensor:
    first, second = x.chunk(2, dim=-1)
    return torch.cat([-second, first], dim=-1)


def padding_mask(n_padding: Tensor, first: int, length: int) -> Tensor:
    """Who sees whom [B, 1, length - first, length]: all before and oneself, but for padding, which only sees itself."""
    place = torch.arange(length, device=n_padding.device)
    is_text = place >= n_padding[:, None, None, None]
    asking = place[first:, None]
    return (place <= asking) & is_text | (place == asking)


class RMSNorm(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        return F.rms_norm(x, self.weight.shape, self.weight, EPSILON)


class Block(nn.Module):
    def __init__(self, config: GPTConfig):
        super().__init__()
        self.heads, self.head_width = config.heads, config.head_width
        self.norm_attention = RMSNorm(config.width)
        self.qkv = nn.Linear(config.width, 3 * config.width, bias=False)
        self.projection = nn.Linear(config.width, config.width, bias=False)
        self.norm_mlp = RMSNorm(config.width)
        self.up = nn.Linear(config.width, 4 * config.width, bias=False)
        self.down = nn.Linear(4 * config.width, config.width, bias=False)

    def forward(
        self,
        x: Tensor,
        cos: Tensor,
        sin: Tensor,
        past: LayerCache | None = None,
        first: int = 0,
        n_padding: Tensor | None = None,
    ) -> tuple[Tensor, LayerCache]:
        """Reads `x` [B, T, C]; returns the positions from `first` on, [B, T - first, C], and the longer cache.

        Nobody looks at the first `n_padding` [B] positions of the whole text.
        """
        batch, length, width = x.shape
        # [B, T, 3H, hd]: the heads of q, then of k, then of v.
        heads = self.qkv(self.norm_attention(x)).view(batch, length, 3 * self.heads, self.head_width)
        qk, v = heads.split([2 * self.heads, self.heads], dim=2)
        qk = qk * cos + rotate_half(qk) * sin
        q, k = qk.transpose(1, 2).chunk(2, dim=1)
        v = v.transpose(1, 2)
        x, q, n_read = x[:, first:], q[:, :, first:], length - first
        before = past[0].shape[2] if past is not None else 0
        if past is not None:
            k, v = torch.cat([past[0], k], dim=2), torch.cat([past[1], v], dim=2)
        mask = None
        if before + first and n_read > 1:  # a single token at the end sees everything
            ones = torch.ones(n_read, before + length, dtype=torch.bool, device=x.device)
            mask = ones.tril(before + first)
        if n_padding is not None:
            mask = padding_mask(n_padding, before + first, before + length)
        is_whole = before + first == 0 and mask is None
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, is_causal=is_whole)
        x = x + self.projection(mixed.transpose(1, 2).reshape(batch, n_read, width))
        return x + self.down(F.gelu(self.up(self.norm_mlp(x)), approximate="tanh")), (k, v)


class GPT(nn.Module):
    def __init__(self, config: GPTConfig):
        super().__init__()
        self.config = config
        self.embedding = nn.Embedding(config.vocabulary_size, config.width)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.layers))
        self.norm = RMSNorm(config.width)
        cos, sin = rotary_tables(config)
        self.register_buffer("cos", cos[:, None], persistent=False)
        self.register_buffer("sin", sin[:, None], persistent=False)
        self.initialise()

    def initialise(self) -> None:
        # GPT-2's 0.02 at its width of 768, in proportion: 0.02 would make narrow models start almost silent.
        std = 0.55 / self.config.width**0.5
        for name, parameter in self.named_parameters():
            if name.endswith(("projection.weight", "down.weight")):
                nn.init.normal_(parameter, std=std / (2 * self.config.layers) ** 0.5)
            elif parameter.dim() > 1:
                nn.init.normal_(parameter, std=std)

    def forward(self, ids: Tensor) -> Tensor:
        """Logits [B, T, V] for the token after each of `ids` [B, T].

        Rows may be padded on the right: attention is causal, so padding cannot be seen.
        """
        return self.read(ids)[0]

    def read(self, ids: Tensor, cache: Cache | None = None) -> tuple[Tensor, Cache]:
        """Reads `ids` [B, S] after the tokens of `cache`; returns their logits [B, S, V] and the longer cache.

        Nothing is padded: the rows of a batch have the same length.
        """
        x, longer = self.hidden(ids, cache)
        return self.logits(x), longer

    def hidden(self, ids: Tensor, cache: Cache | None = None, first: int = 0) -> tuple[Tensor, Cache]:
        """The last residual stream [B, S - first, C] of the positions from `first` on, and the longer cache.

        The last layer is not worked out for the earlier positions: no later layer would read them.
        """
        return self.transform(self.embedding(ids), cache, first)

    def transform(
        self, x: Tensor, cache: Cache | None = None, first: int = 0, n_padding: Tensor | None = None
    ) -> tuple[Tensor, Cache]:
        """The same from the input vectors [B, S, C] themselves: embeddings of tokens, or whatever stands in their place.

        With `n_padding` [B], that many positions at the start of each row are padding, for rows of different lengths.
        """
        before = cache[0][0].shape[2] if cache else 0
        positions = slice(before, before + x.shape[1])
        cos, sin = self.cos[positions], self.sin[positions]
        longer = []
        for layer, block in enumerate(self.blocks):
            is_last = layer + 1 == len(self.blocks)
            x, layer_cache = block(
                x, cos, sin, cache[layer] if cache else None, first if is_last else 0, n_padding
            )
            longer.append(layer_cache)
        return x, longer

    def logits(self, x: Tensor) -> Tensor:
        """Logits [..., V] from the residual stream [..., C]."""
        return F.linear(self.norm(x), self.embedding.weight)

    def parameter_count(self) -> int:
        return sum(parameter.numel() for parameter in self.parameters())
