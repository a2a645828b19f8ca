"""The reps as rows of a table, in order of their names: nobody is ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.window.team import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.window.team.wording import Gap
    from coach.review.team import RepOverTime

    Index = QModelIndex | QPersistentModelIndex

REP, CLEAN, WEEKS, MIDDLE, SPREAD, FAULT, A_WEEK = range(7)
_NUMBERS: Final = frozenset({CLEAN, MIDDLE, A_WEEK})
_HEADS: Final = ("Rep", "Clean closes", "By week", "", "Spread against the band", "Usual fault", "Takes a week")
_NOWHERE: Final = QModelIndex()


class RepRows(QAbstractTableModel):
    """`gap` is which of the two gaps the middle and the spread are of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reps: Sequence[RepOverTime] = ()
        self.gap: Gap = "pause"

    def show_reps(self, reps: Sequence[RepOverTime], gap: Gap) -> None:
        self.beginResetModel()
        self.reps, self.gap = reps, gap
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, MIDDLE, MIDDLE)

    def rep(self, index: Index) -> RepOverTime | None:
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
            return self._words(rep, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.rep_told(rep, self.gap) if index.column() == REP else self._told(rep, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(rep, index.column())
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{self.gap.capitalize()}, middle" if section == MIDDLE else _HEADS[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _words(self, rep: RepOverTime, column: int) -> str:
        match column:
            case 0:
                return rep.rep
            case 1:
                return wording.rate(rep.whole)
            case 3:
                return wording.middle(rep.whole, self.gap)
            case 5:
                return wording.usual_fault(rep)
            case 6:
                return wording.a_week(rep)
            case _:
                return ""

    def _told(self, rep: RepOverTime, column: int) -> str:
        """What is drawn, in words."""
        if column == WEEKS:
            return wording.weeks_told(rep)
        if column == SPREAD:
            return wording.spread_told(rep.whole, self.gap)
        return self._words(rep, column)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
