"""Sound that is kept in memory for as long as it is tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audio.block import Block
from audio.frames import RATE, frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audio.block import Samples


class Memory:
    """`keep` passes blocks through; a `Recorder` for a `Take` as well."""

    failed: str | None = None

    def __init__(self) -> None:
        self._blocks: list[Block] = []

    @property
    def seconds(self) -> float:
        return sum(len(block.samples) / block.rate_hz for block in self._blocks)

    @property
    def sound(self) -> Block:
        """All of it as one block."""
        if not self._blocks:
            return Block(np.empty((0, 1), np.float32), RATE)
        return Block(np.concatenate([block.samples for block in self._blocks]), self._blocks[0].rate_hz)

    def keep(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            self.write(block)
            yield block

    def write(self, block: Block) -> None:
        self._blocks.append(block)

    def close(self) -> None:
        """It stays until it is forgotten."""

    def discard(self) -> None:
        self._blocks.clear()


def at_16_khz(sound: Block) -> Samples:
    """Mono, as the engine hears it."""
    pieces = [batch.samples.reshape(-1) for batch in frames([sound])]
    return np.concatenate(pieces) if pieces else np.empty(0, np.float32)


def for_seconds(blocks: Iterator[Block], seconds: float) -> Iterator[Block]:
    """The sound up to there, in whole blocks."""
    left = seconds
    while left > 0:
        block = next(blocks, None)
        if block is None:
            return
        left -= len(block.samples) / block.rate_hz
        yield block
