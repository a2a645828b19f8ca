"""A lock of a name in the data folder, across all running copies of Okbye."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from audio.claim import claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAKE: Final = "take.lock"  # one take at a time owns the microphone
WINDOW: Final = "window.lock"  # one window at a time is open on the folder


@contextmanager
def lock(home: Path, name: str) -> Iterator[bool]:
    """Give True to the one that holds it. The system lets go of what a dead program held.

    Where the folder cannot be written there is no lock, and everybody is alone.
    """
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (home / name).open("ab")
    except OSError:
        yield True
        return
    with file:
        yield claim(file.fileno())
