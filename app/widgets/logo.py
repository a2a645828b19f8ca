"""The name, with the gap drawn as a line: Ok — bye."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, painter_of, write

if TYPE_CHECKING:
    from app.theme.theme import Theme

_GAP: Final = 30.0  # between the words, of which the line takes 22


class Logo(Painted):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("logo")
        self.indent = 0  # where the words of the pages begin
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say("Okbye")

    def sizeHint(self) -> QSize:
        words = self.metrics("logo")
        width = words.horizontalAdvance("Ok") + words.horizontalAdvance("bye") + _GAP * self.theme.scale
        return QSize(round(width) + 1 + self.indent, round(words.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = painter_of(self)
        painter.setFont(self.theme.font("logo"))
        area, colours = QRectF(self.rect()).adjusted(self.indent, 0, 0, 0), self.theme.colours
        write(painter, area, "Ok", colours.ink, Qt.AlignmentFlag.AlignLeft)
        write(painter, area, "bye", colours.ink, Qt.AlignmentFlag.AlignRight)
        words = self.metrics("logo")
        middle = words.ascent() - words.xHeight() / 2
        left, right = area.left() + words.horizontalAdvance("Ok"), area.right() - words.horizontalAdvance("bye")
        side = 4 * self.theme.scale
        painter.setPen(QPen(self.theme.colour("accent"), 3 * self.theme.scale))
        painter.drawLine(QPointF(left + side, middle), QPointF(right - side, middle))
