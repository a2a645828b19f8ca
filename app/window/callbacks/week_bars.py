"""How many calls become due in each of the next weeks, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted, box, painter_of, write
from app.window.callbacks.wording import week_begin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from app.theme.theme import Theme
    from coach.calls.call_list import Week

_HIGH: Final = 62.0  # the tallest bar
_SHARE: Final = 0.6  # of its place that a bar fills
_LEAST: Final = 3.0


class WeekBars(Painted):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("weeks")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._weeks: Sequence[Week] = ()

    def show_weeks(self, weeks: Sequence[Week]) -> None:
        self._weeks = weeks
        said = ", ".join(f"{week.due} in the week of {week_begin(week.start)}" for week in weeks)
        self.say(f"Calls that become due: {said}" if weeks else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self.theme.px(_HIGH) + 2 * self.metrics("small").height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._weeks:
            return
        painter = painter_of(self)
        most = max(1, *(week.due for week in self._weeks))
        line = self.metrics("small").height()
        floor = self.height() - line - 6
        wide = self.width() / len(self._weeks)
        painter.setFont(self.theme.font("small"))
        for place, week in enumerate(self._weeks):
            left = place * wide
            high = max(_LEAST, (floor - line - 2) * week.due / most)
            bar = QRectF(left + wide * (1 - _SHARE) / 2, floor - high, wide * _SHARE, high)
            fill = self.theme.colours.accent if week.due else self.theme.colours.line
            box(painter, bar, fill, None, 3.0)
            over = QRectF(left, bar.top() - line - 2, wide, line)
            if week.due:
                write(painter, over, f"{week.due:,}", self.theme.colours.soft)
            below = QRectF(left, floor + 6, wide, line)
            write(
                painter,
                below,
                week_begin(week.start),
                self.theme.colours.soft,
                Qt.AlignmentFlag.AlignCenter,
            )
