"""How much of a stretch of time has passed: a thin bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, box, painter_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.theme.theme import Theme

_HEIGHT: Final = 6.0


class ProgressLine(Painted):
    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = words
        self._share = 0.0
        self.show_share(0.0)

    def show_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.say(f"{self._words}: {round(self._share * 10) * 10} per cent")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, int(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        box(painter, QRectF(self.rect()), self.theme.colours.track, None, _HEIGHT / 2)
        if self._share > 0.0:
            done = QRectF(0, 0, max(self._share * self.width(), _HEIGHT), _HEIGHT)
            box(painter, done, self.theme.colours.accent, None, _HEIGHT / 2)
