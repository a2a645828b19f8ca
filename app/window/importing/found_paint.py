"""Paints a close that was found, with a box that says whether it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPen, QPolygonF

from app.widgets.cell_paint import CellPaint
from app.widgets.painted import box

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_BOX: Final = 14.0
_REACH: Final = 34  # pixels from the left in which a click means the box
_APART: Final = 10
_TICK: Final = ((0.24, 0.52), (0.44, 0.72), (0.78, 0.30))  # in shares of the box


class FoundPaint(CellPaint):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent, high=14)

    def draw(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        if index.column() == 0:
            self._box(painter, inside, index)
            inside.adjust(_BOX + _APART, 0, 0, 0)
        super().draw(painter, inside, index)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """The box is as large as a finger, whatever the style draws."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            near = event.position().x() - option.rect.left() <= _REACH
            if near and index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                return model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return False

    def _box(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        """None for what cannot be taken: it is here already."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return
        colours = self.theme.colours
        area = QRectF(inside.left(), inside.center().y() - _BOX / 2, _BOX, _BOX)
        taken = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        border = self.theme.colour("accent" if taken else "soft")
        box(painter, area, colours.accent if taken else None, QPen(border, 1.5), 3.0)
        if taken:
            painter.setPen(QPen(self.theme.colour("on_accent"), 2.0))
            painter.drawPolyline(QPolygonF([QPointF(area.left() + x * _BOX, area.top() + y * _BOX) for x, y in _TICK]))
