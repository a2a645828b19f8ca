"""The team at a glance: the reps by name, machine beside trainer, and what another band would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import wrapped
from app.window.scrolled import Scrolled
from app.window.team.agreement_card import AgreementCard
from app.window.team.rep_table import RepTable
from app.window.team.what_if_card import WhatIfCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme
    from app.window.team.reading import Seen
    from app.window.team.wording import Gap

_NARROW: Final = 700  # under this width, at 100 %, the two cards stand under each other
_NOBODY: Final = (
    "Here you will see how each rep gets on from week to week: clean closes, pause and silence against the band, and "
    "what goes wrong. Import recordings or a file that a rep sent you."
)


class TeamView(QWidget):
    """`imports` asks for recordings; what its cards say is told by them."""

    imports = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seen: Seen | None = None
        self.table = RepTable(theme)
        self._chips: dict[Gap, Chip] = {
            "pause": Chip(theme, "gap_pause", "Pause", "Shows the pause between both words"),
            "silence": Chip(theme, "gap_silence", "Silence", "Shows the silence before hanging up"),
        }
        self._chips["pause"].setChecked(True)
        self.agreement = AgreementCard(theme)
        self.what_if = WhatIfCard(theme)
        self._reps = Card("team_card")
        self._nobody = Card("nobody_card")
        self._first = KeyButton(theme, "first_import", "Import recordings…", primary=True)
        self._lay_out()
        for chip in self._chips.values():
            chip.clicked.connect(self._show)
        self._first.clicked.connect(self.imports)
        theme.changed.connect(self._fit)

    @property
    def _gap(self) -> Gap:
        return next(gap for gap, chip in self._chips.items() if chip.isChecked())

    def show_seen(self, seen: Seen) -> None:
        self._seen = seen
        for part in (self._reps, self.agreement, self.what_if):
            part.setVisible(bool(seen.reps))
        self._nobody.setVisible(not seen.reps)
        self.agreement.show_seen(seen)
        self._show()

    def _show(self) -> None:
        if self._seen is not None:
            self.table.show_seen(self._seen, self._gap)

    def _lay_out(self) -> None:
        scrolled = Scrolled()
        scrolled.set_margin(0)
        self.what_if.asked.connect(scrolled.show_part)
        scrolled.column.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled)
        self._reps.body.setContentsMargins(10, 10, 10, 10)
        chips = QHBoxLayout()
        self._reps.body.addLayout(chips)
        chips.setContentsMargins(6, 0, 6, 0)
        chips.setSpacing(2)
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        self._reps.body.addWidget(self.table)
        self._nobody.body.addWidget(wrapped(_NOBODY, "advice", name="nobody_yet"))
        self._nobody.body.addWidget(self._first, 0, Qt.AlignmentFlag.AlignLeft)
        scrolled.column.addWidget(self._reps)
        scrolled.column.addWidget(self._nobody)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        scrolled.column.addLayout(self._below)
        self._below.setSpacing(14)
        self._below.addWidget(self.agreement, 1)
        self._below.addWidget(self.what_if, 1)
        scrolled.column.addStretch(1)
        for part in (self._reps, self.agreement, self.what_if, self._nobody):
            part.hide()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
