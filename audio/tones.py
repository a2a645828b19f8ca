"""What a telephone sounds: the ring at the other end, the beep of a voice mail, the line after they hung up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from audio.block import Samples

RATE_HZ: Final = 24_000
LEVEL_DBFS: Final = -26.0
FADE_S: Final = 0.01

# Frequencies in Hz, seconds on, seconds off, how often.
_TONES: Final[dict[str, tuple[tuple[float, ...], float, float, int]]] = {
    "ring": ((440.0, 480.0), 1.2, 0.0, 1),
    "beep": ((1000.0,), 0.5, 0.0, 1),
    "hung_up": ((480.0, 620.0), 0.25, 0.25, 3),
}


def tone(name: str) -> tuple[Samples, int]:
    """Mono samples and their rate in Hz; `name` is "ring", "beep" or "hung_up". Raise KeyError for any other."""
    frequencies, on_s, off_s, times = _TONES[name]
    t = np.arange(round(on_s * RATE_HZ)) / RATE_HZ
    wave = sum(np.sin(2 * np.pi * hz * t) for hz in frequencies) / len(frequencies)
    ramp = np.minimum(1.0, np.arange(len(t)) / (FADE_S * RATE_HZ))
    once = wave * np.minimum(ramp, ramp[::-1]) * 10 ** (LEVEL_DBFS / 20) * np.sqrt(2)
    silence = np.zeros(round(off_s * RATE_HZ))
    return np.tile(np.concatenate((once, silence)), times).astype(np.float32), RATE_HZ
