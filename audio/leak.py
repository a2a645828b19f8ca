"""How much of what is played to the ears arrives in the microphone again.

What was played is known to the sample, so it is found by its own shape: first the delay, by correlation, then the power
that is coherent with it, band by band. That sees a leak well below the noise of the room, and takes neither the room
nor somebody's voice for one. The clocks of two sound cards drift apart, so each second finds its own delay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.envelope import BAND_HZ
from audio.frames import RATE

Floats = npt.NDArray[np.float64]
Spectra = npt.NDArray[np.complex128]

SURE = 8.0  # times the usual size of a chance correlation; chance alone reaches 5 in a hundred thousand delays
PIECE = RATE  # samples: in a second two clocks drift apart by less than one ...
DRIFT = 16  # ... and from the middle of the line to its end by less than so many
WINDOW, HOP = 2048, 1024  # longer than an echo on a desk
LOUD_SHARE = 0.05  # of the loudest moment's power: what counts as playing
_BINS = slice(*(round(hz * WINDOW / RATE) for hz in BAND_HZ))


@dataclass(frozen=True, slots=True)
class Leak:
    """What came back while the line was played, in the band of speech.

    `gain_db` is its level against what was played, `level_dbfs` its level in the microphone, `noise_dbfs` that of the
    room before the line; `delay_s` is when the line began to arrive.
    """

    gain_db: float
    level_dbfs: float
    noise_dbfs: float
    delay_s: float

    @property
    def over_room_db(self) -> float:
        return self.level_dbfs - self.noise_dbfs


def leak(played: Samples, heard: Samples) -> Leak | None:
    """What of `played` is in `heard`, both mono at 16 kHz; None where nothing of it can be found.

    `heard` begins before the line is played and ends after it.
    """
    if len(heard) < len(played) or not np.any(played) or not np.any(heard):
        return None
    delay = _delay(played, heard)
    if delay is None:
        return None
    own, back = _aligned(played, heard, delay)
    loud = np.flatnonzero((power := _power(own)) > LOUD_SHARE * power.max())
    coherent = _coherent(own[loud], back[loud])
    if coherent <= 0.0:
        return None
    noise = _power(_spectra(heard[:delay])).mean() if delay >= WINDOW else 0.0
    return Leak(
        gain_db=_db(coherent) - _db(power[loud].mean()),
        level_dbfs=_dbfs(coherent),
        noise_dbfs=_dbfs(noise),
        delay_s=delay / RATE,
    )


def _delay(played: Samples, heard: Samples) -> int | None:
    """By which the line fits best, if it fits better than by chance."""
    alike = np.abs(_correlation(played, heard))
    best = int(alike.argmax())
    usual = float(np.sqrt(np.mean(np.square(alike[np.abs(np.arange(len(alike)) - best) > RATE // 20]))))
    return best if alike[best] > SURE * max(usual, 1e-12) else None


def _correlation(played: Samples, heard: Samples) -> Floats:
    """For every delay at which the whole line lies in what was heard."""
    size = 1 << (len(heard) + len(played) - 1).bit_length()
    hz = np.fft.rfftfreq(size, 1 / RATE)
    band = (hz >= BAND_HZ[0]) & (hz <= BAND_HZ[1])
    both = np.fft.rfft(heard.astype(np.float64), size) * np.conj(np.fft.rfft(played.astype(np.float64), size)) * band
    alike: Floats = np.fft.irfft(both, size)[: len(heard) - len(played) + 1]
    return alike


def _aligned(played: Samples, heard: Samples, delay: int) -> tuple[Spectra, Spectra]:
    """The spectra of the line and of what came back of it, window by window."""
    own, back = [], []
    for begin in range(0, len(played) - WINDOW + 1, PIECE):
        piece = played[begin : begin + PIECE + WINDOW - HOP]
        if len(piece) < WINDOW:
            break
        first = max(0, delay + begin - DRIFT)
        around = heard[first : delay + begin + len(piece) + DRIFT]
        at = first + int(np.abs(_correlation(piece, around)).argmax())
        own.append(_spectra(piece))
        back.append(_spectra(heard[at : at + len(piece)]))
    return np.concatenate(own), np.concatenate(back)


def _spectra(samples: Samples) -> Spectra:
    windows = np.lib.stride_tricks.sliding_window_view(samples.astype(np.float64), WINDOW)[::HOP]
    return np.fft.rfft(windows * np.hanning(WINDOW), axis=1)[:, _BINS]


def _power(spectra: Spectra) -> Floats:
    """Of each window."""
    power: Floats = (spectra.real**2 + spectra.imag**2).sum(axis=1)
    return power


def _coherent(own: Spectra, back: Spectra) -> float:
    """The power of `back` that goes with `own`, without what would go with it by chance."""
    count = len(own)
    crossed = np.abs((back * np.conj(own)).mean(axis=0)) ** 2
    of_own = (np.abs(own) ** 2).mean(axis=0)
    of_back = (np.abs(back) ** 2).mean(axis=0)
    with_own = crossed / np.maximum(of_own, 1e-12)
    return float(((with_own - of_back / count) / (1 - 1 / count)).sum()) if count > 1 else 0.0


def _db(power: float) -> float:
    return float(10 * np.log10(max(power, 1e-20)))


def _dbfs(power: float) -> float:
    """A window's power in the band as a level: a full-scale sine reads -3."""
    return _db(power * 2.0 / (WINDOW * float((np.hanning(WINDOW) ** 2).sum())))
