"""Sound drawn as a string: each letter is 100 ms, unless told otherwise.

'#' the rep's voice, '+' a voice behind (20 dB quieter), '.' the room, '!' a click of 20 ms in the room,
'0' digital silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np
import soxr

from audio.block import Block, Samples
from audio.compose import compose, room
from audio.words import find, load

RATE = 16_000
NEAR_DBFS, FAR_DBFS, ROOM_DBFS = -20.0, -40.0, -65.0


def draw(picture: str, *, rate_hz: int = RATE, letter_s: float = 0.1, seed: int = 1) -> Samples:
    """Mono samples: a voice is a buzz of 130 Hz with the formants of "oh"."""
    tenth = round(rate_hz * letter_s)
    out = room(tenth * len(picture), ROOM_DBFS, seed)
    voice = _buzz(len(out), rate_hz)
    for i, letter in enumerate(picture):
        here = slice(i * tenth, (i + 1) * tenth)
        if letter in "#+":
            out[here] += voice[here] * 10 ** ((NEAR_DBFS if letter == "#" else FAR_DBFS) / 20)
        elif letter == "!":
            width = rate_hz // 50
            out[here.start : here.start + width] += room(width, NEAR_DBFS + 3, seed)
        elif letter == "0":
            out[here] = 0.0
        elif letter != ".":
            raise ValueError(f"nothing is drawn by {letter!r}")
    return out


def speak(picture: str, voice: str = "af_heart") -> Samples:
    """The same for an ear that knows words: runs of '#' are, in turn, "Ok" and "Good-bye", as long as they take.

    The gaps are as drawn, 100 ms a letter, to the sample.
    """
    gaps = [len(gap) / 10 for gap in re.split("#+", picture)]
    names = [("ok", "goodbye")[k % 2] for k in range(len(gaps) - 1)]
    if not names:
        return draw(picture)
    words = [(gap, spoken_word(voice, name)) for gap, name in zip(gaps, names, strict=False)]
    return compose(words, RATE, tail_s=gaps[-1]).samples


@cache
def spoken_word(voice: str, name: str) -> Samples:
    """One word of a shipped voice at 16 kHz."""
    sound, rate_hz = load(find(voice, name))
    return np.asarray(soxr.resample(sound, rate_hz, RATE), dtype=np.float32)


def _buzz(length: int, rate_hz: int) -> Samples:
    """A harmonic complex at 0 dBFS RMS."""
    t = np.arange(length) / rate_hz
    sound = np.zeros(length)
    for k in range(1, 30):
        hz = 130.0 * k
        gain = sum(np.exp(-(((hz - formant) / 200.0) ** 2)) for formant in (500.0, 1000.0, 2400.0)) + 0.02
        sound += gain * np.cos(2 * np.pi * hz * t + 0.7 * k * k)
    return (sound / max(np.sqrt((sound**2).sum() / max(length, 1)), 1e-9)).astype(np.float32)


def blocks(
    samples: Samples, sizes: Iterable[int] = (), *, rate_hz: int = RATE, lost_at: float | None = None
) -> Iterator[Block]:
    """Cut into blocks of the given sizes, the rest in one; `lost_at` marks the first block at or after that second."""
    samples = samples if samples.ndim == 2 else samples[:, None]
    i, told = 0, lost_at is None
    for size in [*sizes, len(samples)]:
        if i >= len(samples):
            return
        lost = not told and lost_at is not None and i / rate_hz >= lost_at
        told = told or lost
        yield Block(samples[i : i + size], rate_hz, lost)
        i += size
