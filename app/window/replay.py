"""Plays one take at a time, and says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK_MS: Final = 33  # of the play cursor


class Playing(Protocol):
    """One sound that is being played."""

    @property
    def position_s(self) -> float: ...

    @property
    def playing(self) -> bool: ...

    def stop(self) -> None: ...


class Replay(QObject):
    """`moved` carries the second that is heard now, None when it is over."""

    moved = Signal(object)  # float | None

    def __init__(self, play: Callable[[str], Playing], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._play = play
        self._playing: Playing | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)

    def toggle(self, sound: str) -> None:
        """Play it, or stop what is played. Raises AudioError where nothing can be played."""
        if self._playing is not None:
            self.stop()
            return
        self._playing = self._play(sound)
        self._timer.start()
        self._look()

    def stop(self) -> None:
        if self._playing is not None:
            playing, self._playing = self._playing, None
            self._timer.stop()
            playing.stop()
            self.moved.emit(None)

    def _look(self) -> None:
        if self._playing is None:
            return
        if self._playing.playing:
            self.moved.emit(self._playing.position_s)
        else:
            self.stop()
