"""Paints a row of the list: the name, and below it what is known of the offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.painted import box, write
from app.window.offers.rows import DETAILS, TONE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme

_SIDE: Final = 10.0
_HIGH: Final = 9.0
_APART: Final = 2.0
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowPaint(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def row_height(self) -> int:
        words = self._theme.metrics("cell_strong").height() + self._theme.metrics("cell").height()
        return round(words + _APART + 2 * _HIGH)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(0, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = self._theme.colours
        state = option.state
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_HasFocus
            box(painter, rect, colours.accent_soft, QPen(self._theme.colour("accent"), 2) if focused else None, 8.0)
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, rect, colours.track, None, 8.0)
        inside = rect.adjusted(_SIDE, _HIGH, -_SIDE, -_HIGH)
        above, below = self._theme.metrics("cell_strong"), self._theme.metrics("cell")
        tone = str(index.data(TONE))
        painter.setFont(self._theme.font("cell_strong"))
        first = QRectF(inside.left(), inside.top(), inside.width(), above.height())
        label = above.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        write(painter, first, label, getattr(colours, tone), _LEFT)
        painter.setFont(self._theme.font("cell"))
        second = QRectF(inside.left(), first.bottom() + _APART, inside.width(), below.height())
        details = below.elidedText(str(index.data(DETAILS)), Qt.TextElideMode.ElideRight, inside.width())
        write(painter, second, details, colours.soft, _LEFT)
        painter.restore()
