"""Paints a row of the team's table: words, the weeks as dots, the spread against the band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt

from app.widgets.cell_paint import CellPaint
from app.widgets.rep_dot import paint_dot
from app.widgets.spread_bar import HIGH, paint_spread
from app.window.team import wording
from app.window.team.rep_rows import REP, SPREAD, WEEKS, RepRows
from coach.bands import Bands

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QPainter

    from app.theme.theme import Theme
    from coach.review.team import RepOverTime

    Index = QModelIndex | QPersistentModelIndex

_DOT: Final = 5.0
_CLOSEST: Final = 3.0  # pixels from dot to dot; more weeks than that are left out, the oldest first
_APART: Final = 12.0  # from dot to dot, where there is room
_MARGIN: Final = 10  # above and below the dots


class RepPaint(CellPaint):
    def __init__(self, theme: Theme, rows: RepRows, parent: QObject | None = None) -> None:
        super().__init__(theme, parent, high=28, strong=True)
        self._rows = rows
        self.bands = Bands()
        self.colours: Mapping[str, str | None] = {}

    def draw(self, painter: QPainter, inside: QRectF, index: Index) -> None:
        rep, gap = self._rows.rep(index), self._rows.gap
        if rep is not None and index.column() == WEEKS:
            self._weeks(painter, inside, rep)
        elif rep is not None and index.column() == SPREAD:
            bar = QRectF(inside.left(), inside.center().y() - HIGH / 2, inside.width(), HIGH)
            paint_spread(painter, self.theme, bar, wording.gap(rep.whole, gap), getattr(self.bands, gap))
        else:
            if rep is not None and index.column() == REP and any(self.colours.values()):
                inside = paint_dot(painter, self.theme, inside, self.colours.get(rep.rep))
            super().draw(painter, inside, index)

    def _weeks(self, painter: QPainter, inside: QRectF, rep: RepOverTime) -> None:
        """The newest week at the right; a week in which nothing was judged has no dot."""
        most = int(inside.width() / _CLOSEST)
        weeks = rep.weeks[-most:]
        step = min(_APART * self.theme.scale, (inside.width() - _DOT) / max(1, len(weeks) - 1))
        top, low = inside.top() + _MARGIN, inside.bottom() - _MARGIN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent"))
        for number, week in enumerate(weeks):
            if week.of.rate is not None:
                centre = QPointF(inside.left() + _DOT / 2 + number * step, low - (low - top) * week.of.rate)
                painter.drawEllipse(centre, min(_DOT, step) / 2, min(_DOT, step) / 2)
