"""One page in the navigation, with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.theme.theme import Theme

_SIDE: Final = 10.0
_CORNER: Final = 8.0


class NavItem(Pressable):
    keeps_space = True

    def __init__(self, theme: Theme, name: str, words: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, f"page_{name}", words, parent)
        self.key = key
        self._note = ""
        self.narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"Key: {key}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def note(self, words: str) -> None:
        """Something to know about the page, in place of its key."""
        self._note = words
        self.setAccessibleDescription(f"{words}. Key: {self.key}" if words else f"Key: {self.key}")
        self.updateGeometry()
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """Side by side there is no room for the key."""
        self.narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words, key = self.theme.metrics("strong"), self.theme.metrics("small")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING)
        if not self.narrow:
            width += key.horizontalAdvance(self._note or self.key) + 16
        return QSize(round(width) + 1, round(words.height() + 20 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        colours, outer = self.theme.colours, QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        ink = colours.accent if self.isChecked() else colours.ink if self.underMouse() else colours.soft
        if self.isChecked():
            box(painter, body, colours.accent_soft, None, _CORNER)
        if self.hasFocus():
            focus_ring(painter, outer, colours.accent, _CORNER + RING)
        inside = body.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self.theme.font("strong" if self.isChecked() else "text"))
        write(painter, inside, self.text(), ink, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if not self.narrow:
            painter.setFont(self.theme.font("small"))
            write(
                painter,
                inside,
                self._note or self.key,
                ink,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            )
