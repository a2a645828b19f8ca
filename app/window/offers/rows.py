"""The offers as rows of the list: what each is called, and what is known of it in a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    Index = QModelIndex | QPersistentModelIndex

_NOWHERE: Final = QModelIndex()
DETAILS: Final = Qt.ItemDataRole.UserRole
TONE: Final = Qt.ItemDataRole.UserRole + 1


class Standing(Enum):
    """By its tone in the list."""

    GIVEN = "ink"
    ARCHIVED = "soft"
    BROKEN = "wrong"


@dataclass(frozen=True, slots=True)
class Row:
    """`key` is the offer's id, or the name of a file that is not used."""

    key: str
    label: str
    details: str
    standing: Standing = Standing.GIVEN


class OfferRows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The same offers as before keep their place, and whoever is at one stays there."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.key == key), None)

    # What Qt asks.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.label
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{row.label}: {row.details}"
            case _ if role == DETAILS:
                return row.details
            case _ if role == TONE:
                return row.standing.value
            case _:
                return None
