"""Makes a sound file of what a crash left: all that can be decoded, under a head that tells the truth."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from audio.disk import Disk
from audio.errors import AudioError, EmptyFile, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy.typing as npt

    Samples32 = npt.NDArray[np.int32]

# libFLAC hands a block over once it is full. Its fastest level has blocks of 1152 samples (72 ms at
# 16 kHz) where the usual one has 4096, and makes a voice half a per cent larger: less is lost.
FASTEST = 0.0

STEP = 16_384
# As 32-bit numbers, FLAC's samples of 24 bits and fewer end in zero bits: this is none of them.
NOTHING_YET = 1
# The head and one broken block of loud noise. In anything larger there was sound once.
HARDLY_ANYTHING = 4_096


def repair(path: Path) -> float:
    """Mend the FLAC file at `path` where it lies, and return the seconds saved; a whole one is left as it is.

    Raise `EmptyFile` where no sound was written yet, `UnreadableFile` where there is no hope, `AudioError`
    where the mended file cannot be written. The file at `path` is then as it was.
    """
    mended = path.with_name(path.name + ".mended")
    try:
        with soundfile.SoundFile(path) as damaged:
            rate_hz = damaged.samplerate
            frames = sum(len(samples) for samples in _decodable(damaged)) if damaged.format == "FLAC" else 0
    except soundfile.SoundFileError as error:
        raise _hopeless(path) from error
    if not frames:
        raise _hopeless(path)
    if not _is_whole(path):
        try:
            _copy(path, mended)
            mended.replace(path)
        except (soundfile.SoundFileError, AssertionError, OSError) as error:
            mended.unlink(missing_ok=True)
            raise AudioError(
                f"{path.name} broke off, and the disk does not take the mended copy. "
                "The recording stays as it is: make room on the disk and start again."
            ) from error
    return float(frames / rate_hz)


def _is_whole(path: Path) -> bool:
    """Say whether a player gets every sample that its head states."""
    try:
        with soundfile.SoundFile(path) as sound:
            sound.seek(0)
            heard = sum(len(samples) for samples in sound.blocks(STEP, dtype="int32"))
            return heard == int(sound.frames)
    except soundfile.SoundFileError:
        return False


def _decodable(sound: soundfile.SoundFile) -> Iterator[Samples32]:
    """Yield the samples up to the first that cannot be had.

    soundfile seeks after each read, and that fails where a head without a length meets the end of the file: the
    error comes although the last samples are in the buffer already. So the buffer itself tells how many arrived.
    Past the length that a damaged head states, it would be zeros for ever: nothing more is taken from there.
    """
    stated, arrived = sound.frames, STEP
    while arrived == STEP:
        buffer = np.full((min(STEP, stated), sound.channels), NOTHING_YET, np.int32)
        with contextlib.suppress(soundfile.SoundFileError):
            sound.read(out=buffer)
        arrived = int((buffer != NOTHING_YET).all(axis=1).sum())
        stated -= arrived
        yield buffer[:arrived]


def _copy(path: Path, mended: Path) -> None:
    with (
        soundfile.SoundFile(path) as damaged,
        Disk(mended, "w+") as disk,
        soundfile.SoundFile(
            disk, "w", damaged.samplerate, damaged.channels, damaged.subtype, format="FLAC", compression_level=FASTEST
        ) as whole,
    ):
        for name, text in damaged.copy_metadata().items():
            setattr(whole, name, text)
        for samples in _decodable(damaged):
            whole.write(samples)
        whole.close()
        if disk.refused:
            raise disk.refused
        os.fsync(disk.fileno())


def _hopeless(path: Path) -> AudioError:
    if path.stat().st_size <= HARDLY_ANYTHING:
        return EmptyFile(f"{path.name} broke off before any sound was written.")
    return UnreadableFile(f"{path.name} is damaged, and none of its sound can be saved. It stays as it is.")
