"""Training windows: scenes cut, warped and normalised as the program will meet them, never twice the same."""

from __future__ import annotations

import numpy as np

from audio.ear.features import BANDS, Features, Mels, normalised
from audio.ear.network import NOTHING
from audio.training.scene import UNTOLD, Labels
from audio.training.shards import Example

LONGEST = 480  # frames that the network sees at once; what it is normalised by may be longer
_SHORTEST = 80
_AFTER = 30  # frames of quiet that a window has after its last word


def batch(rng: np.random.Generator, examples: list[Example], size: int) -> tuple[Features, Labels]:
    """Shapes (size, 2 * BANDS, longest) and (size, longest)."""
    drawn = [window(rng, examples[int(rng.integers(len(examples)))]) for _ in range(size)]
    longest = max(len(labels) for _, labels in drawn)
    features = np.full((size, longest, 2 * BANDS), 0, np.float32)
    names = np.full((size, longest), UNTOLD, np.uint8)
    for i, (one, labels) in enumerate(drawn):
        features[i, : len(labels)] = one
        names[i, : len(labels)] = labels
    return np.ascontiguousarray(features.transpose(0, 2, 1)), names


def window(rng: np.random.Generator, example: Example) -> tuple[Features, Labels]:
    begin, end = _bounds(rng, example.labels)
    mels, labels = example.mels[begin:end].astype(np.float32), example.labels[begin:end]
    mels = _recoloured(rng, _throat(rng, mels))
    if rng.random() < 0.4:
        mels, labels = _tempo(rng, mels, labels)
    features = _worsened(rng, normalised(mels))
    at = int(rng.integers(0, max(1, len(labels) - LONGEST + 1)))
    return features[at : at + LONGEST], labels[at : at + LONGEST]


def _bounds(rng: np.random.Generator, labels: Labels) -> tuple[int, int]:
    """The whole scene, any part of it that ends in quiet, or speech with next to nothing of its room around it."""
    chance = rng.random()
    quiet = np.flatnonzero(np.convolve(labels == NOTHING, np.ones(_AFTER), "valid") >= _AFTER)
    if chance < 0.35 or len(labels) < 2 * _SHORTEST or not len(quiet):
        return 0, len(labels)
    if chance < 0.65 and (loud := np.flatnonzero((labels != NOTHING) & (labels != UNTOLD))).size:
        begin = max(0, int(loud[0] if rng.random() < 0.5 else rng.choice(loud)) - int(rng.integers(2, 60)))
    else:
        begin = int(rng.integers(0, len(labels) - _SHORTEST))
    ends = quiet[quiet + _AFTER >= begin + _SHORTEST] + _AFTER
    if rng.random() < 0.4 or not len(ends):
        return begin, len(labels)
    # The first quiet after the speech is where a region ends.
    return begin, int(ends[0] if rng.random() < 0.5 else rng.choice(ends))


def _throat(rng: np.random.Generator, mels: Mels) -> Mels:
    """Longer or shorter: the mel axis stretched."""
    if rng.random() > 0.6:
        return mels
    source = np.clip(np.arange(BANDS) * float(np.exp(rng.normal(0, 0.08))) + rng.normal(0, 0.6), 0, BANDS - 1)
    below = np.minimum(source.astype(int), BANDS - 2)
    share = (source - below).astype(np.float32)
    warped: Mels = mels[:, below] * (1 - share) + mels[:, below + 1] * share
    return warped


def _tempo(rng: np.random.Generator, mels: Mels, labels: Labels) -> tuple[Mels, Labels]:
    rate = float(np.exp(rng.normal(-0.08, 0.18)))
    source = np.minimum(np.arange(int(len(mels) / rate)) * rate, len(mels) - 1.001)
    below = source.astype(int)
    share = (source - below)[:, None].astype(np.float32)
    after = np.minimum(below + 1, len(mels) - 1)
    return mels[below] * (1 - share) + mels[after] * share, labels[np.round(source).astype(int)]


def _recoloured(rng: np.random.Generator, mels: Mels) -> Mels:
    if rng.random() < 0.3:
        mels = mels + (np.linspace(-1, 1, BANDS) * rng.normal(0, 3)).astype(np.float32)
    if rng.random() < 0.5:
        mels = mels + np.cumsum(rng.normal(0, 0.4, BANDS)).astype(np.float32)
    return mels


def _worsened(rng: np.random.Generator, features: Features) -> Features:
    """Levels a little off, and some bands lost or smeared."""
    features[:, :BANDS] += np.float32(rng.normal(0, 0.1))
    features[:, BANDS:] += np.float32(rng.normal(0, 0.06))
    if rng.random() < 0.5:
        width = int(rng.integers(2, 9))
        at = int(rng.integers(0, BANDS - width))
        lost = slice(at, at + width)
        features[:, lost] = features[:, lost].mean(axis=0) if rng.random() < 0.5 else -3.0
        features[:, BANDS + at : BANDS + at + width] = 0
    return features
