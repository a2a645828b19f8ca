"""The list as rows that are read on as one scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.window.callbacks import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from coach.calls.next_call import Planned

    Index = QModelIndex | QPersistentModelIndex

HEADS: Final = ("Prospect", "Offer they heard", "How it ended", "Call again", "Next offer", "State")
PROSPECT, HEARD, ENDED, AGAIN, OFFER, STATE = range(len(HEADS))
SECOND_LINE: Final = Qt.ItemDataRole.UserRole
TONE: Final = Qt.ItemDataRole.UserRole + 1
_NOWHERE: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class _Row:
    planned: Planned
    cells: tuple[str, ...]
    second_line: str
    tone: str
    aloud: str


class CallRows(QAbstractTableModel):
    """`wanted` asks for the rows behind the prospect that it carries."""

    wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._more = False
        self._asked = False

    def show_rows(
        self, found: Sequence[Planned], labels: Mapping[str, str], today: date, *, more: bool, after: bool = False
    ) -> None:
        """In place of those there were, or `after` them."""
        rows = [_row(one, labels, today) for one in found]
        self._more, self._asked = more, False
        if not after:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows:
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def planned(self, index: Index) -> Planned | None:
        return self._rows[index.row()].planned if index.isValid() else None

    def row_of(self, prospect: str) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.planned.prospect.id == prospect), None)

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.wanted.emit(self._rows[-1].planned.prospect.id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.planned.next.because
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.aloud if column == PROSPECT else row.cells[column]
        if role == SECOND_LINE:
            return row.second_line if column == PROSPECT else ""
        return row.tone if role == TONE and column == STATE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return "" if section == STATE else HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _row(one: Planned, labels: Mapping[str, str], today: date) -> _Row:
    prospect = one.prospect
    first, second = (prospect.company, prospect.name) if prospect.company else (prospect.name, "")
    word, tone = wording.state(one)
    cells = (
        first,
        wording.offer_heard(one, labels),
        wording.how_it_ended(one.calls[0] if one.calls else None),
        wording.call_again(one.next, today),
        wording.next_offer(one.next, labels),
        word,
    )
    who = ", ".join(filter(None, [prospect.name, prospect.company]))
    return _Row(one, cells, second if second != first else "", tone, f"{who}: {word}. {one.next.because}")
