"""How far an import is, by the bytes of the recordings, and whether it is to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

Going = Callable[[Path, float], bool]  # told the recording and the share of all that is done; False stops it all


class Stopped(Exception):
    """The rest is no longer wanted."""


class Pace:
    def __init__(self, paths: Sequence[Path], going: Going) -> None:
        self._going = going
        self._all = sum(map(_size, paths)) or 1
        self._done = 0

    @contextmanager
    def of(self, path: Path) -> Iterator[Callable[[float], None]]:
        """What is told the share of this recording; raises `Stopped`."""
        size = _size(path)

        def step(share: float) -> None:
            if not self._going(path, (self._done + share * size) / self._all):
                raise Stopped

        try:
            step(0.0)
            yield step
        finally:
            self._done += size


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # ValueError: a null character in the name
        return 0
