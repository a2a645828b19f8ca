"""A widget that paints itself from the theme, and paints again when the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.theme.theme import Theme

CORNER: Final = 14.0
RING: Final = 3.0  # room around a control for the ring that shows the focus


class Painted(QWidget):
    """Its size follows the text's; `say` is what a screen reader reads of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        theme.changed.connect(self._themed)

    def _themed(self) -> None:
        self.updateGeometry()
        self.update()

    def metrics(self, font: str) -> QFontMetricsF:
        return self.theme.metrics(font)

    def say(self, words: str) -> None:
        """Set the accessible name, once for each change."""
        if words != self.accessibleName():
            self.setAccessibleName(words)


def painter_of(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(painter: QPainter, rect: QRectF, fill: str | None, border: QPen | None = None, corner: float = CORNER) -> None:
    """A rounded box. The border lies inside `rect`, so that it is never cut off."""
    painter.save()
    inset = border.widthF() / 2 if border else 0.0
    painter.setPen(border or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner)
    painter.restore()


def write(
    painter: QPainter,
    rect: QRectF,
    words: str,
    colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignCenter,
    *,
    wrap: bool = False,
) -> None:
    """Text in the painter's font."""
    painter.setPen(QColor(colour))
    painter.drawText(rect, int(align | Qt.TextFlag.TextWordWrap if wrap else align), words)


def focus_ring(painter: QPainter, rect: QRectF, colour: str, corner: float) -> None:
    box(painter, rect, None, QPen(QColor(colour), 2.0), corner)
