"""One of a few choices, in a row with the others; the chosen one is filled and has a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_SIDE: Final = 13.0


class Chip(Pressable):
    """Checkable; those of one parent exclude each other."""

    def __init__(self, theme: Theme, name: str, words: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, words, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("cell_strong")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING)
        return QSize(round(width) + 1, round(words.height() + 12 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, outer = self.theme.colours, QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        chosen = self.isChecked()
        border = colours.accent if chosen else colours.soft if self.underMouse() else colours.line
        box(painter, body, colours.accent_soft if chosen else colours.panel, QPen(border), body.height() / 2)
        if self.hasFocus():
            focus_ring(painter, outer, colours.accent, outer.height() / 2)
        painter.setFont(self.theme.font("cell_strong" if chosen else "cell"))
        write(painter, body, self.text(), colours.accent if chosen else colours.soft)
