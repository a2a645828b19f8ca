"""Paints a row of the trainer's table: the verdict as a word with its mark on a ground of its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.painted import box
from app.window.review.take_rows import COMMENTS, NUMBERS, REP, TONE, TRAINER, VERDICT, WHEN

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.theme.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 10
_TAG_SIDE: Final = 7
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowPaint(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._theme.px(60), self.height())

    def height(self) -> int:
        return round(self._theme.metrics("cell_strong").height()) + self._theme.px(14)

    def width(self, words: str, *, tag: bool = False) -> int:
        """What a column needs for them."""
        beside = 2 * (_SIDE + (_TAG_SIDE if tag else 0)) + 2
        return round(self._theme.metrics("cell_strong").horizontalAdvance(words)) + beside

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inside = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        words = str(index.data() or "")
        column = index.column()
        if column == VERDICT and words:
            self._tag(painter, inside, words, str(index.data(TONE)), on=bool(state & QStyle.StateFlag.State_Selected))
        elif column == TRAINER:
            self._trainer(painter, inside, words, str(index.data(TONE) or "soft"), int(index.data(COMMENTS) or 0))
        else:
            face = "cell_strong" if column == REP else "cell"
            align = _RIGHT if column in NUMBERS else _LEFT
            self._line(painter, inside, words, face, "soft" if column == WHEN else "ink", align)
        painter.restore()

    def _trainer(self, painter: QPainter, rect: QRectF, words: str, tone: str, comments: int) -> None:
        """Their word, and how many comments there are."""
        if words:
            self._line(painter, rect, words, "cell_strong", tone, _LEFT)
        if comments:
            used = self._theme.metrics("cell_strong").horizontalAdvance(words) + (8 if words else 0)
            said = f"{comments} said" if not words else f"+ {comments}"
            self._line(painter, rect.adjusted(used, 0, 0, 0), said, "cell", "soft", _LEFT)

    def _line(self, painter: QPainter, rect: QRectF, words: str, font: str, tone: str, align: Qt.AlignmentFlag) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.colour(tone))
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(align), shown)

    def _tag(self, painter: QPainter, rect: QRectF, words: str, tone: str, *, on: bool) -> None:
        colours = self._theme.colours
        metrics = self._theme.metrics("cell_strong")
        tag = QRectF(rect)
        tag.setWidth(min(rect.width(), metrics.horizontalAdvance(words) + 2 * _TAG_SIDE))
        tag.setHeight(metrics.height() + 4)
        tag.moveTop(rect.center().y() - tag.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.accent_soft if tone == "accent" else colours.track
        box(painter, tag, colours.panel if on else ground, None, 6)
        self._line(painter, tag.adjusted(_TAG_SIDE, 0, -2, 0), words, "cell_strong", tone, _LEFT)
