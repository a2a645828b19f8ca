"""What if the band were another: a slider, what it would change, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.widgets.band_slider import BandSlider
from app.widgets.button_line import ButtonLine
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.progress_line import ProgressLine
from app.window.team import wording
from coach.bands import Bands

if TYPE_CHECKING:
    from app.theme.theme import Theme
    from app.widgets.pressable import Pressable
    from coach.bands import Band
    from coach.review.what_if import WhatIf

# Of each limit: what its chip says, what it is called, and where the slider ends, seconds.
_LIMITS: Final = {
    "pause": ("Pause", "Pause", 3.0),
    "silence": ("Silence", "Silence", 10.0),
    "ok": ("Ok", "Length of “Ok”", 1.5),
    "farewell": ("Good-bye", "Length of “Good-bye”", 2.0),
    "answer_time": ("Answer", "Answer time", 3.0),
}
_LONGEST_NAME: Final = 60


class WhatIfCard(Card):
    """`tried` carries other `Bands` at every step, `shown` the ids of takes; `saved` what they are to be called."""

    tried = Signal(object)  # Bands
    shown = Signal(object, str)  # frozenset[str]
    saved = Signal(object, str)  # Bands
    sent = Signal(object)  # Bands
    used = Signal()
    asked = Signal(QWidget)  # what is to be seen now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("what_if_card", parent)
        self._base = self._bands = Bands()
        self._found: WhatIf | None = None
        self._of = 0
        self._limits = {
            name: Chip(theme, f"limit_{name}", words, f"Tries another band for: {what}")
            for name, (words, what, _) in _LIMITS.items()
        }
        self._limits["pause"].setChecked(True)
        self.slider = BandSlider(theme, "band_slider")
        self._value = label("", "strong", name="tried_band")
        self._says = wrapped("", "prompt", name="would_change")
        self._progress = ProgressLine(theme, "verdicts_read", "Past verdicts read")
        self.show_them = KeyButton(theme, "show_changes", "Show them")
        self.show_them.setAccessibleDescription("Shows the takes whose verdict would change")
        self.reset = KeyButton(theme, "reset_band", "Back to now")
        self.reset.setAccessibleDescription("Moves the slider back to the band that is in use")
        self.save = KeyButton(theme, "save_band", "Save as the team's band…", primary=True)
        self.send = KeyButton(theme, "send_band", "Send as a file…")
        self.use = KeyButton(theme, "use_band", "Use a file…")
        self.name = QLineEdit()
        self._keep = KeyButton(theme, "keep_band", "Save", primary=True)
        self._cancel = KeyButton(theme, "cancel_band", "Cancel")
        self._naming = QWidget()
        self._buttons = QWidget()
        self._lay_out(theme)
        self._connect()
        self.show_bands(self._base)

    def show_bands(self, bands: Bands) -> None:
        """Those that are in use: from there it is moved."""
        self._base = self._bands = bands
        self._ask(asking=False)
        self._show_limit()
        self._try()

    def expect(self, takes: int) -> None:
        """So many verdicts are being read."""
        self._of = takes
        self._found = None
        self._progress.setVisible(takes > 0)
        self._progress.show_share(0.0)
        self._tell("Reading past verdicts…" if takes else "There are no past verdicts here.")

    def show_progress(self, read: int) -> None:
        if self._of:
            self._progress.show_share(read / self._of)

    def show_found(self, found: WhatIf) -> None:
        self._found = found
        self._progress.hide()
        self._tell(wording.changes_told(found) if self._moved else f"By the band in use. {wording.changes_told(found)}")

    @property
    def _moved(self) -> bool:
        return self._bands != self._base

    @property
    def _limit(self) -> str:
        return next(name for name, chip in self._limits.items() if chip.isChecked())

    def _tell(self, sentence: str) -> None:
        self._says.setText(sentence)
        self.show_them.setEnabled(self._found is not None and bool(self._found.changes))

    def _show_limit(self) -> None:
        _, what, top = _LIMITS[self._limit]
        self.slider.show_band(what, getattr(self._bands, self._limit), top)
        self._show_value()

    def _show_value(self) -> None:
        self._value.setText(self.slider.words)
        self.save.setEnabled(self._moved)
        self.reset.setEnabled(self._moved)

    def _try(self) -> None:
        self.tried.emit(self._bands)

    def _move(self, band: Band) -> None:
        self._bands = self._bands.model_copy(update={self._limit: band})
        self._show_value()
        self._try()

    def _reset(self) -> None:
        self.show_bands(self._base)

    def _show_them(self) -> None:
        if self._found is not None:
            ids = frozenset(change.take for change in self._found.changes)
            self.shown.emit(ids, f"Another verdict with {self.slider.words} for the {self._limit.replace('_', ' ')}")

    def _ask(self, *, asking: bool) -> None:
        """For the name, where the buttons were."""
        if not asking and self.name.hasFocus():
            self.slider.setFocus()
        self._naming.setVisible(asking)
        self._buttons.setVisible(not asking)
        if asking:
            self.name.clear()
            self.name.setFocus()
            self.asked.emit(self._naming)
        self._keep.setEnabled(False)

    def _save(self) -> None:
        if self._keep.isEnabled():
            self.saved.emit(self._bands, self.name.text().strip())

    def _connect(self) -> None:
        for chip in self._limits.values():
            chip.clicked.connect(self._show_limit)
        self.slider.moved.connect(self._move)
        self.reset.clicked.connect(self._reset)
        self.show_them.clicked.connect(self._show_them)
        self.save.clicked.connect(lambda: self._ask(asking=True))
        self.send.clicked.connect(lambda: self.sent.emit(self._bands))
        self.use.clicked.connect(self.used)
        self.name.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._save)
        self._keep.clicked.connect(self._save)
        self._cancel.clicked.connect(lambda: self._ask(asking=False))

    def _lay_out(self, theme: Theme) -> None:
        self.name.setObjectName("band_name")
        self.name.setAccessibleName("What the team's band is called")
        self.name.setPlaceholderText("What is it called?")
        self.name.setMaxLength(_LONGEST_NAME)
        self.body.addWidget(wrapped("What if the band were", "cell_strong", "soft"))
        self.body.addWidget(_line(theme, *self._limits.values()))
        row = QHBoxLayout()
        self.body.addLayout(row)
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.body.addWidget(self._says)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._naming)
        naming = QVBoxLayout(self._naming)
        naming.setContentsMargins(0, 0, 0, 0)
        naming.addWidget(self.name)
        naming.addWidget(_line(theme, self._cancel, self._keep))
        self.body.addWidget(self._buttons)
        buttons = QVBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(_line(theme, self.show_them, right=(self.save,)))
        buttons.addWidget(_line(theme, self.send, self.use, self.reset))
        self.body.addStretch(1)


def _line(theme: Theme, *left: Pressable, right: tuple[Pressable, ...] = ()) -> ButtonLine:
    made = ButtonLine(theme, (*left, *right))
    made.show_buttons(left, right)
    return made
