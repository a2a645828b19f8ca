"""The two sides of a stereo recording: whether each has a voice of its own, and one of them by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from audio.side import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.block import Block

# A room heard by two microphones differs by less; telephones keep the two ends of a line this far apart and farther.
_ALIKE = 0.1  # of the power: what the sides differ by, to what they have


class Apart:
    """Feed it a recording's blocks; `told` says at the end whether its two sides are two sounds."""

    def __init__(self) -> None:
        self._power = 0.0
        self._difference = 0.0

    def hear(self, block: Block) -> None:
        if block.samples.shape[1] == 2:  # noqa: PLR2004 - a left and a right
            left, right = np.nan_to_num(block.samples.astype(np.float64)).T
            self._power += float(left @ left + right @ right)
            self._difference += float((left - right) @ (left - right))

    @property
    def told(self) -> bool:
        return self._difference > _ALIKE * self._power


def one_side(blocks: Iterable[Block], side: Side) -> Iterator[Block]:
    """Mono blocks: that side alone, or the mean of all channels."""
    for block in blocks:
        if side is Side.BOTH or block.samples.shape[1] == 1:
            samples = block.samples.mean(axis=1, keepdims=True, dtype=np.float32)
        else:
            samples = block.samples[:, [0 if side is Side.LEFT else 1]]
        yield replace(block, samples=samples)
