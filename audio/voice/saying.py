"""One saying of a word on its own: found in raw sound, or refused with the sentence that says why."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from audio.block import Block, Samples
from audio.ears import plain_ear
from audio.errors import BadSaying
from audio.frames import FRAME, RATE, Resampler
from audio.listen import listen
from audio.segment import Segment, SegmentHeard, Word

FULL_SCALE = 0.985
MOST_AT_FULL_SCALE = 4  # samples; a clean peak may touch it
FAINTEST_DBFS = -50.0
LEAST_SNR_DB = 15.0
SOMEBODY_ELSE_DB = 12.0  # below the word: a breath, a chair, a neighbour
LONGEST_BREAK_S = 0.25  # inside one farewell: "hasta … luego"
SHORTEST_S, LONGEST_S = 0.1, 1.6
BEFORE_S, AFTER_S = 0.6, 0.4  # of the room, kept with the word so that every ear can be given it again
LEAST_BEFORE_S, LEAST_AFTER_S = 0.1, 0.2

_AGAIN = "Nothing of it was kept; say it once more"
_NAMES = {Word.OK: "“Ok”", Word.FAREWELL: "the farewell"}


@dataclass(frozen=True, slots=True)
class Saying:
    """`pcm` is 16 bit mono at 16 kHz with the word from `start` to `end`, seconds; `level_dbfs` its loudest 10 ms."""

    word: Word
    pcm: bytes
    start: float
    end: float
    level_dbfs: float

    @property
    def samples(self) -> Samples:
        return (np.frombuffer(self.pcm, "<i2") / np.float32(32768)).astype(np.float32)


def find_saying(word: Word, sound: Block) -> Saying:
    """Find the one word that was said in a few seconds of sound. Raise `BadSaying`."""
    heard = _words(sound)
    name = _NAMES[word]
    if not heard:
        raise BadSaying(f"Nothing was heard where {name} should be. {_AGAIN}, a little closer to the microphone.")
    said = _whole(heard, name)
    samples = _at_16_khz(sound)
    if said.start < LEAST_BEFORE_S or said.end > len(samples) / RATE - LEAST_AFTER_S:
        raise BadSaying(f"The recording cut {name} off. {_AGAIN}, with a moment of silence before and after.")
    _must_be_clean(said, sound, name)
    first = max(0, int((said.start - BEFORE_S) * RATE)) // FRAME * FRAME
    cut = samples[first : int((said.end + AFTER_S) * RATE)]
    start, end = said.start - first / RATE, said.end - first / RATE
    level = loudest_dbfs(cut[int(start * RATE) : int(end * RATE)])
    pcm = np.clip(np.rint(cut * 32768), -32768, 32767).astype("<i2").tobytes()
    return Saying(word, pcm, round(start, 4), round(end, 4), round(level, 2))


def loudest_dbfs(samples: Samples) -> float:
    """The level of the loudest 10 ms."""
    power = np.convolve(samples.astype(np.float64) ** 2, np.full(FRAME, 1 / FRAME), "same")
    return float(10 * np.log10(power.max(initial=0.0) + 1e-12))


def _words(sound: Block) -> list[Segment]:
    """What was said, without what is so faint beside it that somebody else said it."""
    if not np.isfinite(sound.samples).all():
        return []
    heard = [event.segment for event in listen([sound], plain_ear()) if isinstance(event, SegmentHeard)]
    faintest = max((_level(segment) for segment in heard), default=0.0) - SOMEBODY_ELSE_DB
    return [segment for segment in heard if _level(segment) > faintest]


def _level(segment: Segment) -> float:
    return -120.0 if segment.level_dbfs is None else segment.level_dbfs


def _whole(heard: list[Segment], name: str) -> Segment:
    if any(first.gap_to(second) > LONGEST_BREAK_S for first, second in pairwise(heard)):
        raise BadSaying(f"More than one word was heard where {name} should stand alone. {_AGAIN}, by itself.")
    loudest = max(heard, key=_level)
    whole = loudest.since(heard[0].start).until(heard[-1].end)
    if whole.duration > LONGEST_S:
        raise BadSaying(f"That was too long to be only {name}. {_AGAIN}, by itself.")
    if whole.duration < SHORTEST_S:
        raise BadSaying(f"That was too short to be {name}. {_AGAIN}.")
    return whole


def _must_be_clean(said: Segment, sound: Block, name: str) -> None:
    spoken = sound.samples[int(said.start * sound.rate_hz) : int(said.end * sound.rate_hz)]
    if (np.abs(spoken).max(axis=1, initial=0.0) >= FULL_SCALE).sum() > MOST_AT_FULL_SCALE:
        raise BadSaying(f"The microphone was too loud for {name}: its peaks were cut off. Turn it down. {_AGAIN}.")
    if _level(said) < FAINTEST_DBFS:
        raise BadSaying(f"{name[0].upper()}{name[1:]} was too faint to learn from. Turn the microphone up. {_AGAIN}.")
    if said.snr_db < LEAST_SNR_DB:
        raise BadSaying(f"There was too much noise beside {name}. {_AGAIN} when the room is quieter.")


def _at_16_khz(sound: Block) -> Samples:
    resampler = Resampler(sound.rate_hz)
    return np.concatenate((resampler.push(sound.samples), resampler.finish()))
