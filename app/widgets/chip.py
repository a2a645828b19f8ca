"""One of a few choices, in a row with the others; the chosen one is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_SIDE: Final = 13.0
_APART: Final = 8.0  # from the words to the key


class Chip(Pressable):
    """Checkable; those of one parent exclude each other. `key` is what is printed, the page makes it work."""

    def __init__(
        self, theme: Theme, name: str, words: str, about: str, parent: QWidget | None = None, *, key: str = ""
    ) -> None:
        super().__init__(theme, name, words, parent)
        self.key = key
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.relabel(words)
        self.setAccessibleDescription(f"{about} Key: {key}" if key else about)
        self.setToolTip(about)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def relabel(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words.rstrip(" ▾"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("cell_strong")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING) + self._key_width()
        return QSize(round(width) + 1, round(words.height() + 12 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key_width(self) -> float:
        return _APART + self.theme.metrics("key").horizontalAdvance(self.key) + 12 if self.key else 0.0

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
        ink = colours.accent if chosen else colours.soft
        write(painter, body.adjusted(0, 0, -self._key_width(), 0), self.text(), ink)
        if self.key:
            high, wide = self.theme.metrics("key").height() + 2, self._key_width() - _APART
            cap = QRectF(body.right() - _SIDE - wide, body.center().y() - high / 2, wide, high)
            box(painter, cap, None, QPen(QColor(ink), 1.0), 4.0)
            painter.setFont(self.theme.font("key"))
            write(painter, cap, self.key, ink)
