"""Follows hours of live calls by ear and by the presses: the stage while a close goes on, and its numbers after it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audio.segment import (
    Heard,
    Segment,
    SegmentHeard,
    SoundEnded,
    SoundLost,
    SpeechStarted,
    SpeechWithdrawn,
    TimePassed,
    VoiceKnown,
    Word,
)
from coach.calls.call import Measured
from coach.closing import measured
from coach.live.clicks import Clicks
from coach.live.events import (
    CallMeasured,
    CallOver,
    CloseNoticed,
    NoSaid,
    NoTakenBack,
    Pressed,
    TheyAreGone,
    TheyHungUp,
    TheySpoke,
    Told,
)
from coach.live.measuring import LATE_S, THEY_HUNG_UP, THEY_SPOKE, measure
from coach.nearness import near
from coach.sentences import sound_was_lost
from coach.staging import Staging
from coach.verdict import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.bands import Bands
    from coach.stage import Stage
    from coach.verdict import Close

    Said = Stage | CloseNoticed | TheyAreGone | CallMeasured

SETTLED_S: Final = 0.4  # after that what was said before is final, unless somebody still speaks
LONGEST_WAIT_S: Final = 16.0  # longer than the ear keeps one piece of speech open
KEPT_S: Final = 60.0  # how loud the rep is, is told by so much
KEPT: Final = 400  # segments, however long a close stays open
SURE: Final = 0.6  # of each word, before a close is noticed that nobody has pressed


@dataclass(slots=True)
class _No:
    """A No whose numbers are still to come: what belongs to it was said after `since`."""

    call: str
    since: float
    over: CallOver | None = None


class Watching:
    """Feed it every event and every press; what is there to tell comes back. It does not grow with the hours."""

    def __init__(self, bands: Bands) -> None:
        self._bands = bands
        self._voice: VoiceKnown | None = None
        self._clicks = Clicks()
        self._staging = Staging()
        self._segments: deque[Segment] = deque(maxlen=KEPT)
        self._announced: list[float] = []  # and not final yet
        self._lost: deque[float] = deque(maxlen=KEPT)
        self._theirs: deque[tuple[float, str]] = deque(maxlen=KEPT)
        self._gone = False  # they hung up, and it has not been told
        self._noes: list[_No] = []
        self._last_over = 0.0
        self._noticed = 0.0  # what was said before is no news

    @property
    def closing(self) -> bool:
        return any(no.over is None for no in self._noes)

    @property
    def busy(self) -> bool:
        """Numbers are still to come."""
        return bool(self._noes)

    def tell(self, told: Told) -> None:
        match told:
            case Pressed(at=at):
                for event in self._clicks.press(at):
                    self._note(event)
            case NoSaid():
                self._begin(told)
            case CallOver(call=call, at=at):
                for no in self._noes:
                    if no.call == call and no.over is None:
                        no.over = told
                        self._last_over = self._noticed = at
            case NoTakenBack(call=call):
                self._noes = [no for no in self._noes if no.call != call]
                self._noticed = self._now()
            case TheySpoke(at=at):
                self._theirs.append((at, THEY_SPOKE))
            case TheyHungUp(at=at):
                self._theirs.append((at, THEY_HUNG_UP))
                self._gone = self.closing

    def hear(self, event: Heard) -> Iterator[Said]:
        if self._gone:
            self._gone = False
            yield TheyAreGone()
        for passed in self._clicks.hear(event):
            self._note(passed)
            if isinstance(passed, SegmentHeard) and (noticed := self._notice()) is not None:
                yield noticed
        match event:
            case TimePassed(now=now):
                if self.closing:
                    yield self._staging.at(now)
                yield from self._settle(now)
                self._forget(now)
            case SoundEnded(duration=duration):
                yield from self._break_off(duration)
            case _:
                pass

    def _note(self, event: Heard) -> None:
        self._staging.hear(event)
        match event:
            case VoiceKnown():
                self._voice = event
            case SpeechStarted(at=at):
                self._announced.append(at)
            case SpeechWithdrawn(at=at):
                self._announced = [start for start in self._announced if start != at]
            case SegmentHeard(segment=segment):
                self._announced = [start for start in self._announced if start >= segment.end]
                self._segments.append(segment)
            case SoundLost(at=at):
                self._lost.append(at)
            case _:
                pass

    def _now(self) -> float:
        return self._segments[-1].end if self._segments else 0.0

    def _begin(self, no: NoSaid) -> None:
        since = max(self._last_over, no.at - LATE_S)
        if no.noticed and (close := self._newest_close(self._last_over)) is not None:
            since = min(since, close.ok.start)
        self._noes = [one for one in self._noes if one.call != no.call] + [_No(no.call, since)]
        self._staging.since = since

    def _newest_close(self, since: float) -> Close | None:
        closes = near(self._segments, self._voice, since).closes
        return measured(closes[-1], self._segments[-1].end) if closes else None

    def _notice(self) -> CloseNoticed | None:
        """Once both words are final; a close is noticed once."""
        newest = self._segments[-1]
        if self.closing or newest.word is not Word.FAREWELL or not _sure(newest, Word.FAREWELL):
            return None
        close = self._newest_close(self._noticed)
        if close is None or close.farewell != newest or not _sure(close.ok, Word.OK):
            return None
        self._noticed = newest.end
        return CloseNoticed(close)

    def _settle(self, now: float) -> Iterator[CallMeasured]:
        for no in list(self._noes):
            if no.over is None or now < no.over.at + SETTLED_S:
                continue
            going_on = any(start < no.over.at for start in self._announced)
            if not going_on or now >= no.over.at + LONGEST_WAIT_S:
                self._noes.remove(no)
                yield CallMeasured(no.call, self._measure(no, no.over))

    def _measure(self, no: _No, over: CallOver) -> Measured:
        return measure(
            self._segments, self._lost, no.since, over.at, over.ending, self._bands, self._voice, self._theirs
        )

    def _break_off(self, duration: float) -> Iterator[CallMeasured]:
        """The sound is over, and the calls may not be."""
        for no in self._noes:
            if no.over is not None and no.over.at <= duration:
                yield CallMeasured(no.call, self._measure(no, no.over))
            else:
                yield CallMeasured(no.call, Measured(Result.NOT_MEASURED, headline=sound_was_lost()))
        self._noes.clear()

    def _forget(self, now: float) -> None:
        oldest = min([now - KEPT_S, *(no.since - KEPT_S for no in self._noes)])
        while self._segments and self._segments[0].end < oldest:
            self._segments.popleft()


def _sure(word: Segment, of: Word) -> bool:
    ok, farewell, _ = word.beliefs or (0.0, 0.0, 1.0)
    return (ok if of is Word.OK else farewell) >= SURE
