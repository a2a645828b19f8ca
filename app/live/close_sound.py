"""Keeps the rep's own sound of a close, where they have chosen so: from two seconds before the No to hanging up."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.take import BROKE, Recorder
from coach.live.events import CallOver, NoSaid, NoTakenBack
from coach.live.measuring import LATE_S

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audio.block import Block
    from coach.live.events import Told

Record = Callable[[int], tuple[str, Recorder]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SoundKept:
    """`fault` is the sentence where not all of it could be."""

    call: str
    key: str | None
    fault: str | None = None


@dataclass(slots=True)
class _Keeping:
    call: str
    key: str
    recorder: Recorder
    since: float
    until: float | None = None

    def write(self, block: Block, begins: float) -> None:
        """The part of it that belongs to the close."""
        first = max(0, round((self.since - begins) * block.rate_hz))
        last = None if self.until is None else max(0, round((self.until - begins) * block.rate_hz))
        if len(samples := block.samples[first:last]):
            self.recorder.write(replace(block, samples=samples))


class CloseSound:
    """One close at a time; times are seconds of the sound.

    `record` makes a recorder for a rate and names its key; `wanted` is asked at each close.
    """

    def __init__(self, record: Record, wanted: Callable[[], bool]) -> None:
        self._record = record
        self._wanted = wanted
        self._newest: deque[Block] = deque()
        self._end = 0.0  # of the newest block
        self._keeping: _Keeping | None = None

    def tell(self, told: Told) -> Iterator[SoundKept]:
        keeping = self._keeping
        match told:
            case NoSaid(call=call, at=at):
                yield from self.finish()
                self._begin(call, at - LATE_S)
            case CallOver(call=call, at=at) if keeping is not None and keeping.call == call:
                keeping.until = at
            case NoTakenBack(call=call) if keeping is not None and keeping.call == call:
                self._let_go(keeping.recorder.discard)
            case _:
                pass

    def hear(self, block: Block) -> Iterator[SoundKept]:
        begins, self._end = self._end, self._end + len(block.samples) / block.rate_hz
        if self._keeping is not None:
            self._keeping.write(block, begins)
            if self._keeping.until is not None and self._end >= self._keeping.until:
                yield from self.finish()
        self._newest.append(block)
        kept = sum(len(one.samples) for one in self._newest)
        while kept - len(self._newest[0].samples) >= (LATE_S + 1.0) * block.rate_hz:  # a press is told a little late
            kept -= len(self._newest.popleft().samples)

    def finish(self) -> Iterator[SoundKept]:
        """Keep what there is; the close may have been cut off."""
        if (keeping := self._keeping) is not None:
            fault = self._let_go(keeping.recorder.close) or keeping.recorder.failed
            yield SoundKept(keeping.call, keeping.key if keeping.recorder.seconds else None, fault)

    def _begin(self, call: str, since: float) -> None:
        if not self._newest or not self._wanted():
            return
        key, recorder = self._record(self._newest[0].rate_hz)
        self._keeping = _Keeping(call, key, recorder, since)
        at = self._end - sum(len(block.samples) / block.rate_hz for block in self._newest)
        for block in self._newest:
            self._keeping.write(block, at)
            at += len(block.samples) / block.rate_hz

    def _let_go(self, close: Callable[[], None]) -> str | None:
        self._keeping = None
        try:
            close()
        except Exception:
            log.exception("the sound of a close could not be kept")
            return BROKE
        return None
