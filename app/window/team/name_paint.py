"""Paints a rep's name with the dot of its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.theme.colours import of_rep
from app.window.team.name_rows import COLOUR, NAME

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 12
_DOT: Final = 6.0  # its radius


class NamePaint(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def height(self) -> int:
        return round(self._theme.metrics("strong").height()) + self._theme.px(20)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._theme.px(80), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        side = Qt.AlignmentFlag.AlignRight
        if index.column() == NAME:
            side = Qt.AlignmentFlag.AlignLeft
            self._dot(painter, inside, index.data(COLOUR))
            inside.adjust(4 * _DOT, 0, 0, 0)
        painter.setFont(self._theme.font("strong" if index.column() == NAME else "text"))
        painter.setPen(self._theme.colour("ink"))
        words = " ".join(str(index.data() or "").split())
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def _dot(self, painter: QPainter, inside: QRectF, colour: str | None) -> None:
        """A ring where no colour was chosen."""
        found = of_rep(self._theme.colours, colour)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(found or self._theme.colours.noise), 1.5))
        painter.setBrush(QColor(found) if found else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(inside.left() + _DOT, inside.center().y()), _DOT, _DOT)
        painter.restore()
