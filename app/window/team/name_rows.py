"""The reps by name: colour, and how many takes each has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.window.team.wording import many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.reps import Rep

    Index = QModelIndex | QPersistentModelIndex

NAME, TAKES = range(2)
COLOUR: Final = Qt.ItemDataRole.UserRole
_HEADS: Final = ("Rep", "Takes")
_NOWHERE: Final = QModelIndex()
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NameRows(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reps: Sequence[Rep] = ()

    def show_reps(self, reps: Sequence[Rep]) -> None:
        self.beginResetModel()
        self.reps = reps
        self.endResetModel()

    def rep(self, index: Index) -> Rep | None:
        return self.reps[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.reps)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rep = self.rep(index)
        if rep is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{rep.takes:,}" if index.column() == TAKES else rep.name
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == NAME:
            return f"{rep.name}: {many(rep.takes, 'take')}{f', {rep.colour}' if rep.colour else ''}"
        if role == COLOUR and index.column() == NAME:
            return rep.colour
        return _RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == TAKES else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section == TAKES else left
        return None
