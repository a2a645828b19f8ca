"""Plays one sound at a time, and says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK_MS: Final = 33  # of the play cursor


class Playing(Protocol):
    """One sound that is being played; `fault` says why it broke off, if it did."""

    @property
    def position_s(self) -> float: ...

    @property
    def playing(self) -> bool: ...

    @property
    def fault(self) -> Exception | None: ...

    def stop(self) -> None: ...


class Replay(QObject):
    """`moved` carries the second that is heard now, None when it is over; `broke` a sentence where it broke off."""

    moved = Signal(object)  # float | None
    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._playing: Playing | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def playing(self) -> bool:
        return self._playing is not None

    def toggle(self, begin: Callable[[], Playing]) -> None:
        """Play it, or stop what is played. Raises AudioError where nothing can be played."""
        if self._playing is not None:
            self.stop()
            return
        self._playing = begin()
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
            return
        fault = self._playing.fault
        self.stop()
        if fault is not None:
            self.broke.emit(str(fault))
