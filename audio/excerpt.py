"""A part of a kept recording, read from its middle without what comes before."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from audio.block import Samples
from audio.errors import MissingFile
from audio.files import named, unreadable


def excerpt(path: Path, start: float, end: float) -> tuple[Samples, int]:
    """Return mono samples from `start` to `end`, in seconds, as far as there are any, and their rate.

    Raise `SoundFileError`.
    """
    if not path.exists():
        raise MissingFile(f"{named(path)} was not found: there is no file at {path}.")
    try:
        with soundfile.SoundFile(path) as sound:
            rate_hz = int(sound.samplerate)
            first = min(max(0, round(start * rate_hz)), sound.frames)
            sound.seek(first)
            samples = sound.read(max(0, round(end * rate_hz) - first), dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise unreadable(path, "it could not be read from its middle") from error
    return np.ascontiguousarray(samples.mean(axis=1, dtype=np.float32)), rate_hz
