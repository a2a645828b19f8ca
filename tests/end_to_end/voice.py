"""A drawn voice: a buzz with a voice's pitch and formants in a quiet room, at known times."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

RATE = 16_000


def word(seconds: float, pitch_hz: float = 130.0) -> np.ndarray:
    """One vowel, its ends faded over 20 ms."""
    time = np.arange(round(seconds * RATE)) / RATE
    harmonics = np.arange(1, 28) * pitch_hz
    formants = sum(np.exp(-(((harmonics - centre) / 150) ** 2)) for centre in (600, 1100, 2500))
    sound = (formants[:, None] * np.sin(2 * np.pi * harmonics[:, None] * time)).sum(axis=0)
    fade = np.clip(np.minimum(time, time[::-1]) / 0.02, 0, 1)
    return 0.3 * fade * sound / np.abs(sound).max()


def write_close(path: Path, *, pause: float, silence: float, lead: float = 0.6) -> None:
    """ "Ok", the pause, "Good-bye", the silence, as a file."""
    gaps = [np.zeros(round(seconds * RATE)) for seconds in (lead, pause, silence)]
    sound = np.concatenate([gaps[0], word(0.35), gaps[1], word(0.55, 120), gaps[2]])
    room = np.random.default_rng(3).normal(0, 0.0006, len(sound))
    soundfile.write(path, (sound + room).astype(np.float32), RATE, subtype="PCM_16")
