"""Plays a stretch of a take, slower or faster at the same pitch, once or again and again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import soxr
from PySide6.QtCore import QObject, QTimer, Signal

from app.aside import Aside
from audio.errors import AudioError
from audio.excerpt import excerpt
from audio.stretch import stretched

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.window.replay import Playing
    from audio.block import Samples

SPEEDS: Final = (0.5, 0.75, 1.0, 1.25, 1.5)
AT_A_TIME_S: Final = 90.0  # of a long recording; the next part follows by itself
_LOOPED_S: Final = 60.0  # so long a sound is made of a stretch that is played again and again
_STRETCH_HZ: Final = 24_000
_TICK_MS: Final = 33


@dataclass(frozen=True, slots=True)
class Cue:
    """What is to be played: `until` is None for the end of the recording."""

    sound: Path
    start: float
    until: float | None = None
    speed: float = 1.0
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """Its sound; `seconds` is how much of the recording it holds once."""

    cue: Cue
    samples: Samples
    rate_hz: int
    seconds: float
    last: bool


class Player(QObject):
    """`moved` carries the second of the recording that is heard now, None when it is over; `told` a sentence."""

    moved = Signal(object)  # float | None
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin: Callable[[Samples, int], Playing] | None = None
        self._ready: Ready | None = None
        self._playing: Playing | None = None
        self._wanted = False
        self.aside = Aside(self)
        self.aside.done.connect(self._start)
        self.aside.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)

    def connect_to(self, begin: Callable[[Samples, int], Playing]) -> None:
        self._begin = begin

    @property
    def playing(self) -> bool:
        return self._wanted

    @property
    def at(self) -> float | None:
        """The second that is heard now."""
        ready, playing = self._ready, self._playing
        if ready is None or playing is None:
            return None
        along = playing.position_s * ready.cue.speed
        return ready.cue.start + (along % ready.seconds if ready.cue.loop else min(along, ready.seconds))

    def play(self, cue: Cue) -> None:
        self._silence()
        self._wanted = True
        self.aside.want(partial(prepared, cue))

    def stop(self) -> None:
        if self._wanted:
            self._wanted = False
            self._silence()
            self.moved.emit(None)

    def close(self) -> None:
        self.stop()
        self.aside.close()

    def _silence(self) -> None:
        self.aside.forget()
        self._timer.stop()
        playing, self._playing = self._playing, None
        if playing is not None:
            playing.stop()

    def _start(self, ready: Ready) -> None:
        if not self._wanted or self._begin is None:
            return
        if not len(ready.samples):
            self.stop()
            return
        try:
            self._playing = self._begin(ready.samples, ready.rate_hz)
        except AudioError as error:
            self._fail(str(error))
            return
        self._ready = ready
        self._timer.start()
        self._look()

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.told.emit(sentence)

    def _look(self) -> None:
        playing, ready = self._playing, self._ready
        if playing is None or ready is None:
            return
        if playing.playing:
            self.moved.emit(self.at)
        elif playing.fault is not None:
            self._fail(str(playing.fault))
        elif ready.cue.loop:
            self._playing = None
            self._start(ready)
        elif ready.last:
            self.stop()
        else:
            self.play(replace(ready.cue, start=ready.cue.start + ready.seconds))


def prepared(cue: Cue) -> Ready:
    """Read it, and stretch it where it is wanted faster or slower. Raise `AudioError`; in any thread."""
    until = cue.start + AT_A_TIME_S if cue.until is None else min(cue.until, cue.start + AT_A_TIME_S)
    samples, rate_hz = excerpt(cue.sound, cue.start, until)
    seconds = len(samples) / rate_hz
    last = seconds < AT_A_TIME_S - 1 / rate_hz
    if cue.speed != 1.0:
        if rate_hz > _STRETCH_HZ:
            samples, rate_hz = soxr.resample(samples, rate_hz, _STRETCH_HZ), _STRETCH_HZ
        samples = stretched(samples, rate_hz, len(samples) / rate_hz / cue.speed)
    if cue.loop and seconds:
        samples = np.tile(samples, max(1, round(_LOOPED_S * rate_hz / max(1, len(samples)))))
    return Ready(cue, samples, rate_hz, seconds, last)
