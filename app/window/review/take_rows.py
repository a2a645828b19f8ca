"""The takes as rows of the trainer's table: as many as there are, each page of them read when it is looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.widgets.wording import RESULTS, seconds
from app.window.review import wording
from app.window.review.reading import AT_A_TIME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coach.review.rows import By, TakeRow

    Index = QModelIndex | QPersistentModelIndex

HEADS: Final = ("Rep", "When", "Drill", "Pause", "Silence", "Verdict", "Trainer")
REP, WHEN, DRILL, PAUSE, SILENCE, VERDICT, TRAINER = range(len(HEADS))
SORTED_BY: Final[dict[int, By]] = {
    REP: "rep",
    WHEN: "time",
    DRILL: "drill",
    PAUSE: "pause",
    SILENCE: "silence",
    VERDICT: "verdict",
}
TONE: Final = Qt.ItemDataRole.UserRole
COMMENTS: Final = Qt.ItemDataRole.UserRole + 1
NUMBERS: Final = frozenset({PAUSE, SILENCE})
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TakeRows(QAbstractTableModel):
    """`wanted` asks for the page of that number. A row that is not read yet is empty; its place is there."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._pages: dict[int, list[TakeRow]] = {}
        self._asked: set[int] = set()
        self._dropped: set[int] = set()
        self._drills: Mapping[str, str] = {}
        self._today = date.min

    def show(self, count: int, first: Sequence[TakeRow], drills: Mapping[str, str], today: date) -> None:
        """In place of those there were."""
        self.beginResetModel()
        self._count, self._drills, self._today = count, drills, today
        self._pages = {0: list(first)} if first else {}
        self._asked, self._dropped = set(self._pages), set()
        self.endResetModel()

    def fill(self, page: int, rows: Sequence[TakeRow]) -> None:
        """What was wanted is there. Of takes that were deleted meanwhile nothing is, and their rows stay empty."""
        self._pages[page] = list(rows)
        first = page * AT_A_TIME
        last = min(self._count, first + AT_A_TIME) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, TRAINER))

    def update(self, row: TakeRow, *, belongs: bool) -> None:
        """What is known of it is another now. It keeps its place, even where it no longer `belongs` in the list."""
        place = self.place(row.id)
        if place is None:
            return
        self._pages[place // AT_A_TIME][place % AT_A_TIME] = row
        (self._dropped.discard if belongs else self._dropped.add)(place)
        self.dataChanged.emit(self.index(place, 0), self.index(place, TRAINER))

    @property
    def belonging(self) -> int:
        """How many of them the store still counts."""
        return self._count - len(self._dropped)

    def offset(self, page: int) -> int:
        """Where the page begins in the store, which no longer counts those that do not belong."""
        first = page * AT_A_TIME
        return first - sum(place < first for place in self._dropped)

    def row(self, place: int) -> TakeRow | None:
        """None where it is not read yet; then it is asked for."""
        page, number = divmod(place, AT_A_TIME)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[number] if number < len(rows) else None
        if page not in self._asked and 0 <= place < self._count:
            self._asked.add(page)
            self.wanted.emit(page)
        return None

    def place(self, take: str) -> int | None:
        """Among those that are read."""
        return next(
            (
                page * AT_A_TIME + number
                for page, rows in self._pages.items()
                for number, row in enumerate(rows)
                if row.id == take
            ),
            None,
        )

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in NUMBERS else _LEFT
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cells(row)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._aloud(row, column)
            case _:
                return _painted(row, column, role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in NUMBERS else _LEFT
        return None

    # What stands in a row.

    def _cells(self, row: TakeRow) -> tuple[str, ...]:
        return (
            row.rep,
            wording.when(row.started_at, self._today),
            wording.drill(row.drill, self._drills),
            "–" if row.pause is None else seconds(row.pause),
            "–" if row.silence is None else seconds(row.silence, 1),
            wording.verdict(row),
            wording.trainer(row),
        )

    def _aloud(self, row: TakeRow, column: int) -> str:
        said = self._cells(row)[column]
        if column == VERDICT:
            return f"{RESULTS[row.result]}: {said[2:]}"
        if column == TRAINER and row.comments:
            return f"{said}, {wording.many(row.comments, 'comment')}".lstrip(", ")
        return said


def _painted(row: TakeRow, column: int, role: int) -> object:
    """In which colour a result is, and how many comments stand beside it."""
    if role == COMMENTS:
        return row.comments if column == TRAINER else 0
    if role != TONE:
        return None
    if column == TRAINER and row.trainer is row.result:
        return "accent"  # they agree, whatever it is
    result = row.trainer if column == TRAINER else row.result
    return "soft" if result is None else wording.TONES[result]
