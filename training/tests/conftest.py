"""Tests share the machine's cores with whatever else runs: one thread each."""

import torch

torch.set_num_threads(1)
