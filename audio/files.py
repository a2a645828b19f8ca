"""A recording as blocks of sound, a little at a time, or the sentence that says why it cannot be read."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

import numpy as np

from audio.block import Block, Samples
from audio.errors import EmptyFile, MissingFile, SoundFileError, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.container import SoundStream

SUFFIXES = frozenset({".wav", ".wave", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".aifc"})
LOWEST_HZ, HIGHEST_HZ = 8_000, 192_000
MOST_CHANNELS = 8

# Some programs write floats as large as 16-bit integers; what is larger still is no sound.
LARGEST_SAMPLE = 65_536.0


@dataclass(slots=True)
class Recording:
    """A `Source` that can be read once, from start to end, and closes itself there.

    `duration` is what the header claims, in seconds: good for a progress bar, not for measuring; None where
    the file does not say. `note` is set at the end of a recording that turned out to be cut short: a sentence
    for the user. The sound before the cut was handed out like any other.
    """

    path: Path
    rate_hz: int
    channels: int
    duration: float | None
    note: str | None = field(default=None, init=False)
    _stream: SoundStream = field(repr=False)
    _block_frames: int = field(repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._stream.close()

    def __iter__(self) -> Iterator[Block]:
        """Raise `SoundFileError` where there is nothing to hear, or something that is no sound."""
        frames = 0
        with self._stream as stream:
            while len(samples := stream.read(self._block_frames)):
                self._must_be_sound(samples, frames)
                frames += len(samples)
                yield Block(samples, self.rate_hz)
            if not frames:
                raise self._nothing_heard()
            if stream.cut_short:
                self.note = (
                    f"{named(self.path)} is cut short or damaged: "
                    f"only its first {frames / self.rate_hz:.2f} s could be read, and they were measured."
                )

    def _must_be_sound(self, samples: Samples, frames_before: int) -> None:
        if not float(np.abs(samples).max()) <= LARGEST_SAMPLE:  # false for NaN, too
            moment = frames_before / self.rate_hz
            raise unreadable(self.path, f"after {moment:.1f} s it holds values that are no sound (NaN or infinite)")

    def _nothing_heard(self) -> SoundFileError:
        if self._stream.cut_short:
            return unreadable(self.path, "it is damaged, and none of its sound could be decoded")
        return EmptyFile(f"{named(self.path)} is empty: it is a sound file with no sound in it.")


def read(path: Path | str, block_frames: int = 32_768) -> Recording:
    """Open a recording; its sound is decoded while it is iterated. Raise `SoundFileError`."""
    # libsndfile is loaded with the first recording, so that no command waits for it in vain.
    from audio.container import NotSound, SoundStream  # noqa: PLC0415

    path = Path(path)
    try:
        stream = SoundStream(_open(path))
    except NotSound as error:
        raise unreadable(path, str(error)) from error
    if reason := _beyond_us(stream):
        stream.close()
        raise unreadable(path, reason)
    duration = None if stream.frames is None else stream.frames / stream.rate_hz
    return Recording(path, stream.rate_hz, stream.channels, duration, stream, block_frames)


def named(path: Path) -> str:
    """Return the name that every sentence about a file begins with."""
    return path.name or str(path)


def unreadable(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(f"{named(path)} is not a sound file this program can read: {reason}.")


def _open(path: Path) -> IO[bytes]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise unreadable(path, "it is a folder")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise unreadable(path, "it is a device or a pipe, not a file")
        if not status.st_size:
            raise EmptyFile(f"{named(path)} is empty: the file has 0 bytes.")
        return path.open("rb", buffering=0)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # ValueError: a null character in the name
        raise MissingFile(f"{named(path)} was not found: there is no file at {path}.") from error
    except PermissionError as error:
        raise unreadable(path, "you have no permission to open it") from error
    except OSError as error:
        raise unreadable(path, f"the system could not open it ({error.strerror})") from error


def _beyond_us(stream: SoundStream) -> str | None:
    if not LOWEST_HZ <= stream.rate_hz <= HIGHEST_HZ:
        return f"it has {stream.rate_hz} samples a second, and only {LOWEST_HZ} to {HIGHEST_HZ} can be measured"
    if stream.channels > MOST_CHANNELS:
        return f"it has {stream.channels} channels, and only 1 to {MOST_CHANNELS} can be measured"
    return None
