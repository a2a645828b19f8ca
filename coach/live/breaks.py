"""A gentle word about breaks, from the moments at which calls were made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

BREAK: Final = timedelta(minutes=5)  # so long without a call is one
LONG_STRETCH: Final = timedelta(minutes=45)
ENOUGH: Final = timedelta(hours=3)  # of calling, in one day

TIRED: Final = "You have been calling for {} minutes. Five minutes away from the telephone will do you good."
DONE: Final = "That was three hours of calling today. What you do not reach today is there tomorrow."


def break_word(today: Iterable[datetime], now: datetime) -> str | None:
    """`today` are the moments of the day's calls. In a break there is nothing to say but that the day was long."""
    stretches = _stretches(moment for moment in today if moment <= now)
    if not stretches:
        return None
    if sum((last - first for first, last in stretches), timedelta()) >= ENOUGH:
        return DONE
    first, last = stretches[-1]
    if now - last >= BREAK or now - first < LONG_STRETCH:
        return None
    return TIRED.format(int((now - first) / timedelta(minutes=1)))


def _stretches(moments: Iterable[datetime]) -> list[tuple[datetime, datetime]]:
    """The first and the last call of each stretch without a break."""
    found: list[tuple[datetime, datetime]] = []
    for moment in sorted(moments):
        if found and moment - found[-1][1] < BREAK:
            found[-1] = found[-1][0], moment
        else:
            found.append((moment, moment))
    return found
