"""Other words of other voices: a word is the rep's only if it is nearer to theirs than to these."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from audio.block import Samples
from audio.compose import trim
from audio.ear.features import log_mels
from audio.frames import RATE, Resampler
from audio.voice.shapes import Shape, shape_of
from audio.words import catalogue, load

VOICES = ("af_heart", "am_michael")  # a high one and a low one
WORDS = frozenset(
    {"goodday", "goodluck", "gotit", "heardyou", "nicemorning", "noproblem", "sorry", "thankyou", "understand"}
)
_MARGIN = np.zeros(RATE // 5, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    voice: str
    shape: Shape


@cache
def cohort() -> tuple[Member, ...]:
    words = [word for word in catalogue() if word.voice in VOICES and word.name in WORDS]
    return tuple(Member(word.voice, _shape(*load(word))) for word in words)


def _shape(sound: Samples, rate_hz: int) -> Shape:
    resampler = Resampler(rate_hz)
    at_16_khz = np.concatenate((resampler.push(sound[:, None]), resampler.finish()))
    word = trim(at_16_khz, RATE)
    mels = log_mels(np.concatenate((_MARGIN, word, _MARGIN)))
    return shape_of(mels, 20, len(mels) - 20)
