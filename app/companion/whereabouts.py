"""Keeps the companion where it was put: over restarts, and over monitors that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.companion.place import Place, area_of, place_of, read_place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SETTLED_MS: Final = 400  # after the last of the steps in which a window is dragged
_MOVES: Final = (QEvent.Type.Move, QEvent.Type.Resize)
_ASIDE: Final = 24  # from the edge of the monitor, where it stands the first time


class Whereabouts(QObject):
    """`changed` carries the place that the user gave it; one that a lost monitor forces is not kept."""

    changed = Signal(str)

    def __init__(self, window: QWidget, remembered: str) -> None:
        super().__init__(window)
        self._window = window
        self._place = read_place(remembered)
        self._put = QRect()  # where we put it ourselves
        self._settling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._settled)
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.restore)
            app.screenRemoved.connect(self.restore)
            app.primaryScreenChanged.connect(self.restore)

    def restore(self) -> None:
        """On its own monitor if that is there, else where it can be seen."""
        monitors = _monitors()
        primary = QGuiApplication.primaryScreen()
        if primary is None or not monitors:  # all monitors are off for a moment
            return
        place = self._place or _first(monitors, primary.name(), self._window)
        self._put = area_of(place, monitors, primary.name())
        self._settling = True
        self._window.setGeometry(self._put)
        self._timer.start()

    def move(self, area: QRect) -> None:
        """The user's own wish, by keys."""
        self._settling = False
        self._window.setGeometry(area)

    def note(self) -> None:
        """Now, not when it has settled."""
        self._timer.stop()
        self._settled()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and self._window.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def _settled(self) -> None:
        now = self._window.geometry()
        if self._settling:  # what has come of our own wish, a desktop may have its own
            self._settling, self._put = False, now
        elif now != self._put and (place := place_of(now, _monitors())) is not None:
            self._put, self._place = now, place
            self.changed.emit(place.text())


def _monitors() -> dict[str, QRect]:
    return {screen.name(): screen.availableGeometry() for screen in QGuiApplication.screens()}


def _first(monitors: dict[str, QRect], primary: str, window: QWidget) -> Place:
    """On the second monitor if there is one, in its upper right corner."""
    name = next((name for name in monitors if name != primary), primary)
    size = window.size()
    return Place(name, monitors[name].width() - size.width() - _ASIDE, _ASIDE, size.width(), size.height())
