"""The card of a new line: its kind, its words, its sound, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit

from app.widgets.card import Card
from app.widgets.key_button import KeyButton
from app.widgets.label import retone, wrapped
from app.widgets.live_level import LiveLevel
from app.window.lines.kind_button import KindButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.theme.theme import Theme

LONGEST_TEXT: Final = 300  # what a file of lines takes
_NO_SOUND: Final = "Record the line as a prospect would say it, or choose a file that has it."


class LineForm(Card):
    """Shows; the page answers what is pressed."""

    def __init__(self, theme: Theme, groups: Iterable[str]) -> None:
        super().__init__("line_form")
        self.kind = KindButton(theme, groups)
        self.words = QLineEdit()
        self.words.setObjectName("line_words")
        self.words.setAccessibleName("Their words")
        self.words.setPlaceholderText("We are all at lunch.")
        self.words.setMaxLength(LONGEST_TEXT)
        self.record = KeyButton(theme, "line_record", "Record", "R")
        self.file = KeyButton(theme, "line_file", "Choose a file…", "F")
        self.hear = KeyButton(theme, "line_hear", "▶ Hear it", "H")
        self.level = LiveLevel(theme)
        self._status = wrapped("", "text", "soft", "line_status")
        self._lay_out()
        self.tell()

    def _lay_out(self) -> None:
        self.body.addWidget(wrapped("What kind of answer it is", "small", "soft"))
        kind = QHBoxLayout()
        self.body.addLayout(kind)
        kind.addWidget(self.kind)
        kind.addStretch(1)
        self.body.addSpacing(8)
        self.body.addWidget(wrapped("Their words, as they are shown once they are said", "small", "soft"))
        self.body.addWidget(self.words)
        self.body.addSpacing(8)
        self.body.addWidget(wrapped("How it sounds", "small", "soft"))
        self._sound = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.body.addLayout(self._sound)
        self._sound.setSpacing(8)
        for button in (self.record, self.file, self.hear):
            self._sound.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._sound.addStretch(1)
        self.body.addWidget(self.level)
        self.body.addWidget(self._status)
        self.body.addStretch()

    def tell(self, words: str = _NO_SOUND, tone: str = "soft") -> None:
        """How far it is, or what went wrong."""
        retone(self._status, tone)
        self._status.setText(words)

    def show_recording(self, *, on: bool, usable: bool) -> None:
        self.record.relabel("■ Stop recording" if on else "Record")
        self.record.setEnabled(usable)
        self.file.setEnabled(not on)
        self.level.setVisible(on)

    def show_playing(self, *, playing: bool) -> None:
        self.hear.relabel("■ Stop" if playing else "▶ Hear it")

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._sound.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
