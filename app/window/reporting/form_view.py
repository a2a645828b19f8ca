"""What is asked before a report is made: of whom, of which time, in which form, and how much of its sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.reporting.hearing import Hearing
from app.times_folder import Format
from app.widgets.button_line import ButtonLine
from app.widgets.button_row import ButtonRow
from app.widgets.card import Card
from app.widgets.chip import Chip
from app.widgets.key_button import KeyButton
from app.widgets.label import label, wrapped
from app.widgets.notice import Notice
from app.widgets.progress_line import ProgressLine
from app.window.scrolled import Scrolled

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.theme.theme import Theme

_FORMS: Final = {
    ".html": ("Page (HTML)", "One file that opens in any browser, with sound and pictures in it"),
    ".pdf": ("Paper (PDF)", "To be printed: pictures, no sound"),
    Format.CSV: ("Table (CSV)", "A row for each take, for a spreadsheet"),
    Format.TEXTGRID: ("Praat", "A TextGrid for each take"),
    Format.AUDACITY: ("Audacity", "A file of labels for each take"),
    Format.RTTM: ("RTTM", "Who spoke when, a file for each take"),
}
_SOUND: Final = {
    Hearing.SMALL: ("Small", "Good to hear, small to send"),
    Hearing.AS_KEPT: ("As kept", "As it was recorded"),
    Hearing.NONE: ("None", "Numbers and pictures only"),
}
_NARROW: Final = 640


class ReportView(QWidget):
    """`changed` says that something else is to be written; `begun`, `stopped` and `back` what was pressed."""

    changed = Signal()
    begun = Signal()
    stopped = Signal()
    back = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the focus rests here, where no control shows a ring
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._title = label("Report", "title", name="page_title")
        self._of = wrapped("", "advice", name="report_of")
        self.notice = Notice(theme)
        self._forms = {form: Chip(theme, f"form_{form.lstrip('.')}", *_FORMS[form]) for form in _FORMS}
        self._forms[".html"].setChecked(True)
        self._sounds = {sound: Chip(theme, f"sound_{sound.value}", *_SOUND[sound]) for sound in _SOUND}
        self._sounds[Hearing.SMALL].setChecked(True)
        self._size = wrapped("", "cell", "soft", "report_size")
        self._sound_card = Card("sound_card")
        self.progress = ProgressLine(theme, "report_progress", "Written")
        self._back = KeyButton(theme, "leave_report", "Back", "Esc")
        self._cancel = KeyButton(theme, "cancel_report", "Cancel", "Esc")
        self.begin = KeyButton(theme, "save_report", "Save…", "Space", primary=True)
        self._lay_out()
        for chip in (*self._forms.values(), *self._sounds.values()):
            chip.clicked.connect(self._choose)
        self._back.clicked.connect(self.back)
        self._cancel.clicked.connect(self.stopped)
        self.begin.clicked.connect(self.begun)
        for key, press in (("Esc", self._stop_or_leave), ("Space", self.begin.click)):
            made = QShortcut(QKeySequence(key), self)
            made.setAutoRepeat(False)
            made.activated.connect(press)
        theme.changed.connect(self._fit)
        self.show_running(running=False)

    @property
    def form(self) -> str | Format:
        """A file name's ending for a report, else a format of times."""
        return next(form for form, chip in self._forms.items() if chip.isChecked())

    @property
    def hearing(self) -> Hearing:
        if self.form != ".html":
            return Hearing.NONE
        return next(sound for sound, chip in self._sounds.items() if chip.isChecked())

    def ask(self, of: str) -> None:
        self._of.setText(of)
        self.notice.clear()
        self.show_running(running=False)
        self._choose()
        self.setFocus()

    def show_size(self, size: int) -> None:
        self._size.setVisible(size > 0)
        self._size.setText(f"About {max(0.1, size / 1e6):,.1f} MB of sound." if size else "")

    def show_progress(self, share: float) -> None:
        self.progress.show_share(share)

    def show_running(self, *, running: bool) -> None:
        self._cancel.setVisible(running)
        self.progress.setVisible(running)
        self.begin.setVisible(not running)
        self._back.setVisible(not running)

    def _stop_or_leave(self) -> None:
        (self._cancel if self._cancel.isVisible() else self._back).click()

    def _choose(self) -> None:
        self._sound_card.setVisible(self.form == ".html")
        self.changed.emit()

    def _lay_out(self) -> None:
        forms = Card("form_card")
        forms.body.addWidget(self._of)
        forms.body.addWidget(wrapped("What is made", "cell_strong", "soft"))
        forms.body.addWidget(_chips(self._theme, tuple(self._forms.values())))
        self._sound_card.body.addWidget(wrapped("Sound in it", "cell_strong", "soft"))
        self._sound_card.body.addWidget(_chips(self._theme, tuple(self._sounds.values())))
        self._sound_card.body.addWidget(self._size)
        scrolled = Scrolled()
        scrolled.set_margin(0)
        scrolled.column.setSpacing(10)
        scrolled.column.addWidget(forms)
        scrolled.column.addWidget(self._sound_card)
        scrolled.column.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self.notice)
        self._column.addWidget(scrolled, 1)
        self._column.addWidget(self.progress)
        self._column.addWidget(ButtonRow(self._theme, self._back, (self._cancel, self.begin)))

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * self._theme.scale
        side, high = (16, 12) if narrow else (28, 20)
        self._title.setHidden(narrow)
        self._column.setContentsMargins(side, high, side, high)
        self._column.setSpacing(8 if narrow else 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _chips(theme: Theme, chips: tuple[Chip, ...]) -> ButtonLine:
    made = ButtonLine(theme, chips)
    made.show_buttons(chips, ())
    return made
