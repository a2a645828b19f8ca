"""What a rep's own sayings tell of a new piece of speech, weighed against what the network believes of it.

Two witnesses. How like the sayings the piece is: what to expect of their own words, and of anything else, is measured
on the sayings themselves, in quiet and in noise, so nothing here is fitted to a voice or a language. And the network,
trusted as far as it knows this rep: where it takes their farewell for something else, its "something else" says little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from audio.compose import room
from audio.ear.decode import Piece
from audio.ear.features import Mels
from audio.ear.hearing import hear
from audio.ear.network import Network
from audio.ear.segmenting import Beliefs
from audio.frames import FRAME, FRAME_S
from audio.segment import Word
from audio.voice.likeness import WORDS, Likeness, shape_of_saying
from audio.voice.saying import Saying
from audio.voice.shapes import SHORTEST, STEP, Floats, shape_of
from audio.voice.voice import Voice

SNRS_DB = (10.0, 20.0, 40.0)  # rooms in which the sayings are looked at
# A day later a word is said less alike than three times in a row; and nearer than any other word comes is near enough.
OWN_SPREAD, CLOSEST_OWN = 0.25, -0.9  # of the likeness
OTHERS_SPREAD = 0.2
MOST_FOR, MOST_AGAINST = 4.0, 4.0  # nats
MOST_AGAINST_KNOWN = 0.7  # a form of the word that was not taught ("bye" for "good-bye") is known to the network alone
LONGEST = 180  # frames; what is longer is no word
NETWORK_SURE = 0.9  # of a word that it knows, before the sayings say how well it knows this rep's


@dataclass(frozen=True, slots=True)
class Expected:
    """Of the likeness to one word: the rep's own word at each of `SNRS_DB`, anything else, and their spreads."""

    own: tuple[float, ...]
    own_spread: float
    others: float
    others_spread: float
    most_against: float

    def evidence(self, likeness: float, snr_db: float) -> float:
        """For the word, in nats."""
        own = float(np.interp(snr_db, SNRS_DB, self.own))
        as_own = (likeness - own) / self.own_spread
        as_other = (likeness - self.others) / self.others_spread
        nats = 0.5 * (as_other**2 - as_own**2) + float(np.log(self.others_spread / self.own_spread))
        if likeness >= self.others:  # the tails say nothing
            nats = -MOST_AGAINST
        elif likeness <= own:
            nats = max(nats, 0.0)
        return max(-self.most_against, min(MOST_FOR, nats))


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """`known` has, for each word and for anything else, what the network believes when this rep says it."""

    likeness: Likeness
    expected: dict[Word, Expected]
    known: Floats  # (3, 3)

    def __call__(self, mels: Mels, piece: Piece) -> Beliefs:
        """The network's beliefs of a piece, sharpened; its times are seconds in the window of `mels`."""
        first, last = round(piece.start.at / FRAME_S), min(len(mels), round(piece.end.at / FRAME_S))
        if not SHORTEST * STEP <= last - first <= LONGEST:
            return piece.shares
        alike = self.likeness.of(shape_of(mels, first, last))
        nats = [self.expected[word].evidence(alike[word], piece.snr_db) for word in WORDS]
        shares = np.exp([*nats, 0.0]) * (self.known @ np.array(piece.shares))
        shares /= shares.sum()
        return float(shares[0]), float(shares[1]), float(shares[2])


@lru_cache(maxsize=2)
def reading(voice: Voice, network: Network) -> Reading:
    """How to read this voice; some hundredths of a second, once."""
    likeness = Likeness(voice.sayings)
    known = _known(voice, network)
    expected = {word: _expected(likeness, voice.of(word), word, float(known[k, k])) for k, word in enumerate(WORDS)}
    return Reading(likeness, expected, known)


def _expected(likeness: Likeness, sayings: Sequence[Saying], word: Word, trust: float) -> Expected:
    own = [
        [likeness.of(shape_of_saying(saying, _in_noise(saying, snr_db)), without=saying)[word] for saying in sayings]
        for snr_db in SNRS_DB
    ]
    other_sayings = [saying for saying in likeness.sayings if saying.word is not word]
    others = [likeness.of(shape_of_saying(saying))[word] for saying in other_sayings]
    return Expected(
        tuple(max(CLOSEST_OWN, float(np.mean(row))) for row in own),
        max(OWN_SPREAD, float(np.std(own[-1]))),
        min(0.0, float(np.mean(others))),
        max(OTHERS_SPREAD, float(np.std(others))),
        trust * MOST_AGAINST_KNOWN + (1 - trust) * MOST_AGAINST,
    )


def _in_noise(saying: Saying, snr_db: float) -> Floats:
    samples = saying.samples
    return samples + room(len(samples), saying.level_dbfs - snr_db, len(samples))


def _known(voice: Voice, network: Network) -> Floats:
    rows = np.full((3, 3), (1 - NETWORK_SURE) / 2)
    np.fill_diagonal(rows, NETWORK_SURE)
    for k, word in enumerate(WORDS):
        sayings = voice.of(word)
        rows[k] += sum(np.array(_believed(saying, network)) for saying in sayings)
        rows[k] /= len(sayings) + 1
    return rows.astype(np.float32)


def _believed(saying: Saying, network: Network) -> Beliefs:
    samples = saying.samples
    pieces = hear(network, samples[: len(samples) // FRAME * FRAME])
    if not pieces:
        return 0.0, 0.0, 1.0
    spoken = max(pieces, key=lambda piece: min(piece.end.at, saying.end) - max(piece.start.at, saying.start))
    return spoken.shares
