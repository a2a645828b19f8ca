"""One sound file as libsndfile decodes it, with the gaps of its Python wrapper closed."""

from __future__ import annotations

import os
import re
from typing import IO, TYPE_CHECKING, Self

import numpy as np
import soundfile

if TYPE_CHECKING:
    from audio.block import Samples

# What a file of each family begins with. libsndfile also guesses at formats that are no recordings, and its MP3
# decoder searches any file for something like a frame and complains on stderr: neither is asked about other bytes.
FAMILIES = re.compile(rb"RIFF|RIFX|RF64|riff|fLaC|OggS|FORM|caff|\.snd|ID3|\xff[\xe2-\xff]", re.DOTALL)
FORMATS = frozenset({"WAV", "WAVEX", "RF64", "W64", "FLAC", "OGG", "MP3", "AIFF", "CAF", "AU"})

UNKNOWN = "it is not WAV, FLAC, OGG, MP3 or AIFF sound"

# libsndfile's numbers for: no format it knows, an encoding it does not know, and MP3 in which there is no frame.
NO_FORMAT, NO_ENCODING, NO_FRAME = 1, 18, 7

# libsndfile logs each length in a header that the file is too short for, and each Ogg stream with no whole last page.
SHORTER = re.compile(r"^ *(?:data|SSND|riff|Riff size) : (\d+) \(should be (\d+)\)", re.MULTILINE)
NO_LAST_PAGE = re.compile(r"Last page lacks an end-of-stream bit|Junk after the last page")
# Programs that write into a pipe cannot know the length, and put one just under 2 or 4 GiB.
LENGTH_UNKNOWN = (range(0x7FFF_0000, 2**31), range(0xFFFF_0000, 2**32))

ENDLESS = 2**63 - 1


class NotSound(Exception):
    """Its text completes the sentence "… is not a sound file this program can read:"."""


class SoundStream:
    """Decodes an open file from start to end and closes it; `frames` is the header's claim, None where it has none.

    `cut_short` is true once something was found missing: at the latest when `read` has returned no more.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        try:
            self._sound = _open(file)
        except BaseException:
            file.close()
            raise
        self.rate_hz: int = self._sound.samplerate
        self.channels: int = self._sound.channels
        self.frames: int | None = self._sound.frames if self._sound.frames < ENDLESS else None
        self.cut_short = _too_short(self._sound.extra_info)
        self._heard = 0
        self._over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._over = True
        self._sound.close()
        self._file.close()

    def read(self, frames: int) -> Samples:
        """Return up to `frames` of sound as (frames, channels); none at all when there is no more."""
        if self._over:
            return np.empty((0, self.channels), np.float32)
        samples = np.full((frames, self.channels), np.nan, np.float32)
        try:
            count = self._sound.buffer_read_into(samples, dtype="float32")
        except soundfile.LibsndfileError:
            # What was decoded before the damage is in the buffer, followed by our NaN.
            count = int(np.argmax(np.isnan(samples[:, 0]))) if np.isnan(samples[-1, 0]) else frames
            self._over = self.cut_short = True
        self._heard += count
        if not count:
            self._over = True
            self.cut_short |= self.frames is not None and self._heard < self.frames
        return samples[:count]


class _OneWay(soundfile.SoundFile):  # type: ignore[misc]  # soundfile has no types
    """Read from start to end only.

    soundfile seeks to where it already is after each block. That is slow in FLAC, and raises near the
    end of a damaged file before the decoded sound can be used.
    """

    def seekable(self) -> bool:
        return False


class _EndlessFile:
    """An MP3 file as it looks when its length is not known.

    With no table of contents libsndfile takes the length of an MP3 from its size and the bit rate of its
    first frames, and stops there: of a quiet start and a loud end it would read too little. When
    it cannot know the size it counts the frames.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at_end = False

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at_end = whence == os.SEEK_END
        return ENDLESS if self._at_end else self._file.seek(offset, whence)

    def tell(self) -> int:
        return ENDLESS if self._at_end else self._file.tell()

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)


def _open(file: IO[bytes]) -> soundfile.SoundFile:
    head = file.read(10)
    if not FAMILIES.match(head):
        raise NotSound(UNKNOWN)
    try:
        sound = _OneWay(_as_libsndfile_reads(file, head), closefd=False)
    except soundfile.LibsndfileError as error:
        raise NotSound(_reason(error)) from error
    if sound.format not in FORMATS:
        sound.close()
        raise NotSound(UNKNOWN)
    return sound


def _as_libsndfile_reads(file: IO[bytes], head: bytes) -> IO[bytes] | _EndlessFile | int:
    """Let it read by itself where it can: through Python it is slower, and a Ctrl-C in between gets lost.

    On Windows it has a C library of its own, which does not know Python's file numbers.
    """
    endless = _mpeg_of_unknown_length(file, head)
    file.seek(0)
    if endless:
        return _EndlessFile(file)
    return file if os.name == "nt" else file.fileno()


def _mpeg_of_unknown_length(file: IO[bytes], head: bytes) -> bool:
    """Whether this is an MP3 whose first frame is no table of contents."""
    if not head.startswith((b"ID3", b"\xff")):
        return False
    start = 0
    if head.startswith(b"ID3"):  # its length: four times seven bits
        start = len(head) + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:], (21, 14, 7, 0), strict=False))
    file.seek(start)
    frame = file.read(256)
    return not any(tag in frame for tag in (b"Xing", b"Info", b"VBRI"))


def _too_short(log: str) -> bool:
    if NO_LAST_PAGE.search(log):
        return True
    lengths = ((int(claimed), int(there)) for claimed, there in SHORTER.findall(log))
    return any(claimed > there and not any(claimed in near for near in LENGTH_UNKNOWN) for claimed, there in lengths)


def _reason(error: soundfile.LibsndfileError) -> str:
    if error.code == NO_FORMAT:
        return UNKNOWN
    if error.code == NO_ENCODING:
        return "its sound is encoded in a way this program does not know"
    if error.code == NO_FRAME:
        return "it begins like an MP3, but there is no sound in it"
    return f"it is damaged ({error.error_string.removeprefix('Error : ').rstrip('. ')})"
