"""Fits the network to composed scenes: a fixed number of steps from a fixed seed."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import nn

from audio.training.model import Net, arrays, averaged
from audio.training.scene import UNTOLD
from audio.training.shards import Example
from audio.training.windows import batch

BATCH = 24
PEAK_RATE = 2.5e-3
_WARM_UP = 100
_CLASS_WEIGHTS = (1.0, 1.3, 1.3, 1.3)
_REPORT_EVERY = 200

Examples = Callable[[], list[Example]]  # asked anew now and then: more may have been composed meanwhile


def fit(examples: Examples, steps: int, into: Path, *, seed: int = 1, threads: int = 1, channels: int = 64) -> Net:
    """Train, and leave the averaged weights in the file `into` (.npz) as the program reads them."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    rng = np.random.default_rng([13, seed])
    net = Net(channels)
    optimizer = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=1e-3)
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    weights = torch.tensor(_CLASS_WEIGHTS)
    known = examples()
    losses: list[float] = []
    began = time.monotonic()
    for step in range(steps):
        if step % _REPORT_EVERY == 0:
            known = examples()
        for group in optimizer.param_groups:
            group["lr"] = PEAK_RATE * _schedule(step, steps)
        features, labels = (torch.from_numpy(array) for array in batch(rng, known, BATCH))
        net.train()
        scores = net(features)
        loss = nn.functional.cross_entropy(scores, labels.long(), ignore_index=UNTOLD, weight=weights)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        averaged(mean, net.state_dict(), min(0.998, step / (step + 20)))
        losses.append(float(loss.item()))
        if (step + 1) % _REPORT_EVERY == 0:
            lately = sum(losses[-_REPORT_EVERY:]) / _REPORT_EVERY
            spent = time.monotonic() - began
            sys.stderr.write(f"step {step + 1} of {steps}, {len(known)} scenes, loss {lately:.4f}, {spent:.0f} s\n")
            sys.stderr.flush()
            _save(net, mean, into)
    return _save(net, mean, into)


def _schedule(step: int, steps: int) -> float:
    """Warm up, full rate for a third of the time, then a cosine down."""
    warm, done = min(1.0, (step + 1) / _WARM_UP), step / steps
    return warm * (1.0 if done < 1 / 3 else max(0.01, 0.5 * (1 + math.cos(math.pi * (done - 1 / 3) * 1.5))))


def _save(net: Net, mean: dict[str, torch.Tensor], into: Path) -> Net:
    best = Net(net.enter.out_channels)
    best.load_state_dict(mean)
    best.eval()
    into.parent.mkdir(parents=True, exist_ok=True)
    np.savez(into, **arrays(best))  # type: ignore[arg-type, unused-ignore]
    return best
