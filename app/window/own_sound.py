"""The take that was just made, to be heard again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.replay import Replay
from audio.errors import AudioError
from coach.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.said import TakeEnded
    from app.window.replay import Playing
    from app.window.verdict_view import VerdictView


class OwnSound(QObject):
    """What `hear_self` of a verdict does; `told` carries sentences, `asked` says that it is to play."""

    told = Signal(str)
    asked = Signal()

    def __init__(self, view: VerdictView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._play: Callable[[str], Playing] | None = None
        self._sound: str | None = None
        self.replay = Replay(self)
        self.replay.moved.connect(lambda at: view.show_playing(at=at))
        self.replay.broke.connect(self.told)
        view.hear_self.clicked.connect(self._hear)

    def connect_to(self, play: Callable[[str], Playing]) -> None:
        self._play = play

    def show_take(self, take: TakeEnded) -> None:
        self._sound = take.sound

    @property
    def playing(self) -> bool:
        return self.replay.playing

    def stop(self) -> None:
        self.replay.stop()

    def _hear(self) -> None:
        if self._play is None or self._sound is None:
            return
        self.asked.emit()
        try:
            self.replay.toggle(partial(self._play, self._sound))
        except (AudioError, CoachError) as error:
            self.told.emit(str(error))
