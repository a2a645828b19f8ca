"""The sound of the chosen sample: composed and measured beside the window, heard as soon as it is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.aside import Aside
from app.window.replay import Replay
from audio.errors import AudioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.sampled import Sampled
    from app.samples import Sample
    from app.window.replay import Playing
    from audio.compose import Composed

_SETTLED_MS: Final = 50  # a sample that is still being changed is not measured


class SampleSound(QObject):
    """`measured` carries a `Sampled`, `moved` the second that is heard now, `told` a sentence for the user."""

    measured = Signal(object)  # Sampled
    moved = Signal(object)  # float | None
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sample: Sample | None = None
        self.heard: Sampled | None = None  # the last that was measured
        self._measure: Callable[[Sample], Sampled] | None = None
        self._play: Callable[[Composed], Playing] | None = None
        self._to_play = False
        self.aside = Aside(self)
        self._replay = Replay(self)
        self._settled = QTimer(self)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self.want)
        self.aside.done.connect(self._show)
        self.aside.failed.connect(self._fail)
        self._replay.moved.connect(self.moved)
        self._replay.broke.connect(self.told)

    def connect_to(self, measure: Callable[[Sample], Sampled], play: Callable[[Composed], Playing]) -> None:
        self._measure, self._play = measure, play

    @property
    def ready(self) -> bool:
        """Whether what was measured last is the chosen sample."""
        return self.heard is not None and self.heard.sample == self.sample

    def choose(self, sample: Sample) -> None:
        self.stop()
        self.sample = sample

    def want(self) -> None:
        """It is measured now, unless it is known."""
        self._settled.stop()
        if self._measure and self.sample and not self.ready:
            self.aside.want(partial(self._measure, self.sample))

    def want_soon(self) -> None:
        """It may still be changed."""
        self._settled.start()

    @property
    def playing(self) -> bool:
        return self._replay.playing

    def toggle(self) -> None:
        """Play it once it is there, or stop what is played."""
        if self._replay.playing:
            self.stop()
        elif self.ready:
            self._begin()
        else:
            self._to_play = True
            self.want()

    def stop(self) -> None:
        self._to_play = False
        self._replay.stop()

    def close(self) -> None:
        self.stop()
        self._settled.stop()
        self.aside.close()

    def _show(self, heard: Sampled) -> None:
        if heard.sample != self.sample:  # another was chosen since
            return
        self.heard = heard
        self.measured.emit(heard)
        if self._to_play:
            self._to_play = False
            self._begin()

    def _fail(self, sentence: str) -> None:
        self._to_play = False
        self.told.emit(sentence)

    def _begin(self) -> None:
        if self._play is None or self.heard is None:
            return
        try:
            self._replay.toggle(partial(self._play, self.heard.sound))
        except AudioError as error:
            self.told.emit(str(error))
