"""A waveform as bars: the largest |sample| of each 20 ms, the same however the sound was cut into blocks."""

from __future__ import annotations

import numpy as np

from audio.block import Block, Samples

HOP_S = 0.02


class PeakMeter:
    """Feed blocks of one rate; each call returns the bars that are complete now. `rest()` is the last, shorter one."""

    def __init__(self) -> None:
        self._heard = 0
        self._bars = 0
        self._open = 0.0

    def hear(self, block: Block) -> tuple[float, ...]:
        loudest = _loudest(block.samples)
        done: list[float] = []
        while len(loudest) >= (room := self._end_of_bar(block.rate_hz) - self._heard):
            done.append(max(self._open, float(loudest[:room].max(initial=0.0))))
            loudest = loudest[room:]
            self._heard += room
            self._bars += 1
            self._open = 0.0
        self._open = max(self._open, float(loudest.max(initial=0.0)))
        self._heard += len(loudest)
        return tuple(done)

    def rest(self, rate_hz: int) -> tuple[float, ...]:
        """What was heard after the last whole bar, if anything."""
        return (self._open,) if self._heard > self._end_of_bar(rate_hz, -1) else ()

    def _end_of_bar(self, rate_hz: int, more: int = 0) -> int:
        # Rounded each time anew: at 11 025 Hz a hop is no whole number of samples, and must not drift.
        return round((self._bars + 1 + more) * HOP_S * rate_hz)


def bars(samples: Samples, rate_hz: int) -> tuple[float, ...]:
    """Of a whole sound, mono."""
    meter = PeakMeter()
    return (*meter.hear(Block(samples[:, None], rate_hz)), *meter.rest(rate_hz))


def _loudest(samples: Samples) -> Samples:
    """The largest |sample| over the channels."""
    loudest: Samples = np.abs(samples).max(axis=1, initial=0.0)
    return loudest
