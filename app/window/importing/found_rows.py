"""The closes that were found, as rows that are taken or left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.widgets.wording import MARKS, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.importing.found import Found, Heard

    Index = QModelIndex | QPersistentModelIndex

RECORDING, REP, AT, PAUSE, VERDICT = range(5)
_HEADS: Final = ("Recording", "Rep", "“Ok” at", "Pause", "Verdict")
_RIGHT: Final = frozenset({AT, PAUSE})
_NOWHERE: Final = QModelIndex()


@dataclass(slots=True)
class _Row:
    heard: Heard
    found: Found
    taken: bool


class FoundRows(QAbstractTableModel):
    """What is here already is left, and cannot be taken. `counted` carries how many are taken."""

    counted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show_heard(self, heard: Sequence[Heard]) -> None:
        self.beginResetModel()
        self._rows = [_Row(one, found, not found.known) for one in heard for found in one.found]
        self.endResetModel()
        self.counted.emit(self.taken)

    @property
    def taken(self) -> int:
        return sum(row.taken for row in self._rows)

    def picked(self) -> tuple[Heard, ...]:
        """The recordings with what is taken of each."""
        of: dict[int, list[_Row]] = {}
        for row in self._rows:
            if row.taken:
                of.setdefault(id(row.heard), []).append(row)
        return tuple(replace(rows[0].heard, found=tuple(row.found for row in rows)) for rows in of.values())

    def turn(self, indexes: Iterable[Index]) -> None:
        """Take them all, or leave them if all were taken."""
        rows = [self._rows[number] for number in {index.row() for index in indexes}]
        free = [row for row in rows if not row.found.known]
        to = not all(row.taken for row in free)
        for row in free:
            row.taken = to
        if free:
            role = [Qt.ItemDataRole.CheckStateRole]
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0), role)
            self.counted.emit(self.taken)

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == RECORDING and not self._rows[index.row()].found.known:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == RECORDING:
            return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == RECORDING:
            return f"{'taken' if row.taken else 'left'}: {', '.join(_cell(row, at) for at in range(len(_HEADS)))}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        del value  # there are but two, and the other one is meant
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.turn([index])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _cell(row: _Row, column: int) -> str:
    verdict, at = row.found.verdict, row.found.ok_at
    match column:
        case 0:
            return row.heard.path.name
        case 1:
            return row.heard.origin.rep
        case 2:
            return "–" if at is None else f"{int(at // 60)}:{at % 60:04.1f}"
        case 3:
            return "–" if verdict.close is None else seconds(verdict.close.pause)
        case _:
            return "here already" if row.found.known else f"{MARKS[verdict.result]} {verdict.headline}"


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
