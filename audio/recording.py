"""Writes a take's sound to disk while it is spoken, so that a crash costs its last moment and no more."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audio.claim import claim
from audio.disk import Disk
from audio.errors import AudioError
from audio.mending import FASTEST, repair
from audio.sound_folder import part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import numpy.typing as npt

    from audio.block import Block, Samples

SYNC_SECONDS = 1.0

# What libsndfile and the encoder in it may still hold back: one FLAC block being filled, one being written.
HELD_BACK = 2 * 1152


class Recording:
    """One FLAC file, 16 bit, under a `.part.flac` name until `close`; then it has its own name.

    Recording never stops the hearing: when the disk refuses, `failed` holds the sentence for the user and `refused`
    what the disk said, `write` does nothing from then on, and what was written before is safe. `tags` (soundfile's
    names: date, artist, title …) stand in the file's head, so that the sound can tell whose it is.
    """

    def __init__(self, path: Path, rate_hz: int, channels: int = 1, tags: Mapping[str, str] | None = None) -> None:
        self.path = path
        self.rate_hz = rate_hz
        self.channels = channels
        self.failed: str | None = None
        self.refused: OSError | None = None
        self._part = part_of(path)
        self._written = 0
        self._synced = 0
        self._open: tuple[soundfile.SoundFile, Disk] | None = None
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            disk = Disk(self._part, "x+")
        except OSError as error:
            self.refused, self.failed = error, _sentence(error, 0.0)
            return
        claim(disk.fileno())
        sound = soundfile.SoundFile(disk, "w", rate_hz, channels, "PCM_16", format="FLAC", compression_level=FASTEST)
        for name, text in (tags or {}).items():
            setattr(sound, name, text)
        self._open = sound, disk

    @property
    def seconds(self) -> float:
        """How much was taken down so far."""
        return self._written / self.rate_hz

    def write(self, block: Block) -> None:
        """Add a block of this recording's rate; where it has one channel, a block's several become one."""
        if self._open is None or self.failed:
            return
        sound, disk = self._open
        samples = block.samples
        if self.channels == 1 and samples.shape[1] != 1:
            samples = samples.mean(axis=1, keepdims=True)
        if self._refused(disk, lambda: sound.write(as_16_bit(samples))):
            return
        self._written += len(samples)
        if self._written - self._synced >= SYNC_SECONDS * self.rate_hz:
            self._synced = self._written
            self._refused(disk, lambda: os.fsync(disk.fileno()))

    def close(self) -> None:
        """Make it a whole file under its own name; after a failure, of what there is, if the disk allows."""
        if self._let_go():
            self._name()

    def discard(self) -> None:
        """Keep nothing of it."""
        if self._let_go():
            self._part.unlink(missing_ok=True)

    def _let_go(self) -> bool:
        """Write the head and close the file; False if that was done before."""
        if self._open is None:
            return False
        (sound, disk), self._open = self._open, None
        self._refused(disk, sound.close)
        self._refused(disk, lambda: os.fsync(disk.fileno()))
        disk.close()
        return True

    def _name(self) -> None:
        if not self._written:
            self._part.unlink(missing_ok=True)
            return
        try:
            if self.failed:  # then its head tells of sound that is not there
                repair(self._part)
            self._part.replace(self.path)
        except (AudioError, OSError) as error:
            # The part stays: the next start mends it, when there may be room again.
            self.failed = self.failed or str(error)
            self.refused = self.refused or (error if isinstance(error, OSError) else None)

    def _refused(self, disk: Disk, step: Callable[[], object]) -> bool:
        """Do it; if the disk would not have it, remember the sentence."""
        try:
            step()
        except (soundfile.SoundFileError, AssertionError, OSError) as error:
            # soundfile asserts that all was written; the reason is with the file, if anywhere.
            disk.refused = disk.refused or (error if isinstance(error, OSError) else OSError(str(error)))
        if disk.refused and not self.failed:
            self.refused = disk.refused
            self.failed = _sentence(disk.refused, max(0, self._written - HELD_BACK) / self.rate_hz)
        return disk.refused is not None


def as_16_bit(samples: Samples) -> npt.NDArray[np.int16]:
    """Round and limit; what is no number becomes 0, since one such sample would stop the FLAC encoder for good."""
    scaled = np.rint(np.nan_to_num(samples, posinf=1.0, neginf=-1.0) * 32768)
    return np.clip(scaled, -32768, 32767).astype(np.int16)


def _sentence(error: OSError, safe_s: float) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what, todo = "The disk is full", "Make room before the next one"
    elif error.errno == errno.EFBIG:
        what, todo = "The recording grew larger than this disk allows", "Start a new take"
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        what, todo = "The folder of takes cannot be written to", "Allow it before the next one"
    else:
        what, todo = f"The disk refused the recording ({error.strerror or error})", "Look after the disk"
    safe = f"the first {safe_s:.1f} s are safe, the rest of this take is" if safe_s else "this take is"
    return f"{what}: {safe} measured but not recorded. {todo}."
