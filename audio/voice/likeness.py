"""How like a rep's sayings of a word a sound is, against what is none of their words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from audio.block import Samples
from audio.ear.features import log_mels
from audio.frames import FRAME_S
from audio.segment import Word
from audio.voice.cohort import cohort
from audio.voice.saying import Saying
from audio.voice.shapes import Floats, Shape, Shapes, shape_of

WORDS = (Word.OK, Word.FAREWELL)
NEAREST_SAYINGS, NEAREST_OTHERS = 2, 3  # so many of the nearest are averaged
UNLIKE = -0.25  # of the likeness; a saying that is no nearer to the others of its word is another word


def shape_of_saying(saying: Saying, samples: Samples | None = None) -> Shape:
    """Of its own sound, or of the same with noise in it."""
    mels = log_mels(saying.samples if samples is None else samples)
    return shape_of(mels, round(saying.start / FRAME_S), round(saying.end / FRAME_S))


class Likeness:
    """Sayings of both words and the cohort, all that a sound is compared with."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self.sayings = tuple(sayings)
        self._others = len(cohort())
        self._shapes = Shapes([*map(shape_of_saying, sayings), *(member.shape for member in cohort())])
        self._words = np.array([saying.word for saying in sayings])

    def of(self, shape: Shape, without: Saying | None = None) -> dict[Word, float]:
        """For each word, the logarithm of its distance over that of other words: 0 is none of them, -1 is plainly it.

        A saying that is itself looked at is left out of the comparison.
        """
        distances = self._shapes.distances(shape)
        own, others = distances[: -self._others], distances[-self._others :]
        left = np.array([saying is not without for saying in self.sayings])
        far = _nearest(others, NEAREST_OTHERS)
        return {
            word: float(np.log(_nearest(own[left & (self._words == word)], NEAREST_SAYINGS) / far)) for word in WORDS
        }


def odd_one(sayings: Sequence[Saying]) -> Saying | None:
    """The saying that is least like the others of its word, if it is unlike them."""
    likeness = Likeness(sayings)
    found = [(likeness.of(shape_of_saying(saying), without=saying)[saying.word], saying) for saying in sayings]
    worst, saying = max(found, key=lambda pair: pair[0])
    return saying if worst > UNLIKE else None


def _nearest(distances: Floats, count: int) -> float:
    return float(np.sort(distances)[:count].mean()) + 1e-3
