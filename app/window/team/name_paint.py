"""Paints a rep's name with the dot of its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPen

from app.theme.colours import of_rep
from app.widgets.cell_paint import CellPaint
from app.window.team.name_rows import COLOUR, NAME

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF
    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_DOT: Final = 6.0  # its radius


class NamePaint(CellPaint):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent, high=20, strong=True)

    def draw(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        if index.column() == NAME:
            self._dot(painter, inside, index.data(COLOUR))
            inside.adjust(4 * _DOT, 0, 0, 0)
        super().draw(painter, inside, index)

    def _dot(self, painter: QPainter, inside: QRectF, colour: str | None) -> None:
        """A ring where no colour was chosen."""
        found = of_rep(self.theme.colours, colour)
        painter.setPen(QPen(QColor(found or self.theme.colours.noise), 1.5))
        painter.setBrush(QColor(found) if found else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(inside.left() + _DOT, inside.center().y()), _DOT, _DOT)
