"""The tone of a line on which nobody is any more: busy, congestion or dial tone, whatever the country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from audio.frames import RATE, Resampler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.block import Block, Samples

WINDOW: Final = 640  # samples, 40 ms: bins of 25 Hz
WINDOW_S: Final = WINDOW / RATE
TONES_HZ: Final = (300.0, 660.0)  # 350 and 440 to dial, 480 and 620 when busy; one of 400 to 450 elsewhere
HEARD_HZ: Final = (100.0, 3800.0)
WIDTH: Final = 2  # bins to each side that one sine fills under a Hann window
SHARE: Final = 0.9  # of all there is: one or two sines and nothing else
QUIETEST_DBFS: Final = -55.0
BURST_S: Final = 0.2  # no vowel stands so still for so long ...
WITHIN_S: Final = 1.5  # ... and comes again at the same pitch so soon
STEADY_S: Final = 2.5  # longer than any ringing

Pitch = tuple[int, int]  # the strongest bin, and the strongest that is not its neighbour


class LineTone:
    """Feed it the blocks of one source; each time there is a tone, it yields the second at which it began."""

    def __init__(self) -> None:
        self._resampler: Resampler | None = None
        self._rest = np.empty(0, np.float32)
        self._windows = 0  # heard so far
        self._pitch: Pitch | None = None
        self._began = 0.0
        self._burst: tuple[float, float, Pitch] | None = None  # the last one: from, to, and how high
        self._told = False
        self._hann = np.hanning(WINDOW + 2)[1:-1].astype(np.float32)

    def hear(self, block: Block) -> Iterator[float]:
        self._resampler = self._resampler or Resampler(block.rate_hz)
        self._rest = np.concatenate((self._rest, self._resampler.push(block.samples)))
        whole = len(self._rest) // WINDOW
        for window in self._rest[: whole * WINDOW].reshape(-1, WINDOW):
            yield from self._step(self._pitch_of(window))
            self._windows += 1
        self._rest = self._rest[whole * WINDOW :]

    def _step(self, pitch: Pitch | None) -> Iterator[float]:
        now = self._windows * WINDOW_S
        if self._pitch is not None and (pitch is None or not _same(pitch, self._pitch)):
            if now - self._began >= BURST_S - 1e-9:
                self._burst = self._began, now, self._pitch
            self._pitch = None
        if pitch is None:
            self._told = self._told and self._burst is not None and now - self._burst[1] <= WITHIN_S
            return
        if self._pitch is None:
            self._pitch, self._began = pitch, now
        lasted = now + WINDOW_S - self._began
        if self._told or lasted < BURST_S - 1e-9:
            return
        again = self._burst is not None and self._began - self._burst[1] <= WITHIN_S and _same(pitch, self._burst[2])
        if again or lasted >= STEADY_S:
            self._told = True
            yield self._burst[0] if again and self._burst is not None else self._began

    def _pitch_of(self, window: Samples) -> Pitch | None:
        """None where there is anything else than one or two sines."""
        power = np.abs(np.fft.rfft(window * self._hann)) ** 2
        low, high = (round(edge * WINDOW_S) for edge in HEARD_HZ)
        power[:low] = 0.0
        power[high:] = 0.0
        total = float(power.sum())
        if 10 * np.log10(total / WINDOW**2 * 16 / 3 + 1e-12) < QUIETEST_DBFS:
            return None
        first, strongest = _take(power)
        second, next_strongest = _take(power)
        if strongest + next_strongest < SHARE * total:
            return None
        if next_strongest < 0.05 * strongest:
            second = first
        inside = all(TONES_HZ[0] <= bin_ / WINDOW_S <= TONES_HZ[1] for bin_ in (first, second))
        return (min(first, second), max(first, second)) if inside else None


def _take(power: npt.NDArray[np.float32]) -> tuple[int, float]:
    """The strongest sine and its power, which is taken out."""
    peak = int(np.argmax(power))
    around = slice(max(0, peak - WIDTH), peak + WIDTH + 1)
    taken = float(power[around].sum())
    power[around] = 0.0
    return peak, taken


def _same(one: Pitch, other: Pitch) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(one, other, strict=True))
