"""What a second start shows: that Okbye is open already, and the way there. It touches no data."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.aside import Aside
from app.presses.asking import ask
from app.presses.names import SHOW
from app.presses.wire import Answer
from app.widgets.key_button import KeyButton
from app.widgets.question import Question

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from app.theme.theme import Theme

WORDS: Final = "Two windows on the same takes would get in each other’s way. Nothing was changed."
NOT_REACHED: Final = (
    "The open Okbye does not answer yet. Look for its window, or close it and start Okbye again. Nothing was changed."
)
PATIENCE_S: Final = 3.0
_WIDTH: Final = 460  # at 100 %
_SIDE: Final = 28


class AlreadyOpen(QWidget):
    """Closed by itself once the other window shows."""

    def __init__(self, theme: Theme, home: Path) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Okbye")
        self._home = home
        self.show_it = KeyButton(theme, "show", "Show it", "Space", primary=True)
        self.show_it.setAccessibleDescription("Brings the open window to the front, and closes this one. Key: Space")
        self.show_it.clicked.connect(self._show_other)
        leave = KeyButton(theme, "quit", "Quit", "Esc")
        leave.setAccessibleDescription("Closes this window; the open one stays. Key: Esc")
        leave.clicked.connect(self.close)
        self._question = Question(theme, "already_open", "Okbye is already open", WORDS, leave, self.show_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        column.addWidget(self._question)
        self._aside = Aside(self)
        self._aside.done.connect(self._told)
        self.setFixedWidth(theme.px(_WIDTH))
        theme.setParent(self)
        self._question.setFocus()

    def _show_other(self) -> None:
        self.show_it.setEnabled(False)
        _let_it_come_forward()
        self._aside.want(self._asked)

    def _asked(self) -> Answer | None:
        """One that has only just been started is waited for."""
        until = time.monotonic() + PATIENCE_S
        while (answer := ask(self._home, SHOW, within_s=PATIENCE_S)) is None and time.monotonic() < until:
            time.sleep(0.1)
        return answer

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._aside.close()

    def _told(self, answer: object) -> None:
        if isinstance(answer, Answer) and answer.done:
            self.close()
            return
        self._question.say(NOT_REACHED)
        self.show_it.setEnabled(True)
        self.adjustSize()


def _let_it_come_forward() -> None:
    """Windows lets a program come to the front only if the one in front allows it."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
