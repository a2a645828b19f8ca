"""How loud the speech band is, every 5 ms."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audio.block import Samples
from audio.frames import FRAME, RATE

Levels = npt.NDArray[np.float64]

HOP = FRAME // 2  # 5 ms
HOP_S = HOP / RATE
SILENCE_DBFS = -120.0  # what digital silence reads
BAND_HZ = (150.0, 4500.0)  # below it hum and rumble, above it hiss; every part of both words has energy inside
_FFT = FRAME  # bins of 100 Hz


class Envelope:
    """RMS level of the speech band in dBFS (a full-scale sine reads -3), Hann window of 10 ms, hop 5 ms.

    Level k is centred on sample k * HOP. Two levels come from each frame, the first of them half from
    the frame before. Each window is transformed on its own row, so batches of any size give equal levels.
    """

    def __init__(self) -> None:
        self._tail = np.zeros(HOP, np.float32)
        self._window = np.hanning(FRAME + 2)[1:-1].astype(np.float32)
        hz = np.fft.rfftfreq(_FFT, 1 / RATE)
        self._low, self._high = (int(np.searchsorted(hz, edge)) for edge in BAND_HZ)
        self._scale = 2.0 / (_FFT * float((self._window.astype(np.float64) ** 2).sum()))

    def push(self, frames: Samples) -> Levels:
        """Levels of a batch of frames, shape (n, FRAME) in, (2 n,) out."""
        sound = np.concatenate((self._tail, frames.reshape(-1)))
        self._tail = sound[-HOP:].copy()
        windows = np.lib.stride_tricks.sliding_window_view(sound, FRAME)[::HOP] * self._window
        spectrum = np.fft.rfft(windows, _FFT)[:, self._low : self._high]
        power = (spectrum.real**2 + spectrum.imag**2).sum(axis=1, dtype=np.float64) * self._scale
        levels: Levels = 10.0 * np.log10(np.maximum(power, 10 ** (SILENCE_DBFS / 10)))
        return levels
