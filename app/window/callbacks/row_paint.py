"""Paints a row of the list: who it is in two lines, and the state as a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.painted import box
from app.window.callbacks.rows import PROSPECT, SECOND_LINE, STATE, TONE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 10
_TAG_SIDE: Final = 8
_VCENTER: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class RowPaint(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._theme.px(80), self.height())

    def height(self) -> int:
        lines = self._theme.metrics("strong").height() + self._theme.metrics("text").height()
        return round(lines) + self._theme.px(16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        colours = self._theme.colours
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        words = str(index.data() or "")
        if index.column() == PROSPECT:
            self._two_lines(painter, inside, words, str(index.data(SECOND_LINE) or ""))
        elif index.column() == STATE:
            self._tag(painter, inside, words, str(index.data(TONE) or "soft"))
        else:
            self._line(painter, inside, words, "text", colours.ink)
        painter.restore()

    def tag_width(self, words: str) -> int:
        return round(self._theme.metrics("cell_strong").horizontalAdvance(words)) + 2 * (_TAG_SIDE + _SIDE) + 2

    def _two_lines(self, painter: QPainter, rect: QRectF, first: str, second: str) -> None:
        if not second:
            self._line(painter, rect, first, "strong", self._theme.colours.ink)
            return
        upper, lower = QRectF(rect), QRectF(rect)
        high = self._theme.metrics("strong").height()
        top = rect.top() + (rect.height() - high - self._theme.metrics("text").height()) / 2
        upper.setTop(top)
        upper.setHeight(high)
        lower.setTop(top + high)
        lower.setHeight(self._theme.metrics("text").height())
        self._line(painter, upper, first, "strong", self._theme.colours.ink)
        self._line(painter, lower, second, "text", self._theme.colours.soft)

    def _line(self, painter: QPainter, rect: QRectF, words: str, font: str, colour: str) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(colour)
        one_line = " ".join(words.split())
        shown = QFontMetricsF(painter.font()).elidedText(one_line, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(_VCENTER), shown)

    def _tag(self, painter: QPainter, rect: QRectF, words: str, tone: str) -> None:
        colours = self._theme.colours
        metrics = self._theme.metrics("cell_strong")
        tag = QRectF(rect)
        tag.setWidth(min(rect.width(), metrics.horizontalAdvance(words) + 2 * _TAG_SIDE))
        tag.setHeight(metrics.height() + 6)
        tag.moveTop(rect.center().y() - tag.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, tag, colours.accent_soft if tone == "accent" else colours.track, None, 6)
        self._line(painter, tag.adjusted(_TAG_SIDE, 0, 0, 0), words, "cell_strong", getattr(colours, tone))
