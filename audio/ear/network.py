"""The ear's network in numpy: dilated convolutions over time that name each 10 ms.

Its weights come from audio/training and stand in assets/ear as float16. One frame's answer depends on `BEFORE`
frames before it and `AFTER` after it; where the window ends sooner, the missing ones count as zeros.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

import assets
from audio.ear.features import Features

Posteriors = npt.NDArray[np.float32]  # shape (frames, 4), rows sum to 1
Weights = npt.NDArray[np.float32]

NOTHING, OK, FAREWELL, OTHER = range(4)
CLASSES = 4


@dataclass(frozen=True, slots=True)
class Layer:
    """A residual convolution: `weights` has shape (taps, channels, channels), `left` and `right` pad its input."""

    weights: Weights
    bias: Weights
    dilation: int
    left: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    enter: Weights
    enter_bias: Weights
    layers: tuple[Layer, ...]
    leave: Weights
    leave_bias: Weights

    @property
    def before(self) -> int:
        """How many earlier frames an answer depends on."""
        return sum(layer.left for layer in self.layers)

    @property
    def after(self) -> int:
        return sum(layer.right for layer in self.layers)

    def __call__(self, features: Features) -> Posteriors:
        hidden = np.maximum(features @ self.enter + self.enter_bias, 0.0)
        for layer in self.layers:
            hidden += _convolved(hidden, layer)
        return _softmax(hidden @ self.leave + self.leave_bias)


def _convolved(hidden: Weights, layer: Layer) -> Weights:
    frames = len(hidden)
    padded = np.pad(hidden, ((layer.left, layer.right), (0, 0)))
    out = padded[:frames] @ layer.weights[0]
    for tap in range(1, len(layer.weights)):
        out += padded[tap * layer.dilation : tap * layer.dilation + frames] @ layer.weights[tap]
    out += layer.bias
    heard: Weights = np.maximum(out, 0.0)
    return heard


def _softmax(scores: Weights) -> Posteriors:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Posteriors = powers / powers.sum(axis=1, keepdims=True)
    return shares


@cache
def network() -> Network | None:
    """The network that ships with the program; None where its weights are missing."""
    stored = files(assets) / "ear" / "ear.npz"
    if not stored.is_file():
        return None
    with stored.open("rb") as file, np.load(file) as weights:
        return unpacked(dict(weights))


def unpacked(stored: dict[str, npt.NDArray[np.generic]]) -> Network:
    """From the arrays of an .npz as the training writes it."""

    def weight(name: str) -> Weights:
        return np.ascontiguousarray(stored[name], dtype=np.float32)

    layers = tuple(
        Layer(weight(f"weights{i}"), weight(f"bias{i}"), *(int(number) for number in row))
        for i, row in enumerate(stored["layers"])
    )
    return Network(weight("enter"), weight("enter_bias"), layers, weight("leave"), weight("leave_bias"))
