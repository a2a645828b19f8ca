"""The level of the room, out of the levels of everything."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from audio.block import Block
from audio.envelope import SILENCE_DBFS, Envelope, Levels
from audio.frames import frames

QUIET_SHARE = 25  # per cent: speech fills less than three quarters of any few seconds
_ALIVE_DBFS = SILENCE_DBFS + 5  # below it is digital silence: a gate or a muted line, not a room


def floor_and_spread(levels: Levels) -> tuple[float, float]:
    """The noise floor in dBFS and how far it moves (dB from its quiet moments up to the floor)."""
    alive = levels[levels > _ALIVE_DBFS]
    if 2 * len(alive) <= len(levels):
        return SILENCE_DBFS, 0.0  # most of it was gated away: what is heard is no room
    # Plain order statistics: a tenth of the time that numpy's interpolating percentile takes.
    tenth, quarter = len(alive) // 10, len(alive) * QUIET_SHARE // 100
    ordered = np.partition(alive, (tenth, quarter))
    return float(ordered[quarter]), float(ordered[quarter] - ordered[tenth])


def loudest_over_floor(blocks: Iterable[Block]) -> float:
    """How far the loudest 10 ms of a sound stand over its room, dB."""
    envelope = Envelope()
    levels = [envelope.push(batch.samples) for batch in frames(blocks) if len(batch.samples)]
    if not levels:
        return 0.0
    every = np.concatenate(levels)
    return float(every.max() - floor_and_spread(every)[0])


class Histogram:
    """Counts levels in steps of 0.5 dB, so that hours of sound take no more room than seconds."""

    def __init__(self) -> None:
        self._counts = np.zeros(2 * int(-SILENCE_DBFS) + 41, np.int64)

    def push(self, levels: Levels) -> None:
        steps = np.clip(np.rint((levels - SILENCE_DBFS) * 2), 0, len(self._counts) - 1).astype(np.int64)
        self._counts += np.bincount(steps, minlength=len(self._counts))

    def floor(self) -> float:
        """The level that a quarter of all that was not digital silence lies below, dBFS."""
        alive = self._counts.copy()
        alive[:10] = 0
        if not alive.any():
            return SILENCE_DBFS
        below = np.cumsum(alive)
        return float(np.searchsorted(below, below[-1] * QUIET_SHARE / 100)) / 2 + SILENCE_DBFS
