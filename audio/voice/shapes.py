"""The shape of a word: its cepstra every 30 ms, and how far two words lie apart when time is warped to fit.

Noise fills the valleys of a spectrum. Before two words are compared, both are therefore filled up to the same floor,
the louder one of their rooms; then noise makes words less distinct, not different.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from audio.ear.features import BANDS as MEL_BANDS
from audio.ear.features import Mels

Floats = npt.NDArray[np.float32]

STEP = 3  # frames of 10 ms; both this and the pairs of bands cost nothing in what is told apart
BANDS = MEL_BANDS // 2
SHORTEST = 3  # steps; less is no word
CEPSTRA = 12
FAR = 99.0  # the distance of words whose lengths differ by more than warping allows
_QUIET_SHARE = 0.15
_OVER_QUIET_DB = 3.0  # from the quiet moments of a room to its middle
_DEEPEST_DB = -45.0  # valleys below that are nobody's habit
_SILENCE = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Powers of the bands, a row a step, and of the room, both against the word's loudest moment."""

    powers: Floats  # (steps, BANDS)
    floor: Floats  # (BANDS,)


def shape_of(mels: Mels, first: int, last: int) -> Shape:
    """The word in the frames from `first` up to `last` of a window; the rest of it tells how loud the room is."""
    first, last = max(0, first), min(len(mels), last)
    steps = max(1, (last - first) // STEP)
    word = 10.0 ** (mels[first : first + steps * STEP] / 10.0)
    powers = word.reshape(steps, STEP, BANDS, 2).mean(axis=(1, 3))
    loud = powers.sum(axis=1).max() / BANDS + _SILENCE
    quiet = np.argsort(mels.sum(axis=1))[: int(_QUIET_SHARE * len(mels)) + 1]
    floor = (10.0 ** ((mels[quiet].mean(axis=0) + _OVER_QUIET_DB) / 10.0)).reshape(BANDS, 2).mean(axis=1)
    return Shape((powers / loud).astype(np.float32), (floor / loud).astype(np.float32))


class Shapes:
    """Words to compare others with, all at once."""

    def __init__(self, shapes: Sequence[Shape]) -> None:
        lengths = np.array([len(shape.powers) for shape in shapes])
        self._powers = np.concatenate([shape.powers for shape in shapes])
        self._floor = np.median([shape.floor for shape in shapes], axis=0)
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        self._lengths = lengths
        places = self._starts[:, None] + np.arange(lengths.max())
        self._places = np.minimum(places, len(self._powers) - 1)  # what lies behind a word's end is never read

    def distances(self, word: Shape) -> Floats:
        """How far `word` lies from each, in decibels of a step, roughly."""
        floor = np.maximum(np.maximum(word.floor, self._floor), np.float32(10 ** (_DEEPEST_DB / 10)))
        rows = _cepstra(self._powers, floor)
        means = np.add.reduceat(rows, self._starts, axis=0) / self._lengths[:, None]
        rows -= np.repeat(means, self._lengths, axis=0)
        own = _cepstra(word.powers, floor)
        own -= own.mean(axis=0)
        apart = _squares(own)[:, None] + _squares(rows) - 2 * own @ rows.T
        return self._warped(np.sqrt(np.maximum(apart, 0.0)))

    def _warped(self, apart: Floats) -> Floats:
        """The cheapest way through: each step of the word stays, goes on by one step of the other, or by two."""
        costs = apart[:, self._places]
        reached = np.full((len(self._lengths), costs.shape[2] + 2), np.inf, np.float32)
        reached[:, 2:4] = costs[0, :, :2]
        for cost in costs[1:]:
            best = np.minimum(np.minimum(reached[:, 2:], reached[:, 1:-1]), reached[:, :-2])
            reached[:, 2:] = best + cost
        rows = np.arange(len(self._lengths))
        last = self._lengths + 1
        ends = np.minimum(reached[rows, last], reached[rows, np.maximum(last - 1, 2)])
        distances: Floats = np.minimum(ends / len(apart), FAR)
        return distances


def _cepstra(powers: Floats, floor: Floats) -> Floats:
    rows: Floats = (10.0 * np.log10(powers + floor)).astype(np.float32) @ _basis()
    return rows


def _squares(rows: Floats) -> Floats:
    squares: Floats = np.einsum("ij,ij->i", rows, rows)
    return squares


@cache
def _basis() -> Floats:
    """Bands to their mean and `CEPSTRA` cosines, shape (BANDS, 1 + CEPSTRA)."""
    angles = np.pi / BANDS * (np.arange(BANDS) + 0.5)[:, None] * np.arange(1, CEPSTRA + 1)
    cosines = np.sqrt(2 / BANDS) * np.cos(angles)
    return np.hstack((np.full((BANDS, 1), 1 / BANDS), cosines)).astype(np.float32)
