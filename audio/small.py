"""Sound made small, to be sent along: MP3, which every browser plays, at a rate that has all of speech."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import soundfile
import soxr

if TYPE_CHECKING:
    from audio.block import Samples

KIND = "audio/mpeg"
BYTES_A_SECOND = 5_000  # about; what a page will take is told before it is made

_RATES = frozenset({8_000, 11_025, 12_000, 16_000, 22_050, 24_000})
_RATE = 24_000
_SMALL = 0.5  # of libsndfile's scale: 0 is the best sound, 1 the smallest


def small(samples: Samples, rate_hz: int) -> bytes:
    """Mono samples as one MP3 file."""
    if rate_hz not in _RATES:
        samples, rate_hz = soxr.resample(samples, rate_hz, _RATE), _RATE
    file = io.BytesIO()
    with soundfile.SoundFile(
        file, "w", rate_hz, 1, "MPEG_LAYER_III", format="MP3", compression_level=_SMALL, bitrate_mode="VARIABLE"
    ) as sound:
        sound.write(samples)
    return file.getvalue()
