"""One take at a time owns the microphone, across all running copies of Okbye."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.lock import TAKE, lock
from audio.errors import MicrophoneRefused


@contextmanager
def take_lock(home: Path) -> Iterator[None]:
    """Hold the microphone's lock below the data folder. Raises MicrophoneRefused while another take has it."""
    with lock(home, TAKE) as alone:
        if not alone:
            raise MicrophoneRefused(
                "Another Okbye is in the middle of a take and has the microphone. Nothing is lost. "
                "End that take first, then start this one."
            )
        yield
