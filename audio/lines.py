"""A spoken line as sound to be played: without the silence around it, as loud as the others."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np

from audio.block import Samples
from audio.compose import trim
from audio.errors import MissingFile, UnreadableFile

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

LOUDEST_DBFS = -12.0  # of 10 ms; what was recorded louder or softer is made so
FADE_S = 0.005


def load(sound: Traversable) -> tuple[Samples, int]:
    """Mono samples, full scale ±1, and their rate in Hz. Raise `SoundFileError`.

    The first sample is where the line begins to be heard and the last where it ends: its times are those of playing it.
    """
    import soundfile  # noqa: PLC0415 - loads libsndfile, which a start-up need not wait for

    try:
        data = sound.read_bytes()
    except FileNotFoundError as error:
        raise MissingFile(
            f"{sound.name} was not found, so this line cannot be played. Put it back, or drill another."
        ) from error
    except OSError as error:
        raise UnreadableFile(f"{sound.name} cannot be opened as a recording: {error.strerror}.") from error
    try:
        samples, rate_hz = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
        return as_played(samples.mean(axis=1), int(rate_hz)), int(rate_hz)
    except (soundfile.SoundFileError, ValueError) as error:
        raise UnreadableFile(
            f"{sound.name} is not a recording of a line: there is no sound in it that can be read."
        ) from error


def as_played(samples: Samples, rate_hz: int) -> Samples:
    """Mono, without the silence around it and as loud as every line. Raise ValueError where there is no sound in it."""
    return _levelled(trim(samples, rate_hz), rate_hz)


def write(path: Path, samples: Samples, rate_hz: int) -> None:
    """Keep a line that was recorded, as 16 bit FLAC. Raise `OSError`."""
    import soundfile  # noqa: PLC0415 - as above

    sound = io.BytesIO()
    soundfile.write(sound, samples, rate_hz, "PCM_16", format="FLAC")
    path.write_bytes(sound.getvalue())


def _levelled(samples: Samples, rate_hz: int) -> Samples:
    width = rate_hz // 100
    power = np.convolve(samples.astype(np.float64) ** 2, np.ones(width) / width, "valid").max()
    gain = 10 ** (LOUDEST_DBFS / 20) / np.sqrt(power)
    ramp = np.minimum(1.0, np.arange(len(samples)) / (FADE_S * rate_hz))
    out: Samples = np.clip(samples * np.minimum(ramp, ramp[::-1]) * gain, -1.0, 1.0).astype(np.float32)
    return out


def unplayable(sound: Traversable) -> str | None:
    """Say why a recording cannot be played; None if it can."""
    try:
        load(sound)
    except (MissingFile, UnreadableFile) as error:
        return str(error)
    return None
