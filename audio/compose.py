"""Takes made of single words with gaps known to the sample: for samples to hear, for tests and for measuring."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from audio.block import Samples
from audio.segment import Segment

WORD_DROP_DB = 30.0


@dataclass(frozen=True, slots=True)
class Composed:
    """`samples` is mono, full scale ±1; `words` says where each word truly is."""

    samples: Samples
    rate_hz: int
    words: tuple[Segment, ...]


def trim(word: Samples, rate_hz: int) -> Samples:
    """From its first to its last 10 ms within 30 dB of its own loudest 10 ms: what a word *is* here.

    Raises ValueError when there is nothing to hear in it.
    """
    width = rate_hz // 100
    if len(word) < width or not np.any(word):
        raise ValueError("there is no sound in this word")
    power = np.convolve(word.astype(np.float64) ** 2, np.ones(width), "valid")
    loud = np.flatnonzero(power > power.max() * 10 ** (-WORD_DROP_DB / 10))
    return word[loud[0] : loud[-1] + width]


def compose(
    words: Iterable[tuple[float, Samples]],
    rate_hz: int,
    *,
    tail_s: float,
    noise_dbfs: float | None = -65.0,
    seed: int = 0,
) -> Composed:
    """Lay words out in time. Each comes with the silence before it in seconds; `tail_s` follows the last.

    The words are trimmed first, so that a gap of 0.8 s is 0.8 s between their ends. Faint room noise lies under all.
    """
    pieces: list[Samples] = []
    truth: list[Segment] = []
    at = 0
    for gap_s, sound in words:
        word = trim(sound, rate_hz)
        pieces += [np.zeros(round(gap_s * rate_hz), np.float32), word.astype(np.float32)]
        at += len(pieces[-2])
        truth.append(Segment(at / rate_hz, (at + len(word)) / rate_hz))
        at += len(word)
    pieces.append(np.zeros(round(tail_s * rate_hz), np.float32))
    samples = np.concatenate(pieces)
    if noise_dbfs is not None:
        samples = samples + room(len(samples), noise_dbfs, seed)
    return Composed(samples.astype(np.float32), rate_hz, tuple(truth))


def room(length: int, dbfs: float, seed: int) -> Samples:
    """Steady room noise, a little darker than white, at an RMS level in dBFS."""
    white = np.random.default_rng(seed).standard_normal(length + 2)
    noise = (white[2:] + white[1:-1] + 0.5 * white[:-2]).astype(np.float32)
    scale = 10 ** (dbfs / 20) / max(float(np.sqrt(np.mean(noise.astype(np.float64) ** 2))), 1e-12) if length else 0.0
    return (noise * scale).astype(np.float32)
