"""The time of day for the log: it never goes back while the program runs, even where the computer's clock does."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_JITTER: Final = timedelta(seconds=1)


def _now() -> datetime:
    return datetime.now(UTC)


class LogClock:
    """Where the computer's clock is set back, the time goes on from where it was; where it is set forward, with it."""

    def __init__(self, wall: Callable[[], datetime] = _now, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._at = wall(), monotonic()  # a moment on both clocks
        self._last = self._at[0]

    def now(self) -> datetime:
        wall, monotonic = self._wall(), self._monotonic()
        expected = self._at[0] + timedelta(seconds=monotonic - self._at[1])
        if wall >= expected - _JITTER:
            self._at = wall, monotonic
            expected = wall
        self._last = max(self._last, expected)
        return self._last
