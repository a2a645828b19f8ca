"""The level of the newest sound and of the room, for a needle that moves while nothing is measured."""

from __future__ import annotations

from collections import deque

import numpy as np

from audio.block import Block

FLOOR_DBFS = -120.0
ROOM_S = 3.0
QUIET = 0.1  # the room is what is left in the quietest tenth of the time


class LevelMeter:
    """Levels are RMS over each block, in dB below full scale; the room's over the newest three seconds."""

    def __init__(self) -> None:
        self.level_dbfs = FLOOR_DBFS
        self._levels: deque[tuple[float, float]] = deque()
        self._held_s = 0.0

    def hear(self, block: Block) -> None:
        length_s = len(block.samples) / block.rate_hz
        if not length_s:
            return
        power = float(np.mean(np.square(block.samples, dtype=np.float64)))
        self.level_dbfs = max(FLOOR_DBFS, 10 * np.log10(power)) if power else FLOOR_DBFS
        self._levels.append((self.level_dbfs, length_s))
        self._held_s += length_s
        while self._held_s - self._levels[0][1] >= ROOM_S:
            self._held_s -= self._levels.popleft()[1]

    @property
    def noise_dbfs(self) -> float:
        levels = sorted(level for level, _ in self._levels)
        return levels[int(QUIET * len(levels))] if levels else FLOOR_DBFS
