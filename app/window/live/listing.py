"""Reads who is due, beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from coach.calls.call_list import CallList
    from coach.calls.next_call import Planned


@dataclass(frozen=True, slots=True)
class Listed:
    """`due` is who is to be called, the longest overdue first; `counted` how many these are and how many are overdue.

    `on_list` is how many prospects there are at all.
    """

    due: Sequence[Planned]
    counted: tuple[int, int]
    on_list: int
    today: date


class Listing(QObject):
    """`listed` carries a `Listed`, `failed` the sentence of why there is none."""

    listed = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: CallList | None = None
        self._aside = Aside(self)
        self._aside.done.connect(self.listed)
        self._aside.failed.connect(self.failed)

    def connect_to(self, calls: CallList) -> None:
        self._calls = calls

    def read(self) -> None:
        """Nothing where there is no list yet."""
        if (calls := self._calls) is not None:
            self._aside.want(lambda: _read(calls))

    def close(self) -> None:
        self._aside.close()


def _read(calls: CallList) -> Listed:
    now = datetime.now().astimezone()
    return Listed(calls.due(now), calls.due_count(now), calls.count(), now.date())
