"""What a sound file says of itself in its head."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import soundfile

from audio.errors import UnreadableFile

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Head:
    """`tags` go by soundfile's names: date, artist, title and so on."""

    rate_hz: int
    seconds: float
    tags: dict[str, str]


def read_head(path: Path) -> Head:
    """Read what stands in the head. Raise `UnreadableFile`."""
    try:
        with soundfile.SoundFile(path) as sound:
            return Head(sound.samplerate, sound.frames / sound.samplerate, sound.copy_metadata())
    except soundfile.SoundFileError as error:
        raise UnreadableFile(f"{path.name} is not a sound file this program can read.") from error
