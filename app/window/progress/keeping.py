"""What is kept and for how long: the retention of sound, the folder, and letting go of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.erasing import WORD
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped

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
        self._sure = _Sure(theme)
        self.body.addWidget(self._sure)
        self._sure.hide()
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
        self._sure.show()
        self._sure.begin()
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


class _Sure(QWidget):
    meant = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.word = QLineEdit()
        self.word.setObjectName("erase_word")
        self.word.setAccessibleName(f"Write {WORD} to delete all")
        self.word.setPlaceholderText(WORD)
        self._yes = KeyButton(theme, "delete_all_now", "Delete all")
        self._yes.setAccessibleDescription("Deletes every take for good")
        self._no = KeyButton(theme, "keep_all", "Keep them")
        self._no.setAccessibleDescription("Nothing is deleted")
        buttons = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(wrapped(_ASKING, "cell", "fail", "erase_words"))
        column.addLayout(self._line)
        self._line.addWidget(self.word, 1)
        self._line.addLayout(buttons)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        self.word.textChanged.connect(lambda text: self._yes.setEnabled(text.strip().lower() == WORD))
        self._yes.clicked.connect(self.meant)
        self._no.clicked.connect(self.cancelled)

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def begin(self) -> None:
        self.word.clear()
        self._yes.setEnabled(False)
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)
