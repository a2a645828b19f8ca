"""A large button whose words stand in its middle, with its key beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QSizePolicy

from app.widgets.key_button import KeyButton
from app.widgets.painted import RING, box, focus_ring, painter_of, write

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_APART: Final = 12.0
_SIDE: Final = 10.0
_CORNER: Final = 10.0
_HIGH: Final = 2.0  # times the height of its words
_LARGEST: Final = 4  # letters; longer words are not set large
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LargeButton(KeyButton):
    """As wide as its place in the row; a short primary one has large letters."""

    def _face(self) -> str:
        return "value" if self.primary and len(self.text()) <= _LARGEST else "strong"

    def sizeHint(self) -> QSize:
        words = self.theme.metrics(self._face()).horizontalAdvance(self.text())
        high = self.theme.metrics("value").height() * _HIGH
        return QSize(round(words + self._key_room() + 2 * (_SIDE + RING)) + 1, round(high + 2 * RING))

    def minimumSizeHint(self) -> QSize:
        """Without its key, and its words below each other."""
        words = self.theme.metrics(self._face())
        longest = max(words.horizontalAdvance(word) for word in self.text().split())
        return QSize(round(longest + 2 * (_SIDE / 2 + RING)) + 1, self.sizeHint().height())

    def relabel(self, words: str) -> None:
        super().relabel(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _key_room(self) -> float:
        return _APART + self._cap_width() if self.key else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        outer = QRectF(self.rect())
        body = outer.adjusted(RING, RING, -RING, -RING)
        fill, border, ink = self._colours()
        box(painter, body, fill, QPen(QColor(border), 1.0), _CORNER)
        if self.hasFocus():
            focus_ring(painter, outer, self.theme.colours.accent, _CORNER + RING)
        words = self.theme.metrics(self._face()).horizontalAdvance(self.text())
        painter.setFont(self.theme.font(self._face()))
        room = body.width() - _SIDE
        if words + self._key_room() > room:
            write(painter, body, self.text(), ink, wrap=words > room)
            return
        left = body.center().x() - (words + self._key_room()) / 2
        write(painter, QRectF(left, body.top(), words + 2, body.height()), self.text(), ink, _LEFT)
        if self.key:
            high = self.theme.metrics("key").height() + 2
            cap = QRectF(left + words + _APART, body.center().y() - high / 2, self._cap_width(), high)
            box(painter, cap, None, QPen(QColor(ink), 1.0), 4.0)
            painter.setFont(self.theme.font("key"))
            write(painter, cap, self.key, ink)
