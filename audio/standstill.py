"""Notices that the computer slept, or stood still: time went on, and no sound came."""

from __future__ import annotations

import time

STILL_S = 2.0


def clock() -> float:
    """Seconds that go on while the computer sleeps, which `time.monotonic` need not do."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if boot is None else time.clock_gettime(boot)


class StandstillWatch:
    """Told of each stretch of sound as it arrives; a driver is late by less than `STILL_S`."""

    def __init__(self) -> None:
        self._last: float | None = None

    def hear(self, arrived: float, seconds: float) -> float:
        """How long nothing came before it, in seconds of `clock`; 0 where it came in time."""
        missing = 0.0 if self._last is None else arrived - self._last - seconds
        self._last = arrived
        return missing if missing > STILL_S else 0.0
