"""Puts moments of the computer's clock on a take's own: the samples of its microphone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class TakeClock:
    """`position` names the sample that is being said now; the take begins at sample `begins_at`."""

    def __init__(self, position: Callable[[], int], begins_at: int, rate_hz: int) -> None:
        self._position = position
        self._begins_at = begins_at
        self._rate_hz = rate_hz

    def now(self) -> float:
        return (self._position() - self._begins_at) / self._rate_hz

    def second(self, moment: float) -> float:
        """Of the take, at a moment of `time.monotonic()`."""
        return self.now() + moment - time.monotonic()

    def moment(self, second: float) -> float:
        """Of `time.monotonic()`, at a second of the take."""
        return time.monotonic() + second - self.now()
