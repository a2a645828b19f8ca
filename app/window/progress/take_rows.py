"""The takes as rows under their days; the takes of a day are read when it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.widgets.plot_words import day_name
from app.widgets.wording import MARKS, RESULTS, seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from coach.take import Take
    from coach.tallies import DayTally

    Index = QModelIndex | QPersistentModelIndex

HEADS: Final = ("When", "Verdict", "Pause", "Silence", "Drill")
WHEN, VERDICT, PAUSE, SILENCE, DRILL = range(len(HEADS))
_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_NOWHERE: Final = QModelIndex()
_A_DAY: Final = 0  # the internal id of a day's row; that of a take is the number of its day, from 1 on
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands in a row, and how its verdict is read aloud; `take_id` is empty for a day."""

    cells: tuple[str, ...]
    aloud: str
    take_id: str = ""


class TakeRows(QAbstractItemModel):
    """`takes_of` reads the takes of one day, the newest first.

    Not made of QStandardItem: PySide loses count of who owns such items, and crashes now and then as rows are removed.
    """

    def __init__(self, takes_of: Callable[[date], Iterable[Take]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._takes_of = takes_of
        self._titles: Mapping[str, str] = {}
        self._days: Sequence[DayTally] = ()
        self._takes: dict[int, list[_Row]] = {}  # of the days that were opened, by their number

    def show_days(self, days: Sequence[DayTally], titles: Mapping[str, str]) -> None:
        self.beginResetModel()
        self._days, self._titles, self._takes = days, titles, {}
        self.endResetModel()

    def day(self, index: Index) -> date | None:
        """The day that the row is; None for a take."""
        return self._days[index.row()].day if index.isValid() and index.internalId() == _A_DAY else None

    def take_id(self, index: Index) -> str | None:
        """The take that the row is; None for a day."""
        return self._row(index).take_id or None if index.isValid() else None

    def ids_of(self, rows: Iterable[Index]) -> frozenset[str]:
        """The takes in these rows; a day stands for all of its own."""
        found: set[str] = set()
        for row in rows:
            self.fetch(row)
            under = self._takes.get(row.row(), []) if self.day(row) else [self._row(row)]
            found.update(take.take_id for take in under)
        return frozenset(found)

    def fetch(self, row: Index) -> None:
        """Read the takes of a day, unless they are read already."""
        if self.canFetchMore(row):
            self.fetchMore(row)

    # What Qt asks.

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: ARG002
        return len(HEADS)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._days)
        return len(self._takes.get(parent.row(), ())) if self.day(parent) and parent.column() == 0 else 0

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        return not parent.isValid() or (self.day(parent) is not None and parent.column() == 0)

    def canFetchMore(self, parent: Index) -> bool:
        return self.day(parent) is not None and parent.row() not in self._takes

    def fetchMore(self, parent: Index) -> None:
        day = self.day(parent)
        if day is None or not self.canFetchMore(parent):
            return
        found = [self._of_take(take) for take in self._takes_of(day)]
        if found:
            self.beginInsertRows(self.index(parent.row(), 0), 0, len(found) - 1)
        self._takes[parent.row()] = found
        if found:
            self.endInsertRows()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _A_DAY)

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not child.isValid() or child.internalId() == _A_DAY:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _A_DAY)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, row = index.column(), self._row(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in {PAUSE, SILENCE} else _LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole and column == VERDICT:
            return row.aloud
        if role == Qt.ItemDataRole.DisplayRole or (role == Qt.ItemDataRole.ToolTipRole and column == VERDICT):
            return row.cells[column]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in {PAUSE, SILENCE} else _LEFT
        return None

    # What stands in a row.

    def _row(self, index: Index) -> _Row:
        if index.internalId() == _A_DAY:
            return _of_day(self._days[index.row()])
        return self._takes[index.internalId() - 1][index.row()]

    def _of_take(self, take: Take) -> _Row:
        verdict, close = take.verdict, take.verdict.close
        cells = (
            f"{take.started_at.astimezone():%H:%M}",
            f"{MARKS[verdict.result]} {verdict.headline}",
            seconds(close.pause) if close else "–",
            seconds(close.silence, 1) if close else "–",
            self._titles.get(take.drill or "") or (take.drill or "").replace("_", " ").capitalize(),
        )
        return _Row(cells, f"{RESULTS[verdict.result]}: {verdict.headline}", take.id)


def _of_day(day: DayTally) -> _Row:
    name = f"{_DAYS[day.day.weekday()]} {day_name(day.day, with_year=True)}"
    counted = f"{day.takes} take{'' if day.takes == 1 else 's'}, {day.passed} passed"
    return _Row((name, counted, "", "", ""), counted)
