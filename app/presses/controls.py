"""Finds what a name means now: a press of the live call, or a control that can be seen and used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.presses.names import LIVE, SHOW
from app.presses.wire import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

DONE: Final = Answer(done=True)


class Controls:
    """`live` is asked first, with the name and the press's own time; None from it is "not mine now"."""

    def __init__(self, window: QWidget, live: Callable[[str, float], Answer | None] | None = None) -> None:
        self._window = window
        self.live = live

    def press(self, name: str, at: float) -> Answer:
        if name == SHOW:
            bring_to_front(self._window)
            return DONE
        if self.live is not None and name in LIVE and (answer := self.live(name, at)) is not None:
            return answer
        button = _usable(name)
        if button is None:
            return Answer(done=False, says=f"“{name}” cannot be pressed now. Nothing was changed.")
        button.click()
        return DONE


def bring_to_front(window: QWidget) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _usable(name: str) -> QAbstractButton | None:
    """Return what a mouse could click now: under an open dialog or menu, nothing can be clicked."""
    above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    for top in [above] if above is not None else QApplication.topLevelWidgets():
        for button in top.findChildren(QAbstractButton, name):
            if button.isVisible() and button.isEnabled():
                return button
    return None
