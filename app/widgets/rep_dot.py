"""The dot of a rep's colour, beside their name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.theme.colours import of_rep

if TYPE_CHECKING:
    from app.theme.theme import Theme

_DOT: Final = 6.0  # its radius
_APART: Final = 12.0


def paint_dot(painter: QPainter, theme: Theme, inside: QRectF, colour: str | None) -> QRectF:
    """A ring where no colour was chosen. Return the room that is left for the name."""
    found = of_rep(theme.colours, colour)
    painter.setPen(QPen(QColor(found or theme.colours.noise), 1.5))
    painter.setBrush(QColor(found) if found else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(inside.left() + _DOT, inside.center().y()), _DOT, _DOT)
    return inside.adjusted(2 * _DOT + _APART, 0, 0, 0)
