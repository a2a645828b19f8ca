"""A drawing that stands in a text like a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class DrawnInText(QPyTextObject):
    """The SVG `drawing`, as wide as said, wherever a text has a character of `KIND`."""

    KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1

    def __init__(self, drawing: str, width: float, parent: QObject) -> None:
        super().__init__(parent)
        self._drawing = QSvgRenderer(drawing.encode(), self)
        size = self._drawing.defaultSize()
        self._size = QSizeF(width, size.height() * width / max(1, size.width()))

    def intrinsicSize(self, _document: QTextDocument, _place: int, _format: QTextFormat) -> QSizeF:
        return self._size

    def drawObject(
        self, painter: QPainter, place: QRectF | QRect, _document: QTextDocument, _place: int, _format: QTextFormat
    ) -> None:
        self._drawing.render(painter, QRectF(place))
