"""What was before today with this prospect, and why this offer now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.widgets.card import Card
from app.widgets.label import label, wrapped
from app.widgets.plot_words import day_name
from app.widgets.wording import seconds
from app.window.live.due_rows import offer_words
from coach.calls.call import Call, Outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.calls.next_call import Planned

SHOWN: Final = 3  # calls; more are on the page of call-backs
OUTCOMES: Final = {
    Outcome.NO: "No",
    Outcome.YES: "Yes",
    Outcome.GATEKEEPER: "Gatekeeper",
    Outcome.VOICEMAIL: "Voicemail",
    Outcome.MESSAGE: "Text or email",
    Outcome.NO_ANSWER: "No answer",
    Outcome.WRONG_NUMBER: "Wrong number",
    Outcome.NEVER: "Never again",
    Outcome.UNFINISHED: "Not finished",
}


class BeforeToday(Card):
    """Told the prospect, and the titles of the offers by their ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("before_card", parent)
        self._head = label("Before today", "small_strong", "soft")
        self._because = wrapped("", "cell", "soft", "because")
        self._rows: list[list[QLabel]] = []
        self._grid = QGridLayout()
        self.body.addWidget(self._head)
        self.body.addLayout(self._grid)
        self.body.addWidget(self._because)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(3, 1)
        self.body.setSpacing(4)
        for row in range(SHOWN):
            cells = [label("", "cell", "soft" if column in {0, 3} else "ink") for column in range(4)]
            cells[0].setObjectName(f"before_{row}")
            self._rows.append(cells)
            for column, cell in enumerate(cells):
                self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignLeft)
        self._planned: Planned | None = None
        self._compact = False
        self._wanted = True

    def show_planned(self, planned: Planned | None, titles: Mapping[str, str]) -> None:
        self._planned = planned
        calls = planned.calls[:SHOWN] if planned else ()
        for row, cells in enumerate(self._rows):
            words = _cells(calls[row], titles) if row < len(calls) else ("",) * len(cells)
            for cell, word in zip(cells, words, strict=True):
                cell.setText(word)
            cells[0].setAccessibleName(", ".join(word for word in words if word))
        self._because.setText(planned.next.because if planned else "")
        self._show()

    def set_compact(self, *, compact: bool) -> None:
        """Only why this offer now."""
        self._compact = compact
        self._show()

    def set_shown(self, *, shown: bool) -> None:
        """Whether there is a place for it; with nobody to tell of it is hidden all the same."""
        self._wanted = shown
        self._show()

    def _show(self) -> None:
        calls = len(self._planned.calls) if self._planned else 0
        self.setHidden(self._planned is None or not self._wanted)
        self._head.setVisible(not self._compact and calls > 0)
        for row, cells in enumerate(self._rows):
            for cell in cells:
                cell.setVisible(not self._compact and row < calls)
        high = 8 if self._compact else 14
        self.body.setContentsMargins(20, high, 20, high)


def _cells(call: Call, titles: Mapping[str, str]) -> tuple[str, str, str, str]:
    day = day_name(call.started_at.astimezone().date(), with_year=False)
    offer = titles.get(call.offer, offer_words(call.offer, titles)) if call.offer else ""
    return day, offer, OUTCOMES[call.outcome] + (", message left" if call.left_message else ""), _measured(call)


def _measured(call: Call) -> str:
    if call.measured is None:
        return ""
    parts = (("pause", call.measured.pause), ("silence", call.measured.silence))
    return " · ".join(f"{name} {seconds(value, 1)}" for name, value in parts if value is not None)
