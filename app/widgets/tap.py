"""A small rounded button for what is pressed now and then, with its key where it has one."""

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

_SIDE: Final = 10.0
_SLIM: Final = 6.0
_APART: Final = 6.0  # from the words to the key
_CAP: Final = 10.0  # the key's box is so much wider than its letter


class Tap(Pressable):
    """`about` is read with it; `key` is what is printed, the page makes it work.

    A `grave` one is in the colour of what is wrong; a `slim` one has less room at its sides. It may be checkable.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        words: str,
        about: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        grave: bool = False,
        slim: bool = False,
    ) -> None:
        super().__init__(theme, name, words, parent)
        self.key = key
        self._grave = grave
        self._side = _SLIM if slim else _SIDE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words.rstrip(" ▾"))
        self.tell(about)

    def tell(self, about: str) -> None:
        """What it does now."""
        self.setAccessibleDescription(f"{about} Key: {self.key}" if self.key else about)
        self.setToolTip(about)

    def relabel(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words.rstrip(" ▾"))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("small")
        width = words.horizontalAdvance(self.text()) + 2 * (self._side + RING) + self._key_width()
        return QSize(round(width) + 1, round(words.height() + 11 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _key_width(self) -> float:
        return _APART + self.theme.metrics("key").horizontalAdvance(self.key) + _CAP if self.key else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        outer = QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        ground, border, ink = self._colours()
        box(painter, body, ground, QPen(QColor(border)), body.height() / 2)
        if self.hasFocus():
            focus_ring(painter, outer, self.theme.colours.accent, outer.height() / 2)
        painter.setFont(self.theme.font("small"))
        write(painter, body.adjusted(0, 0, -self._key_width(), 0), self.text(), ink)
        if self.key:
            high, wide = self.theme.metrics("key").height() + 2, self._key_width() - _APART
            cap = QRectF(body.right() - self._side + 2 - wide, body.center().y() - high / 2, wide, high)
            box(painter, cap, None, QPen(QColor(ink), 1.0), 4.0)
            painter.setFont(self.theme.font("key"))
            write(painter, cap, self.key, ink)

    def _colours(self) -> tuple[str, str, str]:
        """Ground, border and words."""
        colours = self.theme.colours
        if not self.isEnabled():
            return colours.page, colours.line, colours.noise
        if self.isChecked():
            return colours.accent_soft, colours.accent, colours.accent
        border = colours.soft if self.underMouse() else colours.line
        ground = colours.accent_soft if self.isDown() else colours.panel
        return ground, border, colours.wrong if self._grave else colours.soft
