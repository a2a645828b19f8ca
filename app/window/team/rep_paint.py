"""Paints a row of the team's table: words, the weeks as dots, the spread against the band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.widgets.spread_bar import HIGH, paint_spread
from app.window.team import wording
from app.window.team.rep_rows import NUMBERS, REP, SPREAD, WEEKS, RepRows
from coach.bands import Bands

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.theme.theme import Theme
    from coach.review.team import RepOverTime

    Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 10
_DOT: Final = 5.0
_CLOSEST: Final = 3.0  # pixels from dot to dot; more weeks than that are left out, the oldest first
_APART: Final = 12.0  # from dot to dot, where there is room
_MARGIN: Final = 10  # above and below the dots
_VCENTER: Final = Qt.AlignmentFlag.AlignVCenter


class RepPaint(QStyledItemDelegate):
    def __init__(self, theme: Theme, rows: RepRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows
        self.bands = Bands()

    def height(self) -> int:
        return round(self._theme.metrics("strong").height()) + self._theme.px(28)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(self._theme.px(80), self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rep = self._rows.rep(index)
        if rep is None:
            return
        painter.save()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("accent_soft"))
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inside = QRectF(rect).adjusted(_SIDE, 0, -_SIDE, 0)
        if index.column() == WEEKS:
            self._weeks(painter, inside, rep)
        elif index.column() == SPREAD:
            bar = QRectF(inside.left(), inside.center().y() - HIGH / 2, inside.width(), HIGH)
            gap = self._rows.gap
            paint_spread(painter, self._theme, bar, wording.gap(rep.whole, gap), getattr(self.bands, gap))
        else:
            self._words(painter, inside, index)
        painter.restore()

    def _words(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        painter.setFont(self._theme.font("strong" if index.column() == REP else "text"))
        painter.setPen(self._theme.colour("ink"))
        side = Qt.AlignmentFlag.AlignRight if index.column() in NUMBERS else Qt.AlignmentFlag.AlignLeft
        words = " ".join(str(index.data() or "").split())
        shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(side | _VCENTER), shown)

    def _weeks(self, painter: QPainter, inside: QRectF, rep: RepOverTime) -> None:
        """The newest week at the right; a week in which nothing was judged has no dot."""
        most = int(inside.width() / _CLOSEST)
        weeks = rep.weeks[-most:]
        step = min(_APART * self._theme.scale, (inside.width() - _DOT) / max(1, len(weeks) - 1))
        top, low = inside.top() + _MARGIN, inside.bottom() - _MARGIN
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        for number, week in enumerate(weeks):
            if week.of.rate is not None:
                centre = QPointF(inside.left() + _DOT / 2 + number * step, low - (low - top) * week.of.rate)
                painter.drawEllipse(centre, min(_DOT, step) / 2, min(_DOT, step) / 2)
