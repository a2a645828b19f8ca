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

THEY_SPOKE: Final = "they_spoke"  # the words of coach.verdict.Close.ended_by
THEY_HUNG_UP: Final = "they_hung_up"
LATE_S: Final = 2.0  # an "Ok" that was said so long before the No still belongs to it


def measure(
    segments: Sequence[Segment],
    lost: Iterable[float],
    since: float,
    until: float,
    ending: Ending,
    bands: Bands,
    voice: VoiceKnown | None = None,
    theirs: Iterable[tuple[float, str]] = (),
) -> Measured:
    """The last close between `since` and `until`, the moment at which the call was over.

    Segments before `since` only tell how loud the rep is. `theirs` is what the other side was heard to do, as in
    `coach.closing.measured`. That they went first is never a fault, wherever they did.
    """
    heard = [s if s.end <= until else s.until(until) for s in segments if s.start < until]
    voices, closes = near(heard, voice, since)
    did = [(at, what) for at, what in theirs if since <= at <= until]
    they_went = ending is Ending.THEY_WENT_FIRST or any(what == THEY_HUNG_UP for _, what in did)
    losses = [at for at in lost if since <= at <= until]
    if not closes:
        return _without_a_close(voices, they_went=they_went, lost=bool(losses))
    ends = [*did, (until, THEY_HUNG_UP)] if ending is Ending.THEY_WENT_FIRST else did
    close = measured(closes[-1], until, ends)
    rated = rate(close, closes[-1], losses, bands)
    if rated.reason is not None:
        return Measured(Result.NOT_MEASURED, headline=rated.reason)
    return Measured(rated.result, close.pause, close.pause_error, close.silence, rated.headline)


def _without_a_close(voices: list[Segment], *, they_went: bool, lost: bool) -> Measured:
    if they_went:
        return Measured(Result.PASS, headline=THEY_WENT[0])
    return Measured(Result.NOT_MEASURED, headline=sound_was_lost() if lost else nothing_heard(voices)[0])
