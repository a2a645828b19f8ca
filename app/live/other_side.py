"""The other side of the line, where a second input is named: when they speak and hang up. Nothing of it is kept."""

from __future__ import annotations

import logging
from contextlib import closing
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from app.rehearsal.clock import TakeClock
from audio.ears import plain_ear
from audio.errors import AudioError
from audio.line_tone import LineTone
from audio.listen import listen
from audio.segment import SpeechPaused, SpeechStarted, SpeechWithdrawn, TimePassed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from app.hearing import MicrophoneLike
    from audio.block import Block
    from audio.segment import Heard

RETRY_S: Final = 5.0
CLOSE_S: Final = 1.5
SURE_S: Final = 0.15  # shorter is a crackle of the line
UNHEARD: Final = "{} Until then it is not seen when they speak; everything else works."
BROKE: Final = "The other side can no longer be listened to; everything else works. The log has the details."

log = logging.getLogger(__name__)


class OtherSide:
    """Listens in a thread of its own from `open` to `close`, and tells in that thread.

    `spoke` is told the moment of `time.monotonic()` at which they began to speak, `hung_up` that of the tone that a
    line has after that, `faulty` the sentence of why they cannot be heard, once, and None when they are heard again.
    """

    def __init__(
        self,
        name: str,
        open_microphone: Callable[[str | None], MicrophoneLike],
        spoke: Callable[[float], None],
        hung_up: Callable[[float], None],
        faulty: Callable[[str | None], None],
    ) -> None:
        self.name = name
        self._open_microphone = open_microphone
        self._spoke = spoke
        self._hung_up = hung_up
        self._faulty = faulty
        self._microphone: MicrophoneLike | None = None
        self._closing = Event()
        self._trouble: str | None = None
        self._thread = Thread(target=self._run, name="other side", daemon=True)

    def open(self) -> None:
        self._thread.start()

    def close(self) -> None:
        """A driver that hangs is not waited for."""
        self._closing.set()
        if (microphone := self._microphone) is not None:
            microphone.stop()
        self._thread.join(CLOSE_S)

    def _run(self) -> None:
        while not self._closing.is_set():
            self._microphone = microphone = self._open_microphone(self.name)
            if self._closing.is_set():
                return
            try:
                self._listen(microphone)
            except AudioError as fault:
                self._say(UNHEARD.format(fault))
            except Exception:
                log.exception("the other side could not be listened to")
                self._say(BROKE)
            self._closing.wait(RETRY_S)

    def _listen(self, microphone: MicrophoneLike) -> None:
        with closing(iter(microphone)) as blocks:
            first = next(blocks, None)
            if first is None:
                return
            self._say(None)
            clock = TakeClock(microphone.position, len(first.samples), first.rate_hz)
            for at in beginnings(listen(self._noting_tones(blocks, clock), plain_ear())):
                self._spoke(clock.moment(at))

    def _noting_tones(self, blocks: Iterable[Block], clock: TakeClock) -> Iterator[Block]:
        """Pass them on, and tell where the line's own tone began in them."""
        tone = LineTone()
        for block in blocks:
            for at in tone.hear(block):
                self._hung_up(clock.moment(at))
            yield block

    def _say(self, trouble: str | None) -> None:
        if trouble != self._trouble:
            self._trouble = trouble
            self._faulty(trouble)


def beginnings(heard: Iterable[Heard]) -> Iterator[float]:
    """When somebody began to speak, as soon as it can hardly be anything else."""
    began: float | None = None
    for event in heard:
        match event:
            case SpeechStarted(at=at):
                began = at
            case SpeechPaused(at=at) if began is not None and at - began < SURE_S:
                began = None
            case SpeechWithdrawn():
                began = None
            case TimePassed(now=now) if began is not None and now - began >= 2 * SURE_S:
                yield began
                began = None
            case _:
                pass
