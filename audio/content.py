"""What a sound is known by, whatever its file is called and however it is packed: a digest of its samples."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from audio.files import read
from audio.recording import as_16_bit

if TYPE_CHECKING:
    from pathlib import Path

    from audio.block import Block

_BYTES = 16


class Content:
    """Feed it all of a sound; however that was cut into blocks, the digest is the same.

    It is taken of the samples as they are kept, in 16 bits: a WAV file and the FLAC made of it have the same one.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._digest = blake2b(f"{rate_hz}/{channels}/".encode(), digest_size=_BYTES)

    def hear(self, block: Block) -> None:
        self._digest.update(as_16_bit(block.samples).astype("<i2", copy=False).tobytes())

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()


def content_of(path: Path) -> str:
    """Read a sound file to its end. Raise `SoundFileError`."""
    with read(path) as recording:
        content = Content(recording.rate_hz, recording.channels)
        for block in recording:
            content.hear(block)
    return content.digest
