"""The theme of one window that has a text size of its own: the colours are the program's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.theme.stylesheet import stylesheet
from app.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class OwnScale(Theme):
    """Dresses `window` and what is in it, and nothing else; belongs to it."""

    def __init__(self, theme: Theme, window: QWidget, percent: int) -> None:
        QObject.__init__(self, window)  # the program as a whole is dressed already
        self._whole = theme
        self._window = window
        self._system = theme.scale * 100 / theme.percent
        self._fonts = {}
        self._metrics = {}
        self.wish = theme.wish
        self.resize_text(percent)
        theme.changed.connect(self._apply)

    def _apply(self) -> None:
        self.wish, self.colours = self._whole.wish, self._whole.colours
        self._fonts.clear()
        self._metrics.clear()
        self._window.setFont(self.font("text"))
        self._window.setStyleSheet(stylesheet(self.colours, self.px))
        self.changed.emit()
