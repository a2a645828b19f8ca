"""What cannot be undone is asked once more, and meant by writing a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.erasing import WORD
from app.widgets.label import wrapped

if TYPE_CHECKING:
    from app.widgets.key_button import KeyButton


class Sure(QWidget):
    """`meant` comes once the word was written and `yes` pressed; `others` stand between `yes` and `no`."""

    meant = Signal()
    cancelled = Signal()

    def __init__(self, yes: KeyButton, no: KeyButton, *others: KeyButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = QLineEdit()
        self.word.setObjectName("erase_word")
        self.word.setAccessibleName(f"Write {WORD} to mean it")
        self.word.setPlaceholderText(WORD)
        self._yes = yes
        self._words = wrapped("", "cell", "fail", "erase_words")
        buttons = QHBoxLayout()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self._words)
        column.addLayout(self._line)
        self._line.addWidget(self.word, 1)
        self._line.addLayout(buttons)
        for button in (yes, *others, no):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.word.textChanged.connect(lambda text: yes.setEnabled(text.strip().lower() == WORD))
        yes.clicked.connect(self.meant)
        no.clicked.connect(self.cancelled)
        self.hide()

    def set_narrow(self, *, narrow: bool) -> None:
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def ask(self, words: str) -> None:
        """Anew each time: what was written before was not meant for this."""
        self._words.setText(words)
        self.word.clear()
        self._yes.setEnabled(False)
        self.show()
        self.word.setFocus(Qt.FocusReason.OtherFocusReason)
