"""Paints a cell of a table: words with room around them, and a hairline below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 10
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellPaint(QStyledItemDelegate):
    """A row is `high` higher than its words; those of the first column are `strong` where that is wanted."""

    def __init__(self, theme: Theme, parent: QObject | None = None, *, high: int = 16, strong: bool = False) -> None:
        super().__init__(parent)
        self.theme = theme
        self._high = high
        self._strong = strong

    def height(self) -> int:
        return round(self.theme.metrics("strong").height()) + self.theme.px(self._high)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self.theme.px(80), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self.theme.colour("accent_soft"))
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0), index)
        painter.restore()

    def draw(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        """What is in the cell: one line of words, cut short where it has no room."""
        strong = self._strong and index.column() == 0
        painter.setFont(self.theme.font("strong" if strong else "text"))
        painter.setPen(self.theme.colour("ink"))
        words = " ".join(str(index.data() or "").split())
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        painter.drawText(inside, int(_LEFT if align is None else Qt.AlignmentFlag(align)), shown)
