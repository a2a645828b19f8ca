"""Which stretch of a long recording becomes a take: a close, what led to it, and the silence after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audio.cutting import Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.verdict import Close

WHOLE_S = 60.0  # a recording no longer than that, with one close or none, is a practised take as it stands
BEFORE_S = 10.0  # of the call before "Ok": what it answers
LONGEST_SILENCE_S = 15.0  # nobody waits longer; the line just went on being recorded
AFTER_S = 3.0


def stretches(closes: Sequence[Close], duration: float) -> tuple[Stretch, ...]:
    """One for each close, in order of time; the whole of a short recording; none of a long one without a close."""
    if duration <= WHOLE_S and len(closes) <= 1:
        return (Stretch(0.0, duration),)
    return tuple(_around(number, closes, duration) for number in range(len(closes)))


def _around(number: int, closes: Sequence[Close], duration: float) -> Stretch:
    """No stretch has both words of a neighbour: heard by itself, there is one close in it."""
    close = closes[number]
    start = max(0.0, close.ok.start - BEFORE_S)
    if number:
        start = max(start, closes[number - 1].farewell.end)
    end = min(duration, close.farewell.end + min(close.silence, LONGEST_SILENCE_S) + AFTER_S)
    if number + 1 < len(closes):
        end = min(end, closes[number + 1].ok.end)
    return Stretch(round(start, 2), round(end, 2))
