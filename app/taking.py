"""One take from its first sound to its verdict, in the listening thread; no thread of its own and no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from app.hearing import Hearing
from app.pace import Pace
from app.rehearsal.clock import TakeClock
from app.said import CallState, Peaks, TakeEnded
from app.take import BROKE, Recorder, Take, finish, unjudged
from audio.block import Block
from audio.mute import muted
from audio.peaks import HOP_S
from coach.stage import Stage
from coach.verdict import Result, Verdict

Engine = Callable[[Iterable[Block]], Iterator[Stage | Verdict]]
Said = Stage | CallState | Verdict

log = logging.getLogger(__name__)


class Taking:
    """`tell` is told what is to be shown while the take goes on."""

    def __init__(
        self, take: Take, hearing: Hearing, rate_hz: int, tell: Callable[[Stage | CallState | Peaks], None]
    ) -> None:
        self._take = take
        self._hearing = hearing
        self._rate_hz = rate_hz
        self._tell = tell
        self._pace = Pace()

    def run(self, engine: Engine, recorder: Recorder, key: str | None) -> TakeEnded | None:
        """`key` is that of the recorded sound. None where the take was dropped: nothing of it is kept."""
        take = self._take
        begins_at, front = self._hearing.newest()
        sound = take.hear(chain(front, self._hearing), begins_at, recorder, self._pace.draw)
        verdict = self._judge(self._said(engine, sound, begins_at))
        self._draw()
        unkept = finish(recorder, dropped=take.dropped)
        if take.dropped:
            return None
        bars = Peaks(0.0, HOP_S, tuple(take.bars))
        return TakeEnded(verdict, key if recorder.seconds else None, bars, self._fault(verdict) or unkept)

    def _said(self, engine: Engine, sound: Iterator[Block], begins_at: int) -> Iterator[Said]:
        call = self._take.call
        if call is None:
            return engine(sound)
        clock = TakeClock(self._hearing.microphone.position, begins_at, self._rate_hz)
        return call.hear(sound, clock, self._take.end_here)

    def _judge(self, said_so_far: Iterator[Said]) -> Verdict:
        verdict = None
        try:
            for said in said_so_far:
                if self._take.dropped:
                    break
                if isinstance(said, Verdict):
                    verdict = said
                elif isinstance(said, CallState):
                    self._tell(said)
                elif self._pace.due(said):
                    self._draw()
                    self._tell(said)
        except Exception:
            log.exception("a take could not be judged")
        return verdict or unjudged(self._take.duration_s, BROKE)

    def _fault(self, verdict: Verdict) -> str | None:
        if self._take.fault is not None:
            return str(self._take.fault)
        if self._take.call is not None and self._take.call.fault is not None:
            return self._take.call.fault
        if verdict.result is Result.NOT_MEASURED and self._hearing.mute.muted:
            return str(muted(self._hearing.microphone.name))
        return BROKE if verdict.reason == BROKE else None

    def _draw(self) -> None:
        if (bars := self._pace.bars()) is not None:
            self._tell(Peaks(bars[0] * HOP_S, HOP_S, bars[1]))
