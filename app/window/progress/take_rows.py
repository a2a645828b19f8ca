"""The takes as rows under their days; the takes of a day are read when it is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.widgets.plot_words import day_name
from app.widgets.wording import MARKS, RESULTS, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from coach.take import Take
    from coach.tallies import DayTally

    Index = QModelIndex | QPersistentModelIndex

HEADS: Final = ("When", "Verdict", "Pause", "Silence", "Drill")
WHEN, VERDICT, PAUSE, SILENCE, DRILL = range(len(HEADS))
_KEY: Final = int(Qt.ItemDataRole.UserRole)  # of the first cell: the day of a day, the id of a take
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NOWHERE: Final = QModelIndex()


class TakeRows(QStandardItemModel):
    """`takes_of` reads the takes of one day, the newest first."""

    def __init__(self, takes_of: Callable[[date], Iterable[Take]], parent: QObject | None = None) -> None:
        super().__init__(0, len(HEADS), parent)
        self._takes_of = takes_of
        self._titles: Mapping[str, str] = {}
        self.setHorizontalHeaderLabels(HEADS)

    def show_days(self, days: Sequence[DayTally], titles: Mapping[str, str]) -> None:
        self._titles = titles
        self.removeRows(0, self.rowCount())
        for day in days:
            self.appendRow(_cells(day.day, [_full_name(day.day), _counted(day), "", "", ""]))

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() or self.day(parent) is not None

    def canFetchMore(self, parent: Index) -> bool:
        return parent.isValid() and self.day(parent) is not None and self.rowCount(parent) == 0

    def fetchMore(self, parent: Index) -> None:
        day = self.day(parent)
        item = self.itemFromIndex(parent)
        if day is not None and item is not None:
            for take in self._takes_of(day):
                item.appendRow(self._cells_of(take))

    def day(self, index: Index) -> date | None:
        key = index.sibling(index.row(), 0).data(_KEY)
        return key if isinstance(key, date) else None

    def take_id(self, index: Index) -> str | None:
        key = index.sibling(index.row(), 0).data(_KEY)
        return key if isinstance(key, str) else None

    def ids_of(self, rows: Iterable[Index]) -> frozenset[str]:
        """The takes in these rows; a day stands for all of its own."""
        found: set[str] = set()
        for row in rows:
            if self.canFetchMore(row):
                self.fetchMore(row)
            under = [self.index(n, 0, row) for n in range(self.rowCount(row))]
            found.update(key for index in (row, *under) if (key := self.take_id(index)))
        return frozenset(found)

    def _cells_of(self, take: Take) -> list[QStandardItem]:
        verdict, close = take.verdict, take.verdict.close
        drill = self._titles.get(take.drill or "") or (take.drill or "").replace("_", " ").capitalize()
        cells = _cells(
            take.id,
            [
                f"{take.started_at.astimezone():%H:%M}",
                f"{MARKS[verdict.result]} {verdict.headline}",
                seconds(close.pause) if close else "–",
                seconds(close.silence, 1) if close else "–",
                drill,
            ],
        )
        cells[VERDICT].setData(f"{RESULTS[verdict.result]}: {verdict.headline}", Qt.ItemDataRole.AccessibleTextRole)
        cells[VERDICT].setToolTip(verdict.headline)
        return cells


def _cells(key: date | str, words: Sequence[str]) -> list[QStandardItem]:
    cells = [QStandardItem(word) for word in words]
    cells[WHEN].setData(key, _KEY)
    for cell in cells:
        cell.setEditable(False)
    for column in (PAUSE, SILENCE):
        cells[column].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cells


def _full_name(day: date) -> str:
    return f"{_DAYS[day.weekday()]} {day_name(day, with_year=True)}"


def _counted(day: DayTally) -> str:
    return f"{day.takes} take{'' if day.takes == 1 else 's'}, {day.passed} passed"
