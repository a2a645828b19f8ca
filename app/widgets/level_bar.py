"""How loud the microphone is now, as one bar from -60 to 0 dBFS."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, box, painter_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.theme.theme import Theme

_HEIGHT: Final = 6.0
_QUIETEST: Final = -60.0


class LevelBar(Painted):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0

    def show_level(self, dbfs: float) -> None:
        """Paints only when a pixel changes."""
        share = min(1.0, max(0.0, 1 - dbfs / _QUIETEST))
        seen = round(self._share * self.width())
        self._share = share
        if round(share * self.width()) != seen:
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, int(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        box(painter, QRectF(self.rect()), self.theme.colours.track, None, _HEIGHT / 2)
        if self._share > 0.0:
            filled = QRectF(0, 0, max(self._share * self.width(), _HEIGHT), _HEIGHT)
            box(painter, filled, self.theme.colours.accent, None, _HEIGHT / 2)
