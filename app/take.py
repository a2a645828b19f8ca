"""One take: which of the microphone's sound belongs to it, and what becomes of that sound; no thread and no Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol

from app.rehearsal.clock import TakeClock
from app.said import CallState
from audio.block import Block, lost_from
from audio.errors import MicrophoneError
from audio.peaks import PeakMeter
from coach.stage import Stage
from coach.verdict import Result, Verdict

BROKE = (
    "Something went wrong while listening. What was recorded is safe, and Okbye listens on. The log has the details."
)

log = logging.getLogger(__name__)

Drawn = Callable[[int, tuple[float, ...]], None]  # the number of the first bar, and the bars


class Recorder(Protocol):
    """Writes a take's sound while it is spoken; when it can no longer, `failed` says why and `write` does nothing."""

    failed: str | None

    @property
    def seconds(self) -> float: ...

    def write(self, block: Block) -> None: ...
    def close(self) -> None: ...
    def discard(self) -> None: ...


class CallLike(Protocol):
    """What a take needs of a call with a virtual prospect; see `app.rehearsal.call.Call`."""

    drill: str

    @property
    def fault(self) -> str | None: ...

    def offer_done(self) -> None: ...
    def connected(self) -> AbstractContextManager[None]: ...
    def hear(
        self, blocks: Iterable[Block], clock: TakeClock, hang_up: Callable[[], None]
    ) -> Iterator[Stage | CallState | Verdict]: ...


class Unrecorded:
    """Stands in where no sound is kept."""

    failed: str | None = None
    seconds = 0.0

    def write(self, block: Block) -> None:
        """Keep nothing."""

    def close(self) -> None:
        """Nothing to close."""

    def discard(self) -> None:
        """Nothing to discard."""


class Take:
    """Made when the rep starts it; the listening thread then pulls its sound through `hear`.

    `end_at` and `drop` may be called from any thread at any time, also before the first sound. `call` is the virtual
    prospect of the take, if it has one.
    """

    def __init__(self, call: CallLike | None = None) -> None:
        self.call = call
        self.dropped = False
        self.fault: MicrophoneError | None = None
        self.bars: list[float] = []
        self.duration_s = 0.0
        self._end: int | None = None

    def end_at(self, position: int) -> None:
        """Nothing after that sample of the microphone belongs to it. The first wish counts."""
        if self._end is None:
            self._end = position

    def end_here(self) -> None:
        """Nothing that has not been heard yet belongs to it."""
        self.end_at(0)

    def drop(self) -> None:
        """It does not count."""
        self.dropped = True

    def hear(self, blocks: Iterable[Block], begins_at: int, recorder: Recorder, drawn: Drawn) -> Iterator[Block]:
        """The take's own part of `blocks`, the first of which begins at sample `begins_at`, recorded and drawn."""
        peaks = PeakMeter()
        at, rate_hz = begins_at, 0
        try:
            for block in blocks:
                rate_hz = block.rate_hz
                if self.dropped:
                    return
                part = self._until_end(block, at)
                at += len(block.samples)
                if len(part.samples):
                    recorder.write(part)
                    self._draw(peaks.hear(part), drawn)
                    self.duration_s += len(part.samples) / rate_hz
                    yield part
                if self._end is not None and at >= self._end:
                    break
        except MicrophoneError as fault:
            self.fault = fault
            if rate_hz:  # what came before the fault is judged, and the loss is known
                yield lost_from(rate_hz)
        self._draw(peaks.rest(rate_hz), drawn)

    def _until_end(self, block: Block, at: int) -> Block:
        if self._end is None or at + len(block.samples) <= self._end:
            return block
        return replace(block, samples=block.samples[: max(0, self._end - at)])

    def _draw(self, bars: tuple[float, ...], drawn: Drawn) -> None:
        if bars:
            drawn(len(self.bars), bars)
            self.bars.extend(bars)


def finish(recorder: Recorder, *, dropped: bool) -> str | None:
    """Close the recording, or leave nothing of it; the sentence if not all of it is kept."""
    try:
        recorder.discard() if dropped else recorder.close()
    except Exception:
        log.exception("a recording could not be closed")
        return BROKE
    return recorder.failed


def unjudged(duration_s: float, reason: str) -> Verdict:
    """The verdict on a take that could not be judged for a fault of ours."""
    return Verdict(
        result=Result.NOT_MEASURED,
        headline="This take could not be measured.",
        advice="Its sound is kept. Try it once more.",
        checks=(),
        close=None,
        closes=(),
        utterances=(),
        duration=duration_s,
        noise_dbfs=0.0,
        snr_db=None,
        reason=reason,
    )
