"""Who is to be called, as rows: who, and with what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coach.calls.next_call import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from coach.calls.next_call import NextCall, Planned

    Index = QModelIndex | QPersistentModelIndex

TITLE: Final = Qt.ItemDataRole.UserRole
NAME: Final = Qt.ItemDataRole.UserRole + 1
WHAT: Final = Qt.ItemDataRole.UserRole + 2
_NOWHERE: Final = QModelIndex()
_SHORT_ID: Final = 2


class DueRows(QAbstractListModel):
    """Reset as a whole: it is short, and read anew after each call."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._due: Sequence[Planned] = ()
        self._titles: Mapping[str, str] = {}
        self._today: date | None = None

    def show_due(self, due: Sequence[Planned], titles: Mapping[str, str], today: date) -> None:
        self.beginResetModel()
        self._due, self._titles, self._today = due, titles, today
        self.endResetModel()

    def planned(self, row: int) -> Planned | None:
        return self._due[row] if 0 <= row < len(self._due) else None

    def row_of(self, prospect: str) -> int:
        """-1 where they are not due."""
        return next((n for n, planned in enumerate(self._due) if planned.prospect.id == prospect), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._due)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        planned = self.planned(index.row())
        if planned is None:
            return None
        who, what = planned.prospect, self._what(planned.next)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{who.company or who.name}, {who.name}: {what}"
            case Qt.ItemDataRole.ToolTipRole:
                return planned.next.because
            case _:
                return {TITLE: who.company or who.name, NAME: who.name if who.company else "", WHAT: what}.get(role)

    def _what(self, following: NextCall) -> str:
        """With which offer, and how late it is."""
        offer = "ask for the answer" if following.ask_for_answer else offer_words(following.offer, self._titles)
        if following.status is Status.OVERDUE and following.until and self._today:
            days = (self._today - following.until).days
            return f"{offer} · overdue {days} day{'' if days == 1 else 's'}"
        return offer if following.ask_for_answer else f"{offer} · due"


def offer_words(offer: str | None, titles: Mapping[str, str]) -> str:
    """By its letter where it has one, else by its title."""
    if offer is None:
        return "no offer"
    return f"offer {offer.upper()}" if len(offer) <= _SHORT_ID else titles.get(offer, offer)
