"""A small round button: one of several that can be chosen, or the door to more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_SIDE: Final = 12.0
_APART: Final = 8.0  # from the words to the key


class Chip(Pressable):
    """Checked where it is the chosen one; `key` is what is printed, the page makes it work."""

    def __init__(
        self, theme: Theme, name: str, words: str, tells: str, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, words, parent)
        self.key = key
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(f"{tells} Key: {key}" if key else tells)
        self.setToolTip(tells)
        self.relabel(words)

    def relabel(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words.rstrip(" ▾"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("cell_strong")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING)
        if self.key:
            width += _APART + self._cap_width()
        return QSize(round(width) + 1, round(words.height() + 12 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap_width(self) -> float:
        return self.theme.metrics("key").horizontalAdvance(self.key) + 12

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, outer = self.theme.colours, QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        chosen = self.isChecked()
        ink = colours.accent if chosen else colours.ink if self.underMouse() and self.isEnabled() else colours.soft
        border = colours.accent if chosen else colours.line
        corner = body.height() / 2
        box(painter, body, colours.accent_soft if chosen else colours.panel, QPen(QColor(border), 1.0), corner)
        if self.hasFocus():
            focus_ring(painter, outer, colours.accent, corner + RING)
        inside = body.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self.theme.font("cell_strong" if chosen else "cell"))
        write(painter, inside, self.text(), ink, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if self.key:
            height = self.theme.metrics("key").height() + 2
            cap = QRectF(inside.right() - self._cap_width(), body.center().y() - height / 2, self._cap_width(), height)
            box(painter, cap, None, QPen(QColor(colours.soft), 1.0), 4.0)
            painter.setFont(self.theme.font("key"))
            write(painter, cap, self.key, colours.soft)
