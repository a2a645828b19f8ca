"""How the pitch and the level of a word move: F0 by Praat's method, every 15 ms."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import soxr

from audio.block import Samples
from audio.envelope import SILENCE_DBFS
from audio.frames import RATE

Curve = npt.NDArray[np.float64]

STEP_S = 0.015
FLOOR_HZ, CEILING_HZ = 75.0, 600.0  # Praat's own
LEAST_STRENGTH = 0.45  # of the autocorrelation, where Praat begins to call it voice; the library's own
VOICING = 0.3  # threshold weighs strengths that are too high in noise and too low in voices: it is only a first sieve
SHORTEST_RUN = 3  # moments; voicing that is over sooner is chance
LARGEST_LEAP_ST = 7.0  # between voiced neighbours; what leaps further is the octave that creak makes of a voice ...
LARGEST_STEP_ST = 10.0  # ... and so much from one syllable to the next
BETWEEN_SYLLABLES = 3  # moments without voice
_LOW_RATE = 4_000  # Hz: what tells F0 lies far below half of it, and it costs a quarter of the time
_AROUND_S = 0.03  # more than half of the window, which takes three periods of the lowest pitch


@dataclass(frozen=True, slots=True)
class Contour:
    """The curves of a stretch of sound, each of shape (n,): one value for each of `times`, in seconds of that sound.

    `f0_hz` is NaN where nothing is voiced, or too little to tell. `levels_dbfs` are RMS levels of STEP_S around each
    moment, of what lies below 2 kHz.
    """

    times: Curve
    f0_hz: Curve
    levels_dbfs: Curve

    def semitones(self, middle_hz: float) -> Curve:
        """F0 over a voice's own middle, shape (n,), so that two voices can be laid over one another."""
        over: Curve = 12.0 * np.log2(self.f0_hz / middle_hz)
        return over

    def steady(self) -> Contour:
        """Without what noise and creak make of a voice: islets of a few moments, and all beyond a leap of an octave."""
        voiced = np.flatnonzero(np.isfinite(self.f0_hz))
        runs = np.split(voiced, np.flatnonzero(np.diff(voiced) > 1) + 1)
        long = np.concatenate([run for run in runs if len(run) >= SHORTEST_RUN] or [voiced[:0]])
        limits = np.where(np.diff(long) > BETWEEN_SYLLABLES, LARGEST_STEP_ST, LARGEST_LEAP_ST)
        leaps = np.abs(12.0 * np.diff(np.log2(self.f0_hz[long]))) > limits
        kept = max(np.split(long, np.flatnonzero(leaps) + 1), key=len)
        f0_hz = np.full(len(self.f0_hz), np.nan)
        f0_hz[kept] = self.f0_hz[kept]
        return replace(self, f0_hz=f0_hz)


def contour(samples: Samples, start: float, end: float, step_s: float = STEP_S) -> Contour:
    """The curves of 16 kHz mono `samples` from `start` to `end`, in seconds; the sound around them is not needed."""
    from praatfan_rust import Sound  # noqa: PLC0415 - a large library, which a start-up need not wait for

    first = max(0, round((start - _AROUND_S) * RATE))
    part = np.asarray(samples[first : max(first, round((end + _AROUND_S) * RATE))], dtype=np.float32)
    if len(part) < 3 * _AROUND_S * RATE or not part.any():
        nothing = np.empty(0)
        return Contour(nothing, nothing, nothing)
    low = soxr.resample(part, RATE, _LOW_RATE, quality="LQ").astype(np.float64)
    pitch = Sound(low, _LOW_RATE).to_pitch_ac(step_s, FLOOR_HZ, CEILING_HZ, VOICING)
    times = np.asarray(pitch.xs(), dtype=np.float64)
    f0_hz = np.where(np.asarray(pitch.raw_ac_strengths()) < LEAST_STRENGTH, np.nan, np.asarray(pitch.values()))
    return Contour(first / RATE + times, f0_hz, _levels(low, times))


def _levels(low: Curve, times: Curve) -> Curve:
    """Of the STEP_S around each moment."""
    sums = np.concatenate(([0.0], np.cumsum(low * low)))
    middles = np.round(times * _LOW_RATE).astype(int)
    half = round(STEP_S / 2 * _LOW_RATE)
    begin, end = np.maximum(middles - half, 0), np.minimum(middles + half, len(low))
    power = (sums[end] - sums[begin]) / np.maximum(end - begin, 1)
    levels: Curve = 10.0 * np.log10(np.maximum(power, 10 ** (SILENCE_DBFS / 10)))
    return levels
