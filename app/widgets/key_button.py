"""A button with its key printed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent, QPen

from app.widgets.painted import RING, box, focus_ring, painter_of, write
from app.widgets.pressable import Pressable

if TYPE_CHECKING:
    from app.theme.theme import Theme

_SIDE: Final = 16.0  # from the border to the words
_APART: Final = 12.0  # from the words to the key
_CORNER: Final = 9.0


class KeyButton(Pressable):
    """`key` is what is printed; the page makes it work. One `primary` button a screen."""

    def __init__(self, theme: Theme, name: str, words: str, key: str = "", *, primary: bool = False) -> None:
        super().__init__(theme, name, words)
        self.relabel(words)
        self.give(key, primary=primary)

    def give(self, key: str, tells: str = "", *, primary: bool = False) -> None:
        """Another key, what pressing it does, and whether it is the one to press now."""
        self.key = key
        self.primary = primary
        if key or tells:
            self.setAccessibleDescription(f"{tells} Key: {key}".strip() if key else tells)
        self.updateGeometry()
        self.update()

    def relabel(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words.lstrip("▶■ "))
        self.updateGeometry()

    def show_key(self, key: str) -> None:
        """Print it, or leave it out where there is no room; it works all the same."""
        if key != self.key:
            self.key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = self.theme.metrics("strong")
        width = words.horizontalAdvance(self.text()) + 2 * (_SIDE + RING)
        if self.key:
            width += _APART + self._cap_width()
        return QSize(round(width) + 1, round(words.height() + 20 + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap_width(self) -> float:
        return self.theme.metrics("key").horizontalAdvance(self.key) + 12

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        outer = QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        fill, border, ink = self._colours()
        box(painter, body, fill, QPen(QColor(border), 1.0), _CORNER)
        if self.hasFocus():
            focus_ring(painter, outer, self.theme.colours.accent, _CORNER + RING)
        inside = body.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(self.theme.font("strong"))
        write(painter, inside, self.text(), ink, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if self.key:
            height = self.theme.metrics("key").height() + 2
            cap = QRectF(inside.right() - self._cap_width(), body.center().y() - height / 2, self._cap_width(), height)
            box(painter, cap, None, QPen(QColor(ink), 1.0), 4.0)
            painter.setFont(self.theme.font("key"))
            write(painter, cap, self.key, ink)

    def _colours(self) -> tuple[str, str, str]:
        """Ground, border and words."""
        colours = self.theme.colours
        if not self.isEnabled():
            return colours.track, colours.line, colours.soft
        if self.primary:
            return colours.accent, colours.ink if self.isDown() else colours.accent, colours.on_accent
        ground = colours.accent_soft if self.isDown() else colours.panel
        return ground, colours.soft if self.underMouse() else colours.line, colours.ink
