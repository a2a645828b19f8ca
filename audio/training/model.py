"""The ear's network in torch, and the same in the arrays that audio.ear.network reads."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from audio.ear.features import BANDS
from audio.ear.network import CLASSES

CHANNELS = 64
TAPS = 3
DILATIONS = (1, 2, 4, 8, 16, 32, 1)
AFTER = 32  # frames it may look ahead: the program looks at a region 0.35 s after it fell quiet


class Net(nn.Module):
    """Residual dilated convolutions; the look-ahead is given out from the first layer on until it is used up."""

    def __init__(self, channels: int = CHANNELS, after: int = AFTER, dropped: float = 0.1) -> None:
        super().__init__()
        self.enter = nn.Conv1d(2 * BANDS, channels, 1)
        self.layers = nn.ModuleList(nn.Conv1d(channels, channels, TAPS, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.BatchNorm1d(channels) for _ in DILATIONS)
        self.leave = nn.Conv1d(channels, CLASSES, 1)
        self.dropped = dropped
        self.pads: list[tuple[int, int]] = []
        for dilation in DILATIONS:
            right = min(dilation * (TAPS - 1) // 2, after)
            after -= right
            self.pads.append(((TAPS - 1) * dilation - right, right))

    def forward(self, features: Tensor) -> Tensor:
        """Shape (batch, 2 * BANDS, frames) in, scores (batch, CLASSES, frames) out."""
        hidden = nn.functional.relu(self.enter(features))
        for layer, norm, pad in zip(self.layers, self.norms, self.pads, strict=True):
            said = nn.functional.relu(norm(layer(nn.functional.pad(hidden, pad))))
            hidden = hidden + nn.functional.dropout1d(said, self.dropped, self.training)
        scores: Tensor = self.leave(hidden)
        return scores


def arrays(net: Net) -> dict[str, npt.NDArray[np.generic]]:
    """Its weights as stored, the normalisation folded into the convolutions."""

    def half(tensor: Tensor) -> npt.NDArray[np.float16]:
        return tensor.detach().numpy().astype(np.float16)

    stored: dict[str, npt.NDArray[np.generic]] = {
        "enter": half(net.enter.weight[:, :, 0].T),
        "enter_bias": half(net.enter.bias),
        "leave": half(net.leave.weight[:, :, 0].T),
        "leave_bias": half(net.leave.bias),
        "layers": np.array([[d, *pad] for d, pad in zip(DILATIONS, net.pads, strict=True)], np.int32),
    }
    for i, (layer, norm) in enumerate(zip(net.layers, net.norms, strict=True)):
        gain = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        stored[f"weights{i}"] = half((layer.weight * gain[:, None, None]).permute(2, 1, 0))
        stored[f"bias{i}"] = half((layer.bias - norm.running_mean) * gain + norm.bias)
    return stored


def averaged(into: dict[str, Tensor], state: dict[str, Tensor], keep: float) -> None:
    """A running mean of the weights, which is steadier than any one of them."""
    for name, value in state.items():
        if value.dtype.is_floating_point:
            into[name].mul_(keep).add_(value, alpha=1 - keep)
        else:
            into[name].copy_(value)
