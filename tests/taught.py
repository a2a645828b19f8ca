"""Voices learned from the shipped words, and scenes with words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import soxr

from audio.block import Block, Samples
from audio.compose import Composed, compose, room
from audio.ears import best_ear
from audio.frames import RATE
from audio.listen import listen
from audio.segment import Segment, SegmentHeard, Word
from audio.voice.saying import Saying, find_saying, loudest_dbfs
from audio.voice.voice import Voice
from audio.words import catalogue, load

LEVEL_DBFS = -22.0
TAUGHT = {
    Word.OK: (("ok", 0.85), ("ok", 1.0), ("ok", 1.2)),
    Word.FAREWELL: (("goodbye", 0.85), ("goodbye", 1.0), ("goodbye", 1.2)),
}


def word(voice: str, name: str, speed: float = 1.0) -> Samples:
    """At 16 kHz, its loudest 10 ms at full scale."""
    (found,) = (word for word in catalogue() if (word.voice, word.name, word.speed) == (voice, name, speed))
    sound, rate_hz = load(found)
    at_16_khz = soxr.resample(sound, rate_hz, RATE).astype(np.float32)
    return at_16_khz * np.float32(10 ** (-loudest_dbfs(at_16_khz) / 20))


def scene(*words: tuple[float, Samples], snr_db: float = 40.0, tail_s: float = 1.5) -> Composed:
    """Each word after so many seconds, at LEVEL_DBFS unless it comes scaled."""
    laid = compose(words, RATE, tail_s=tail_s, noise_dbfs=None)
    sound = laid.samples + room(len(laid.samples), -snr_db, 1)
    return Composed(sound * np.float32(10 ** (LEVEL_DBFS / 20)), RATE, laid.words)


def one(samples: Samples, rate_hz: int = RATE) -> Block:
    return Block(samples[:, None], rate_hz)


def sayings(voice: str) -> list[Saying]:
    return list(_sayings(voice))


def _sayings(voice: str) -> Iterator[Saying]:
    for meant, names in TAUGHT.items():
        for name, speed in names:
            yield find_saying(meant, one(scene((0.8, word(voice, name, speed))).samples))


def heard(samples: Samples, voice: Voice | None, sizes: Sequence[int] = ()) -> list[Segment]:
    """The final segments; the blocks are of the given sizes, then all the rest."""
    cuts = np.cumsum(sizes)
    parts = np.split(samples, cuts[cuts < len(samples)])
    events = listen([one(part) for part in parts], best_ear(voice))
    return [event.segment for event in events if isinstance(event, SegmentHeard)]
