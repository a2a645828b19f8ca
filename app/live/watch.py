"""The microphone while calls are made: heard between takes, without an end; no thread and no Qt."""

from __future__ import annotations

import logging
from collections import deque
from itertools import chain
from typing import TYPE_CHECKING

from app.pace import Pace
from app.rehearsal.clock import TakeClock
from app.take import BROKE
from audio.block import lost_from
from audio.errors import AudioError, MicrophoneError
from audio.listen import listen
from coach.live.watching import Watching
from coach.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.hearing import Hearing
    from app.live.close_sound import CloseSound, SoundKept
    from audio.block import Block
    from audio.ears import Ear
    from coach.bands import Bands
    from coach.live.events import CallMeasured, CloseNoticed, TheyAreGone, Told

    Said = Stage | CloseNoticed | TheyAreGone | CallMeasured | SoundKept | AudioError

log = logging.getLogger(__name__)


class Watch:
    """`at`, `tell` and `stop` may be called from any thread at any time; the rest is the listening thread's.

    Where the microphone goes away, or a take comes in between, a close that went on is not measured, and the watch goes
    on with the sound that comes next. `keep` makes what keeps the sound of closes, None where none is kept.
    """

    def __init__(self, ear: Callable[[], Ear], bands: Bands, keep: Callable[[], CloseSound]) -> None:
        self.over = False
        self._ear = ear
        self._bands = bands
        self._make_keep = keep
        self._stopping = False
        self._told: deque[Told] = deque()
        self._clock: TakeClock | None = None
        self._kept: deque[SoundKept] = deque()
        self._fault: MicrophoneError | None = None

    def at(self, moment: float | None = None) -> float | None:
        """That moment of `time.monotonic()`, or now, in seconds of the sound; None while nothing is heard."""
        clock = self._clock
        if clock is None:
            return None
        return clock.now() if moment is None else clock.second(moment)

    def tell(self, told: Told) -> None:
        self._told.append(told)

    def stop(self) -> None:
        """Once the numbers that are still to come are there."""
        self._stopping = True

    def hear(self, hearing: Hearing, enough: Callable[[], bool]) -> Iterator[Said]:
        """What is heard of one microphone, until `enough`. What it raises is the microphone's."""
        self._fault = None
        try:
            yield from self._follow(hearing, enough)
        except Exception:
            log.exception("a live call could not be followed")
            self.over = True
            yield AudioError(BROKE)
        finally:
            self._clock = None
            self._told.clear()
        self.over = self.over or self._stopping
        if self._fault is not None:
            raise self._fault

    def _follow(self, hearing: Hearing, enough: Callable[[], bool]) -> Iterator[Said]:
        watching, pace, keep = Watching(self._bands), Pace(), self._make_keep()
        begins_at, front = hearing.newest()
        self._clock = TakeClock(hearing.microphone.position, begins_at, front[0].rate_hz)

        def done() -> bool:
            return enough() or (self._stopping and not self._told and not watching.busy)

        for event in listen(self._sound(chain(front, hearing), keep, done), self._ear()):
            while self._told:
                told = self._told.popleft()
                watching.tell(told)
                yield from keep.tell(told)
            for said in watching.hear(event):
                if not isinstance(said, Stage) or pace.due(said):
                    yield said
            while self._kept:
                yield self._kept.popleft()
        yield from keep.finish()

    def _sound(self, blocks: Iterable[Block], keep: CloseSound, done: Callable[[], bool]) -> Iterator[Block]:
        rate_hz = 0
        try:
            for block in blocks:
                rate_hz = block.rate_hz
                self._kept += keep.hear(block)
                yield block
                if done():
                    return
        except MicrophoneError as fault:
            self._fault = fault
            yield lost_from(rate_hz)  # what was heard until then is known, and that the rest is lost
