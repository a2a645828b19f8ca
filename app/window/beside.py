"""The sample beside a take: to be heard, and its curves under the take's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.aside import Aside
from app.samples import VOICES, model
from app.widgets.curves import WORDS, Cursor
from app.window.sample_sound import SampleSound

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.comparing import Compared
    from app.said import TakeEnded
    from app.sampled import Sampled
    from app.samples import Sample
    from app.window.replay import Playing
    from app.window.verdict_view import VerdictView
    from audio.compose import Composed
    from coach.verdict import Close, Verdict


class Beside(QObject):
    """What `hear_sample` and `overlay` of a verdict do; `told` carries sentences, `asked` says that it will play.

    The sample is what the take should have been: the farewell of the settings after a clear pause, in the voice that
    is chosen among the samples.
    """

    told = Signal(str)
    asked = Signal()

    def __init__(self, view: VerdictView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._take: TakeEnded | None = None
        self._compare: Callable[[str, Verdict, Sample], Compared] | None = None
        self._farewell = ""
        self._voice = VOICES[0].name
        self.comparing = Aside(self)
        self.sound = SampleSound(self)
        self.sound.moved.connect(self._show_playing)
        self.comparing.done.connect(lambda found: view.show_curves(found.pairs))
        for teller in (self.sound.told, self.comparing.failed):
            teller.connect(self.told)
        view.hear_sample.clicked.connect(self._hear)
        view.overlay.clicked.connect(self._overlay)

    def connect_to(
        self,
        measure: Callable[[Sample], Sampled],
        compare: Callable[[str, Verdict, Sample], Compared],
        play: Callable[[Composed], Playing],
        farewell: str,
    ) -> None:
        self.sound.connect_to(measure, play)
        self._compare, self._farewell = compare, farewell

    def use_voice(self, voice: str) -> None:
        self._voice = voice

    def show_take(self, take: TakeEnded) -> None:
        self.stop()
        self.comparing.forget()
        self._take = take

    @property
    def playing(self) -> bool:
        return self.sound.playing

    def stop(self) -> None:
        self.sound.stop()

    def close_down(self) -> None:
        self.sound.close()
        self.comparing.close()

    @property
    def _sample(self) -> Sample:
        return model(self._farewell, self._voice)

    def _hear(self) -> None:
        self.asked.emit()
        if self.sound.sample != self._sample:
            self.sound.choose(self._sample)
        self.sound.toggle()

    def _overlay(self) -> None:
        if self._view.overlaid:
            self._view.show_curves(())
        elif self._compare and self._take and self._take.sound and self._take.verdict.close:
            compare = partial(self._compare, self._take.sound, self._take.verdict, self._sample)
            self.comparing.want(compare)

    def _show_playing(self, at: float | None) -> None:
        heard = self.sound.heard
        self._view.show_sample_playing(at=at, cursor=cursor(heard.verdict.close if heard else None, at))


def cursor(close: Close | None, at: float | None) -> Cursor | None:
    """Which word of that close is heard at that second."""
    if close is None or at is None:
        return None
    words = zip(range(len(WORDS)), (close.ok, close.farewell), strict=True)
    return next((Cursor(number, at - word.start) for number, word in words if word.start <= at <= word.end), None)
