"""What the ear's network looks at: how loud each of 40 mel bands is, every 10 ms, against the window around it.

Frame k stands for the samples from 160 k to 160 k + 159; its analysis window of 25 ms lies evenly around them. The
level of the recording drops out: each band is seen once below the loudest moment and once above its own floor.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.frames import FRAME, RATE

Mels = npt.NDArray[np.float32]  # dB, shape (frames, BANDS)
Features = npt.NDArray[np.float32]  # shape (frames, 2 * BANDS)

BANDS = 40
LOWEST_HZ, HIGHEST_HZ = 60.0, 7600.0
_WIDTH = 400  # samples, 25 ms
_FFT = 512
_REACH = (_WIDTH - FRAME) // 2
_SILENCE = 1e-9  # power, below the rounding of 16 bits
_LOUDEST_OVER = 9  # frames: a key is over sooner, no word is
_QUIET_SHARE = 0.15
_STEP_DB = 20.0  # one unit of the features


def log_mels(samples: Samples) -> Mels:
    """`samples` is mono at 16 kHz; a last frame that is not whole is left out. Beyond both ends there is silence."""
    frames = len(samples) // FRAME
    if not frames:
        return np.empty((0, BANDS), np.float32)
    padded = np.pad(samples[: frames * FRAME], _REACH)
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WIDTH)[::FRAME] * _taper()
    spectrum = np.fft.rfft(windows, _FFT)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    mels: Mels = 10.0 * np.log10(power @ _bank() + np.float32(_SILENCE))
    return mels


def normalised(mels: Mels) -> Features:
    """Both views of a window's bands."""
    if not len(mels):
        return np.empty((0, 2 * BANDS), np.float32)
    below = np.clip(mels - _loudest(mels), -70.0, 15.0)
    nth = int(_QUIET_SHARE * len(mels))
    floor = np.partition(mels, nth, axis=0)[nth]
    above = np.clip(mels - floor, -5.0, 50.0)
    features = np.concatenate((below, above), axis=1) / np.float32(_STEP_DB)
    return features.astype(np.float32, copy=False)


def _loudest(mels: Mels) -> np.float32:
    """The loudest tenth of a second or so, dB."""
    level = 10.0 * np.log10((10.0 ** (mels / 10.0)).mean(axis=1) + np.float32(_SILENCE))
    if len(level) < _LOUDEST_OVER:
        return np.float32(level.mean())
    sums = np.cumsum(np.concatenate(([0.0], level)))
    return np.float32((sums[_LOUDEST_OVER:] - sums[:-_LOUDEST_OVER]).max() / _LOUDEST_OVER)


@cache
def _taper() -> Samples:
    return np.hanning(_WIDTH).astype(np.float32)


@cache
def _bank() -> npt.NDArray[np.float32]:
    """Triangles, evenly spaced in mel, each of unit area; shape (bins, BANDS)."""
    mel = 2595.0 * np.log10(1.0 + np.array([LOWEST_HZ, HIGHEST_HZ]) / 700.0)
    edges = 700.0 * (10.0 ** (np.linspace(mel[0], mel[1], BANDS + 2) / 2595.0) - 1.0)
    hz = np.fft.rfftfreq(_FFT, 1 / RATE)[:, None]
    rise = (hz - edges[:-2]) / (edges[1:-1] - edges[:-2])
    fall = (edges[2:] - hz) / (edges[2:] - edges[1:-1])
    bank = np.clip(np.minimum(rise, fall), 0.0, None)
    shares: npt.NDArray[np.float32] = (bank / bank.sum(axis=0)).astype(np.float32)
    return shares
