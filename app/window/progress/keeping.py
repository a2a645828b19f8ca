"""What is kept and for how long: the retention of sound, the folder, and letting go of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.erasing import WORD
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.sure import Sure

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_CHOICES: Final = ((30, "30 days"), (90, "90 days"), (365, "A year"), (None, "For ever"))
_ABOUT: Final = "Older sound is removed when Okbye starts. Its numbers stay."
_ASKING: Final = (
    f"This deletes every take and its sound from this computer, and cannot be undone. Write {WORD} to mean it. "
    "An export keeps a copy."
)
_NARROW: Final = 560


class Keeping(Card):
    """`chosen` carries the days for which sound is kept, None for ever."""

    chosen = Signal(object)  # int | None
    folder = Signal()
    asked = Signal(QWidget)  # what is to be seen now
    erased = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("keeping_card", parent)
        self._theme = theme
        self._chips = {days: Chip(theme, f"keep_{days or 'all'}", words, _ABOUT) for days, words in _CHOICES}
        self._chips[None].setChecked(True)
        self._open = KeyButton(theme, "open_folder", "Open folder")
        self._open.setAccessibleDescription("Opens the folder with the recordings")
        self._all = KeyButton(theme, "delete_all", "Delete all…")
        self._all.setAccessibleDescription("Asks before every take is deleted")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(self._grid)
        self._parts = tuple(QWidget() for _ in range(3))
        words, self._choice, tools = (
            QVBoxLayout(self._parts[0]),
            QGridLayout(self._parts[1]),
            QHBoxLayout(self._parts[2]),
        )
        for part in (words, self._choice, tools):
            part.setContentsMargins(0, 0, 0, 0)
        words.addWidget(label("Keep sound for", "cell_strong"))
        words.addWidget(wrapped(_ABOUT, "small", "soft"))
        self._choice.setSpacing(2)
        for days, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, days=days: self.chosen.emit(days))
        tools.addWidget(self._open)
        tools.addWidget(self._all)
        tools.addStretch(1)
        yes, no = KeyButton(theme, "delete_all_now", "Delete all"), KeyButton(theme, "keep_all", "Keep them")
        yes.setAccessibleDescription("Deletes every take for good")
        no.setAccessibleDescription("Nothing is deleted")
        self._sure = Sure(yes, no)
        self.body.addWidget(self._sure)
        self._open.clicked.connect(self.folder)
        self._all.clicked.connect(self.ask)
        self._sure.cancelled.connect(self.calm)
        self._sure.meant.connect(self._erase)
        theme.changed.connect(self._arrange)
        self._arrange()

    def show_days(self, days: int | None) -> None:
        self._chips.get(days, self._chips[None]).setChecked(True)

    def ask(self) -> None:
        """Once more, in writing."""
        self._sure.ask(_ASKING)
        self.asked.emit(self._sure.word)

    def calm(self) -> None:
        self._sure.hide()

    @property
    def asking(self) -> bool:
        return self._sure.isVisible()

    def _erase(self) -> None:
        self.calm()
        self.erased.emit()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number if narrow else number // 2, 0 if narrow else number % 2)
        self._grid.setColumnStretch(0, 1)
        columns = 2 if narrow else len(self._chips)
        for number, chip in enumerate(self._chips.values()):
            self._choice.addWidget(chip, number // columns, number % columns)
        self._choice.setColumnStretch(columns, int(narrow))
        self._sure.set_narrow(narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
