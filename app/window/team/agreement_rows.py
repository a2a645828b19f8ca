"""Machine and trainer as rows: each check, how far they agree, and in how many takes they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.window.team import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.review.agreement import Agreement

    Index = QModelIndex | QPersistentModelIndex

CHECK, KAPPA, DISAGREE = range(3)
_HEADS: Final = ("Check", "Kappa", "Disagree")
_NOWHERE: Final = QModelIndex()
_KAPPA: Final = "How often both say the same, beyond what chance would bring: 1 is always, 0 no more often than chance."


class AgreementRows(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Agreement] = ()

    def show_agreements(self, found: Sequence[Agreement]) -> None:
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def agreement(self, index: Index) -> Agreement | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        of = self.agreement(index)
        if of is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (wording.check(of.check), wording.kappa(of), f"{len(of.disagreed):,}")[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole or (
            role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CHECK
        ):
            return wording.agreement_told(of)
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _HEADS[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _KAPPA if section == KAPPA else ""
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == CHECK else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
