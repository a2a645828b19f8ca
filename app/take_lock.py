"""One take at a time owns the microphone, across all running copies of Okbye."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from audio.claim import claim
from audio.errors import MicrophoneRefused


@contextmanager
def take_lock(home: Path) -> Iterator[None]:
    """Hold the microphone's lock below the data folder. Raises MicrophoneRefused while another take has it.

    The system lets go of what a dead program held. Where the folder cannot be written there is no lock, and no reason
    to refuse the take.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = (home / "take.lock").open("wb")
    except OSError:
        yield
        return
    with lock:
        if not claim(lock.fileno()):
            raise MicrophoneRefused(
                "Another Okbye is in the middle of a take and has the microphone. Nothing is lost. "
                "End that take first, then start this one."
            )
        yield
