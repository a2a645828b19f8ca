"""The close of a live call in numbers: from the segments around it, by the same rules as a recorded one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coach.calls.call import Ending, Measured
from coach.closing import measured, rate
from coach.drills.sentences import THEY_WENT
from coach.nearness import near
from coach.sentences import nothing_heard, sound_was_lost
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from audio.segment import Segment, VoiceKnown
    from coach.bands import Bands

LATE_S: Final = 2.0  # an "Ok" that was said so long before the No still belongs to it


def measure(
    segments: Sequence[Segment],
    lost: Iterable[float],
    since: float,
    until: float,
    ending: Ending,
    bands: Bands,
    voice: VoiceKnown | None = None,
    they_spoke: Iterable[float] = (),
) -> Measured:
    """The last close between `since` and `until`, the moment at which the call was over.

    Segments before `since` only tell how loud the rep is. That they went first is never a fault, wherever they did.
    """
    heard = [s if s.end <= until else s.until(until) for s in segments if s.start < until]
    voices, closes = near(heard, voice, since)
    losses = [at for at in lost if since <= at <= until]
    if not closes:
        return _without_a_close(voices, ending, lost=bool(losses))
    theirs = [(at, "they_spoke") for at in they_spoke if at <= until]
    if ending is Ending.THEY_WENT_FIRST:
        theirs.append((until, "they_hung_up"))
    close = measured(closes[-1], until, theirs)
    rated = rate(close, closes[-1], losses, bands)
    if rated.reason is not None:
        return Measured(Result.NOT_MEASURED, headline=rated.reason)
    return Measured(rated.result, close.pause, close.pause_error, close.silence, rated.headline)


def _without_a_close(voices: list[Segment], ending: Ending, *, lost: bool) -> Measured:
    if ending is Ending.THEY_WENT_FIRST:
        return Measured(Result.PASS, headline=THEY_WENT[0])
    return Measured(Result.NOT_MEASURED, headline=sound_was_lost() if lost else nothing_heard(voices)[0])
