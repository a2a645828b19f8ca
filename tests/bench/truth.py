"""What truly was said in a take, known to the sample, and the verdict it deserves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from audio.block import Samples
from audio.segment import Segment, SoundEnded, Word
from coach.bands import Bands
from coach.closing import conclude
from coach.verdict import Verdict

SURE = {Word.OK: (1.0, 0.0, 0.0), Word.FAREWELL: (0.0, 1.0, 0.0), Word.OTHER: (0.0, 0.0, 1.0)}


@dataclass(frozen=True, slots=True)
class Truth:
    """`pause` is None where something was said between the two words, or no farewell; `extra`: more than both was said.

    `silence` lasts from the farewell to the next word or the end. `together`: both words come in one piece of sound.
    """

    words: tuple[Segment, ...]
    pause: float | None
    silence: float
    extra: bool
    together: bool = False

    def word(self, wanted: Word) -> Segment | None:
        return next((segment for segment in self.words if segment.word is wanted), None)


@dataclass(frozen=True, slots=True)
class Take:
    """`samples` has shape (frames, channels); `subsets` names the rows of the tables that this take counts in."""

    name: str
    samples: Samples
    rate_hz: int
    truth: Truth
    subsets: tuple[str, ...]


def word(name: Word, start: float, end: float) -> Segment:
    """A word as an ear without any doubt would hear it."""
    return Segment(start, end, word=name, beliefs=SURE[name], speech=1.0)


def deserved(truth: Truth, duration: float) -> Verdict:
    """The verdict of an ear that hears the truth."""
    return conclude(list(truth.words), [], SoundEnded(duration, -65.0), Bands())


def by_noise(snr_db: float | None) -> str:
    """The row of a signal-to-noise ratio in the tables that compare; None is no noise at all."""
    return "20 dB and over" if snr_db is None or snr_db >= 20 else f"{snr_db:g} dB"


def loudest_dbfs(samples: Samples, rate_hz: int) -> float:
    """The RMS level of the loudest 10 ms."""
    width = rate_hz // 100
    power = np.convolve(samples.astype(np.float64) ** 2, np.ones(width) / width, "same")
    return float(10 * np.log10(power.max() + 1e-12))
