"""One take at a time owns the microphone, across all running copies of Okbye."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from audio.errors import MicrophoneRefused


@contextmanager
def take_lock(home: Path) -> Iterator[None]:
    """Hold the microphone's lock below the data folder. Raises MicrophoneRefused while another take has it.

    A lock left behind by a program that died does not count. Where the folder cannot be written there is no lock,
    and no reason to refuse the take.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QLockFile(str(home / "take.lock"))
    lock.setStaleLockTime(0)  # however long a take lasts, it is not stale while its program lives
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        raise MicrophoneRefused(
            "Another Okbye is in the middle of a take and has the microphone. Nothing is lost. "
            "End that take first, then start this one."
        )
    try:
        yield
    finally:
        lock.unlock()
