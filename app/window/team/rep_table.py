"""The team's table: one row a rep, as high as it needs up to eight of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QWidget

from app.widgets.row_table import dress, head_of
from app.window.team.rep_paint import RepPaint
from app.window.team.rep_rows import A_WEEK, CLEAN, FAULT, MIDDLE, REP, SPREAD, WEEKS, RepRows

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.window.team.reading import Seen
    from app.window.team.wording import Gap

_MOST: Final = 8  # rows; more scroll
# The columns beside the name, the first to be left out last: as wide as these words, or so wide at 100 %.
_COLUMNS: Final[dict[int, str | int]] = {
    CLEAN: "Clean closes",
    MIDDLE: "Silence, middle",
    SPREAD: "Spread against the band",
    FAULT: 120,
    A_WEEK: "Takes a week",
    WEEKS: 150,
}
_NAME: Final = 110  # the least room of a name
_BESIDE: Final = 22  # the words of a column


class RepTable(QTableView):
    """`opened` carries the name of a rep."""

    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = RepRows(self)
        self._paint = RepPaint(theme, self.rows, self)
        dress(self, "team_table", "Reps", self.rows, self._paint)
        head_of(self, REP)
        self.setAccessibleDescription("Enter shows the takes of a rep")
        self.activated.connect(self._open)
        theme.changed.connect(self._fit)

    @property
    def chosen(self) -> str | None:
        rep = self.rows.rep(self.currentIndex())
        return None if rep is None else rep.rep

    def show_seen(self, seen: Seen, gap: Gap) -> None:
        """The row that was chosen stays chosen."""
        chosen = self.chosen
        self._paint.bands, self._paint.colours = seen.bands, seen.colours
        self.rows.show_reps(seen.reps, gap)
        place = next((number for number, one in enumerate(seen.reps) if one.rep == chosen), None)
        if place is not None:
            self.setCurrentIndex(self.rows.index(place, REP))
        self._fit()

    def _open(self) -> None:
        if (rep := self.chosen) is not None:
            self.opened.emit(rep)

    def _fit(self) -> None:
        """A column is left out before a name is cut off."""
        head, row = self.horizontalHeader(), self._paint.height()
        self.verticalHeader().setDefaultSectionSize(row)
        left = self.width() - self._theme.px(_NAME)
        for column, wide in _COLUMNS.items():
            width = self._wide(wide)
            self.setColumnHidden(column, width > left)
            self.setColumnWidth(column, width)
            left -= width
        shown = min(_MOST, max(1, self.rows.rowCount()))
        self.setFixedHeight(shown * row + head.sizeHint().height() + 2)

    def _wide(self, wide: str | int) -> int:
        if isinstance(wide, int):
            return self._theme.px(wide)
        return round(self._theme.metrics("text").horizontalAdvance(wide)) + _BESIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
